import { fail, ok, type Result } from "../../shared/failure.ts";
import { openDataKey } from "../keys/data-key.ts";
import type { WrappedKey } from "../keys/master-keys.ts";
import { deriveKey } from "../keys/seal.ts";
import { hasTable } from "./has-table.ts";

/** Whose key it is, to the master key. */
const OWNER = "durable object";

/** What a Durable Object does with its key. */
export interface ObjectKey {
  /** Encrypts what is kept. */
  readonly content: CryptoKey;
  /** Makes names that tell nothing of what they stand for (HMAC). */
  readonly names: CryptoKey;
}

/** Whether the object keeps a key: one that doesn't keeps nothing else either. */
export const hasObjectKey = (sql: SqlStorage): boolean => hasTable(sql, "object_key");

/**
 * The one key of a Durable Object, made at first use and kept wrapped in its own storage, so that an
 * object needs no database to open what it keeps. Wrapped again when the operator's current key is
 * another. Fails with `unavailable` without master keys: then nothing is kept.
 */
export async function openObjectKey(
  sql: SqlStorage,
  masterKeysText: string | undefined,
): Promise<Result<ObjectKey>> {
  const raw = await openDataKey(masterKeysText, OWNER, {
    keep: async (make) => {
      const there = readKey(sql);
      if (there) return there;
      const made = await make();
      // Somebody else may have made one meanwhile; the first stays.
      writeKey(sql, "INSERT OR IGNORE", made);
      return readKey(sql) ?? made;
    },
    replace: async (by) => writeKey(sql, "INSERT OR REPLACE", by),
  });
  if (!raw.ok) return fail(raw.failure);
  return ok({
    content: await deriveKey(raw.value, OWNER, "encrypt"),
    names: await deriveKey(raw.value, `${OWNER} names`, "sign"),
  });
}

function readKey(sql: SqlStorage): WrappedKey | null {
  if (!hasObjectKey(sql)) return null;
  const row = sql
    .exec<{
      master_key: string;
      wrapped: ArrayBuffer;
    }>("SELECT master_key, wrapped FROM object_key WHERE id = 1")
    .toArray()[0];
  return row ? { masterKeyId: row.master_key, wrapped: new Uint8Array(row.wrapped) } : null;
}

function writeKey(sql: SqlStorage, how: string, { masterKeyId, wrapped }: WrappedKey): void {
  sql.exec(
    "CREATE TABLE IF NOT EXISTS object_key (id INTEGER PRIMARY KEY, master_key TEXT NOT NULL, wrapped BLOB NOT NULL)",
  );
  sql.exec(`${how} INTO object_key VALUES (1, ?, ?)`, masterKeyId, wrapped.slice().buffer);
}
