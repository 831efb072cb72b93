import {
  STORES,
  type RecordStore,
  type Records,
  type StoreName,
  type Transaction,
} from "./records.ts";

type Tables = { [S in StoreName]: Map<string, Records[S]> };

const emptyTables = (): Tables => ({
  blobs: new Map(),
  portfolios: new Map(),
  versions: new Map(),
  sources: new Map(),
  thumbnails: new Map(),
  settings: new Map(),
  readings: new Map(),
  conversations: new Map(),
});

/** A copy to work on; records are replaced whole, never changed, so the maps are enough. */
function copyTables(tables: Tables): Tables {
  const copy = emptyTables();
  for (const store of STORES) {
    for (const [key, record] of tables[store])
      (copy[store] as Map<string, unknown>).set(key, record);
  }
  return copy;
}

function transactionOver(tables: Tables): Transaction {
  const table = <S extends StoreName>(store: S) => tables[store] as Map<string, Records[S]>;
  return {
    get: async (store, key) => table(store).get(key),
    all: async (store) => [...table(store).values()],
    keys: async (store) => [...table(store).keys()],
    has: async (store, key) => table(store).has(key),
    versionsOf: async (portfolioId) =>
      [...tables.versions.values()].filter((version) => version.portfolioId === portfolioId),
    put: async (store, record) => {
      table(store).set(record.key, record);
    },
    delete: async (store, key) => {
      table(store).delete(key);
    },
  };
}

/** Records that live as long as the page. Writes follow one another; one that throws changes nothing. */
export function openMemoryRecords(): RecordStore {
  let tables = emptyTables();
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: (run) => run(transactionOver(tables)),
    write: (run) => {
      const next = last.then(async () => {
        const draft = copyTables(tables);
        const result = await run(transactionOver(draft));
        tables = draft;
        return result;
      });
      last = next.catch(() => undefined);
      return next;
    },
    close: () => undefined,
  };
}
