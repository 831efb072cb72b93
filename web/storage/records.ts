import type { KeptConversation } from "../../shared/conversation.ts";
import type { FileContent } from "../../shared/project.ts";
import type {
  FileTree,
  KeptReading,
  SourceCv,
  Thumbnail,
  VersionKind,
} from "../../shared/ports/portfolio-storage.ts";
import type { ReadingStamp } from "./reading-age.ts";

/** What is kept, store by store. A change here is a new number and a step in `migrations.ts`. */
export interface Records {
  blobs: { key: string; content: FileContent };
  portfolios: {
    key: string;
    name: string;
    templateId: string;
    createdAt: number;
    updatedAt: number;
    tree: FileTree;
    headVersionId: string;
  };
  versions: {
    key: string;
    portfolioId: string;
    parentId: string | null;
    label: string;
    kind: VersionKind;
    at: number;
    tree: FileTree;
  };
  sources: Omit<SourceCv, "bytes"> & { key: string; blob: string };
  /** `portfolioId` tells whose picture it is, so that it goes with the portfolio. */
  thumbnails: Thumbnail & { key: string; portfolioId: string };
  settings: { key: string; value: unknown };
  /** By portfolio id. */
  conversations: { key: string } & KeptConversation;
  /** What was read of a file, by the key of its content. */
  readings: KeptReading & ReadingStamp & { key: string };
}

export type StoreName = keyof Records;
export const STORES: readonly StoreName[] = [
  "blobs",
  "portfolios",
  "versions",
  "sources",
  "thumbnails",
  "settings",
  "readings",
  "conversations",
];

/** One transaction: all of it happens, or none. Only its own methods may be awaited inside. */
export interface Transaction {
  get<S extends StoreName>(store: S, key: string): Promise<Records[S] | undefined>;
  all<S extends StoreName>(store: S): Promise<Records[S][]>;
  keys(store: StoreName): Promise<string[]>;
  has(store: StoreName, key: string): Promise<boolean>;
  /** Versions of a portfolio, in no order. */
  versionsOf(portfolioId: string): Promise<Records["versions"][]>;
  put<S extends StoreName>(store: S, record: Records[S]): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
}

/** A database as small as we need it: IndexedDB, or memory where that is closed to us. */
export interface RecordStore {
  /** A read that changes nothing. */
  read<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /** An atomic change; rejects with the browser's own error, having changed nothing. */
  write<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): void;
}
