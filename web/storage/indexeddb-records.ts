import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { migrate, SCHEMA_VERSION, type Schema } from "./migrations.ts";
import { STORES, type RecordStore, type Transaction } from "./records.ts";

type Open = IDBPTransaction<Schema, StoreNames<Schema>[], "readonly" | "readwrite">;

function transactionOver(tx: Open): Transaction {
  // `idb` can't follow a store name through a generic; the record types are held by `Records`.
  const store = (name: StoreNames<Schema>) => tx.objectStore(name) as never as UntypedStore;
  return {
    get: async (name, key) => (await store(name).get(key)) as never,
    all: async (name) => (await store(name).getAll()) as never,
    keys: async (name) => await store(name).getAllKeys(),
    has: async (name, key) => (await store(name).getKey(key)) !== undefined,
    versionsOf: (portfolioId) =>
      tx.objectStore("versions").index("portfolioId").getAll(portfolioId),
    put: async (name, record) => {
      await store(name).put(record);
    },
    delete: async (name, key) => {
      await store(name).delete(key);
    },
  };
}

interface UntypedStore {
  get(key: string): Promise<unknown>;
  getAll(): Promise<unknown[]>;
  getAllKeys(): Promise<string[]>;
  getKey(key: string): Promise<string | undefined>;
  put(record: unknown): Promise<unknown>;
  delete(key: string): Promise<void>;
}

async function transact<T>(
  database: IDBPDatabase<Schema>,
  mode: "readonly" | "readwrite",
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const tx = database.transaction([...STORES], mode);
  try {
    const result = await run(transactionOver(tx as Open));
    await tx.done;
    return result;
  } catch (error) {
    // An abort that has already happened (a full disk) has its reason in `tx.error`.
    const reason = tx.error ?? error;
    tx.done.catch(() => undefined);
    if (tx.error === null) abortQuietly(tx);
    throw reason;
  }
}

function abortQuietly(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It ended by itself meanwhile.
  }
}

/**
 * Opens (and brings up to date) the database. Rejects with the browser's error where storage is
 * closed to us, or with `VersionError` when a newer release has been here. `onClosed` tells that
 * another tab with a newer release took the database over, or the person cleared it.
 */
export async function openIndexedDbRecords(
  name: string,
  onClosed: () => void,
): Promise<RecordStore> {
  const database = await openDB<Schema>(name, SCHEMA_VERSION, {
    upgrade: (database, from) => migrate(database, from),
    // A newer release in another tab waits for us: let it in, our text stays in memory.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  return {
    read: (run) => transact(database, "readonly", run),
    write: (run) => transact(database, "readwrite", run),
    close: () => database.close(),
  };
}
