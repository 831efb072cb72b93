import { seal, unseal } from "../keys/seal.ts";

/** Bytes a row may hold; SQLite in a Durable Object takes 2 MB. */
const ROW_BYTES = 1_000_000;

/** Bytes by name in a Durable Object's SQLite, encrypted with the object's key. */
export interface SealedRows {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  putJson(name: string, value: unknown): Promise<void>;
  getJson(name: string): Promise<unknown>;
  remove(name: string): void;
}

export function openSealedRows(storage: DurableObjectStorage, key: CryptoKey): SealedRows {
  const { sql } = storage;
  sql.exec(
    "CREATE TABLE IF NOT EXISTS sealed (name TEXT, part INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (name, part))",
  );
  const rows: SealedRows = {
    async put(name, bytes) {
      const sealed = await seal(key, bytes, name);
      storage.transactionSync(() => {
        rows.remove(name);
        for (let part = 0; part * ROW_BYTES < sealed.length; part += 1) {
          const slice = sealed.slice(part * ROW_BYTES, (part + 1) * ROW_BYTES);
          sql.exec("INSERT INTO sealed VALUES (?, ?, ?)", name, part, slice.buffer);
        }
      });
    },
    async get(name) {
      const parts = sql
        .exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM sealed WHERE name = ? ORDER BY part", name)
        .toArray();
      if (parts.length === 0) return null;
      return unseal(key, await joined(parts.map(({ bytes }) => bytes)), name);
    },
    putJson: (name, value) => rows.put(name, new TextEncoder().encode(JSON.stringify(value))),
    async getJson(name) {
      const bytes = await rows.get(name);
      return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : null;
    },
    remove: (name) => void sql.exec("DELETE FROM sealed WHERE name = ?", name),
  };
  return rows;
}

const joined = async (parts: readonly ArrayBuffer[]) =>
  new Uint8Array(await new Blob([...parts]).arrayBuffer());
