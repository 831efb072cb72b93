import type { DBSchema, IDBPDatabase } from "idb";
import type { Records } from "./records.ts";

/** The database as `idb` types it. */
export interface Schema extends DBSchema {
  blobs: { key: string; value: Records["blobs"] };
  portfolios: { key: string; value: Records["portfolios"] };
  versions: { key: string; value: Records["versions"]; indexes: { portfolioId: string } };
  sources: { key: string; value: Records["sources"] };
  thumbnails: { key: string; value: Records["thumbnails"] };
  settings: { key: string; value: Records["settings"] };
  readings: { key: string; value: Records["readings"] };
  conversations: { key: string; value: Records["conversations"] };
}

/**
 * Step n brings a database of version n to n + 1. Steps are never changed once released, only added:
 * somebody's portfolios are still in every older form.
 */
const STEPS: readonly ((database: IDBPDatabase<Schema>) => void)[] = [
  (database) => {
    for (const store of ["blobs", "portfolios", "sources", "thumbnails", "settings"] as const) {
      database.createObjectStore(store, { keyPath: "key" });
    }
    database
      .createObjectStore("versions", { keyPath: "key" })
      .createIndex("portfolioId", "portfolioId");
  },
  (database) => {
    database.createObjectStore("readings", { keyPath: "key" });
  },
  (database) => {
    database.createObjectStore("conversations", { keyPath: "key" });
  },
];

export const SCHEMA_VERSION = STEPS.length;

/** Brings a database from an older version (0: new) to the present one. */
export function migrate(database: IDBPDatabase<Schema>, from: number): void {
  for (const step of STEPS.slice(from)) step(database);
}
