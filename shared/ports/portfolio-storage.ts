import type { Conversation } from "../conversation.ts";
import type { CvDocument, Extraction } from "../cv-document.ts";
import type { Failure, Result } from "../failure.ts";
import type { FileChange, FileContent, ProjectFiles, ProjectPath } from "../project.ts";

/**
 * Where portfolios are kept on this machine (R7.3). File contents are content-addressed: a tree
 * names a blob for each path, so a version costs only what changed.
 */
export interface PortfolioStorage {
  readonly kind: "indexeddb" | "memory";
  /** Why nothing outlives this page, when it is `memory`; else `null`. */
  readonly failure: Failure | null;

  /** Newest first. */
  list(): Promise<Result<readonly PortfolioSummary[]>>;
  /** Keeps a new portfolio with its first version; gives its id. */
  create(input: NewPortfolio): Promise<Result<string>>;
  rename(id: string, name: string): Promise<Result<void>>;
  /** A new portfolio with the same CV, from the present files or those of a version; gives its id. */
  duplicate(id: string, name: string, versionId?: string): Promise<Result<string>>;
  /** Removes a portfolio with its versions, CV and pictures, and what no other one shares. */
  delete(id: string): Promise<Result<void>>;

  readPortfolio(id: string): Promise<Result<StoredPortfolio>>;
  readFiles(tree: FileTree): Promise<Result<ProjectFiles>>;
  /**
   * Writes changes in one transaction, path by path only where the stored file is still the `base`.
   * `writer` says who changed them, for the label of a conflict's version; another tab when absent.
   */
  commit(
    id: string,
    changes: readonly FileChange[],
    base: FileTree,
    writer?: "tab" | "device",
  ): Promise<Result<Committed>>;

  /** Adds a version after the last one; `null` where an automatic one would only repeat it. */
  addVersion(id: string, input: NewVersion): Promise<Result<Version | null>>;
  /** Newest first. */
  listVersions(id: string): Promise<Result<readonly Version[]>>;
  readVersion(versionId: string): Promise<Result<ProjectFiles>>;

  /** For syncing: which contents a version names. */
  readVersionTree(versionId: string): Promise<Result<FileTree>>;
  /** For syncing: contents by key; those that aren't here are left out. */
  readContents(keys: readonly string[]): Promise<Result<ReadonlyMap<string, FileContent>>>;
  /** For syncing: keeps contents ahead of a tree that names them. */
  keepContents(contents: readonly FileContent[]): Promise<Result<void>>;
  /**
   * For syncing: keeps a portfolio of another device under its own id. Fails with `conflict` when one is
   * here, `not-found` when a content isn't.
   */
  adoptPortfolio(portfolio: AdoptedPortfolio): Promise<Result<void>>;
  /**
   * For syncing: keeps versions of another device; those that are here stay as they are. Fails with
   * `not-found` when the portfolio or a content isn't here.
   */
  adoptVersions(id: string, versions: readonly AdoptedVersion[]): Promise<Result<void>>;

  /** The CV that a portfolio came from, for the review; `null` when it began without one. */
  readSource(id: string): Promise<Result<SourceCv | null>>;
  saveSource(id: string, source: SourceCv): Promise<Result<void>>;
  /**
   * What an extractor of this version read of the same bytes (or pasted text) in the last 30 days;
   * `null` when it didn't (R1.6).
   */
  findReading(content: FileContent, version: number): Promise<Result<KeptReading | null>>;
  /** Keeps a reading until 30 days are over or the last portfolio made from it is deleted. */
  keepReading(content: FileContent, version: number, reading: KeptReading): Promise<Result<void>>;
  /** A small picture by portfolio id or version id. */
  saveThumbnail(key: string, thumbnail: Thumbnail): Promise<Result<void>>;
  readThumbnail(key: string): Promise<Result<Thumbnail | null>>;

  /** What was said about a portfolio, as it was kept; empty where nothing was. */
  readConversation(id: string): Promise<Result<Conversation>>;
  /**
   * Keeps it, together with what other tabs and devices have kept meanwhile, until the portfolio is
   * deleted. Fails with `not-found` where there is no such portfolio.
   */
  saveConversation(id: string, conversation: Conversation): Promise<Result<void>>;

  /** Small facts about this browser, not about a portfolio. `null` when unset. Validate what you read. */
  readSetting(key: string): Promise<Result<unknown>>;
  writeSetting(key: string, value: unknown): Promise<Result<void>>;

  /** Calls `listener` when another tab has changed something; by portfolio id. */
  onElsewhere(listener: (portfolioId: string) => void): () => void;
  close(): void;
}

/** Path → key of a blob: `t-` (text) or `b-` (bytes) and the SHA-256 of the content in hex. */
export type FileTree = Readonly<Record<ProjectPath, string>>;

export interface NewPortfolio {
  readonly name: string;
  readonly files: ProjectFiles;
  readonly source?: SourceCv;
}

export interface PortfolioSummary {
  readonly id: string;
  readonly name: string;
  /** As `theme.json` names it; empty when that can't be read. */
  readonly templateId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly thumbnail: Thumbnail | null;
}

/** A portfolio as another device made it. */
export interface AdoptedPortfolio {
  readonly id: string;
  readonly name: string;
  readonly templateId: string;
  readonly tree: FileTree;
  readonly headVersionId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A version as another device made it. */
export interface AdoptedVersion extends Omit<Version, "fileCount"> {
  readonly tree: FileTree;
}

export interface StoredPortfolio {
  readonly id: string;
  readonly name: string;
  readonly tree: FileTree;
  /** The version that the present state descends from. */
  readonly headVersionId: string;
  readonly updatedAt: number;
}

/** What a commit did. Paths in `conflicts` were changed elsewhere first: the stored text stands there. */
export interface Committed {
  readonly portfolio: StoredPortfolio;
  readonly conflicts: readonly ProjectPath[];
  /** Keeps the text that didn't win; `null` without conflicts. */
  readonly conflictVersion: Version | null;
}

export type VersionKind = "created" | "auto" | "manual" | "restore" | "template" | "conflict";

export interface Version {
  readonly id: string;
  readonly parentId: string | null;
  readonly label: string;
  readonly kind: VersionKind;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly fileCount: number;
}

export interface NewVersion {
  readonly label: string;
  readonly kind: VersionKind;
  readonly files: ProjectFiles;
}

export interface KeptReading {
  readonly document: CvDocument;
  readonly extraction: Extraction;
}

export interface SourceCv extends KeptReading {
  /** The file's own name, or a phrase for pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Thumbnail {
  readonly type: "image/webp" | "image/png" | "image/jpeg" | "image/svg+xml" | "text/html";
  readonly content: string | Uint8Array;
}
