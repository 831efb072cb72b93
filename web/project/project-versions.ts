import { fail, ok, type Result } from "../../shared/failure.ts";
import { changesBetween } from "../../shared/portfolio/apply-changes.ts";
import { diffFiles, type FileDiff } from "../../shared/portfolio/diff-files.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type {
  PortfolioStorage,
  Version,
  VersionKind,
} from "../../shared/ports/portfolio-storage.ts";
import { THEME_PATH, type FileChange, type ProjectFiles } from "../../shared/project.ts";
import type { Autosave } from "./autosave.ts";

export interface ProjectVersions {
  /** Keeps the present state under a name. Versions are also made by themselves (README). */
  saveVersion(label: string): Promise<Result<Version>>;
  /**
   * The version of the present state: a new one under this label, or the last one where nothing has
   * changed since. Gives its id.
   */
  mark(label: string): Promise<Result<string>>;
  /** Newest first; empty when they can't be read. */
  listVersions(): Promise<readonly Version[]>;
  /** The files of a version: the text of both sides of a diff, by path. */
  readVersion(versionId: string): Promise<Result<ProjectFiles>>;
  /** What changed from one version to another, or (`null`) to the present state. */
  diff(fromId: string, toId: string | null): Promise<Result<readonly FileDiff[]>>;
  /** Makes the files those of a version: a new version and one undoable act; history stays as it was. */
  restore(versionId: string): Promise<Result<void>>;
  /** A new portfolio that begins with a version; gives its id. */
  branch(versionId: string, name: string): Promise<Result<string>>;
}

/** After this much time with changes a version is made by itself. */
export const AUTO_VERSION_MS = 5 * 60_000;

interface Surroundings {
  readonly id: string;
  readonly storage: PortfolioStorage;
  readonly autosave: Pick<Autosave, "flush" | "inTurn">;
  files(): ProjectFiles;
  commit(changes: readonly FileChange[], label: string): void;
  now(): number;
}

export interface VersionKeeper {
  readonly versions: ProjectVersions;
  /** Before an act: a switch of template is a version, and so is what was there before it. */
  aroundAct(label: string, commit: () => void): void;
  /** Something differs from the last version from now on. */
  noteChange(): void;
  /** After a save: makes a version when the last one is long enough ago. */
  afterSave(): void;
}

const templateOf = (files: ProjectFiles) => {
  const theme = readTheme(files);
  return theme.ok ? theme.value.template : null;
};

/** Keeps the history of an open project. */
export function keepVersions(around: Surroundings): VersionKeeper {
  const { id, storage, autosave } = around;
  let changedSince: number | null = null;

  const add = (label: string, kind: VersionKind, files: ProjectFiles) => {
    changedSince = null;
    return autosave.inTurn(() => storage.addVersion(id, { label, kind, files }));
  };
  /** A version of the present state, after it has been saved. */
  async function saved(label: string, kind: VersionKind): Promise<Result<Version>> {
    const files = around.files();
    const flushed = await autosave.flush();
    if (!flushed.ok) return flushed;
    const added = await add(label, kind, files);
    if (!added.ok) return added;
    return added.value ? ok(added.value) : fail(nothingNew);
  }

  return {
    versions: {
      saveVersion: (label) => saved(label, "manual"),
      mark: (label) => {
        // The state of now, whatever has changed by the time it is its turn.
        const files = around.files();
        return autosave.inTurn(() => marked(around, label, files));
      },
      listVersions: async () => {
        const versions = await storage.listVersions(id);
        return versions.ok ? versions.value : [];
      },
      readVersion: (versionId) => storage.readVersion(versionId),
      diff: (fromId, toId) => diffVersions(around, fromId, toId),
      restore: async (versionId) => {
        const files = await storage.readVersion(versionId);
        if (!files.ok) return files;
        const label = await labelOf(around, versionId);
        const before = await add(`Before restoring “${label}”`, "auto", around.files());
        if (!before.ok) return before;
        around.commit(changesBetween(around.files(), files.value), `Restore “${label}”`);
        const restored = await saved(`Restored “${label}”`, "restore");
        return restored.ok ? ok(undefined) : restored;
      },
      branch: (versionId, name) => storage.duplicate(id, name, versionId),
    },
    aroundAct: (label, commit) => {
      const before = around.files();
      commit();
      if (around.files()[THEME_PATH] === before[THEME_PATH]) return;
      const template = templateOf(around.files());
      if (template === null || template === templateOf(before)) return;
      void add(`Before: ${label}`, "auto", before).then(() => saved(label, "template"));
    },
    noteChange: () => {
      changedSince ??= around.now();
    },
    afterSave: () => {
      if (changedSince === null || around.now() - changedSince < AUTO_VERSION_MS) return;
      void add("Saved by itself", "auto", around.files());
    },
  };
}

/** The version with these files: a new one, or the last one where it has them. */
async function marked(
  { id, storage }: Surroundings,
  label: string,
  files: ProjectFiles,
): Promise<Result<string>> {
  const added = await storage.addVersion(id, { label, kind: "auto", files });
  if (!added.ok) return added;
  if (added.value) return ok(added.value.id);
  const portfolio = await storage.readPortfolio(id);
  return portfolio.ok ? ok(portfolio.value.headVersionId) : portfolio;
}

const nothingNew = {
  kind: "invalid",
  message: "Nothing has changed since the last version.",
  nextStep: "Go on: the next change can be kept as a version.",
  retryable: false,
} as const;

async function labelOf({ id, storage }: Surroundings, versionId: string): Promise<string> {
  const versions = await storage.listVersions(id);
  const version = versions.ok ? versions.value.find(({ id }) => id === versionId) : undefined;
  return version?.label ?? "an earlier version";
}

async function diffVersions(
  { storage, files }: Surroundings,
  fromId: string,
  toId: string | null,
): Promise<Result<readonly FileDiff[]>> {
  const [from, to] = await Promise.all([
    storage.readVersion(fromId),
    toId === null ? ok(files()) : storage.readVersion(toId),
  ]);
  if (!from.ok) return from;
  if (!to.ok) return to;
  return ok(diffFiles(from.value, to.value));
}
