import { fail, ok, type Result } from "../../shared/failure.ts";
import { newDataKey, NO_MASTER_KEY, readMasterKeys, type WrappedKey } from "../keys/master-keys.ts";
import { deriveKey } from "../keys/seal.ts";

/** Whose key it is, to the master key. */
const OWNER = "durable object";

/**
 * The one key of a Durable Object, made at first use and kept wrapped in its own storage, so that an
 * object needs no database to open what it keeps. Wrapped again when the operator's current key is
 * another. Fails with `unavailable` without master keys: then nothing is kept.
 */
export async function openObjectKey(
  sql: SqlStorage,
  masterKeysText: string | undefined,
): Promise<Result<CryptoKey>> {
  const masterKeys = await readMasterKeys(masterKeysText);
  if (!masterKeys.ok) return masterKeys;
  sql.exec(
    "CREATE TABLE IF NOT EXISTS object_key (id INTEGER PRIMARY KEY, master_key TEXT NOT NULL, wrapped BLOB NOT NULL)",
  );
  const { wrap, unwrap, currentId } = masterKeys.value;
  if (!readKey(sql)) {
    // Somebody else may make one meanwhile; the first stays.
    writeKey(sql, "INSERT OR IGNORE", await wrap(newDataKey(), OWNER));
  }
  const kept = readKey(sql);
  if (!kept) return fail(NO_MASTER_KEY);
  const raw = await unwrap(kept, OWNER);
  if (!raw.ok) return raw;
  if (kept.masterKeyId !== currentId)
    writeKey(sql, "INSERT OR REPLACE", await wrap(raw.value, OWNER));
  return ok(await deriveKey(raw.value, OWNER, "encrypt"));
}

function readKey(sql: SqlStorage): WrappedKey | null {
  const row = sql
    .exec<{
      master_key: string;
      wrapped: ArrayBuffer;
    }>("SELECT master_key, wrapped FROM object_key WHERE id = 1")
    .toArray()[0];
  return row ? { masterKeyId: row.master_key, wrapped: new Uint8Array(row.wrapped) } : null;
}

const writeKey = (sql: SqlStorage, how: string, { masterKeyId, wrapped }: WrappedKey) =>
  sql.exec(`${how} INTO object_key VALUES (1, ?, ?)`, masterKeyId, wrapped.slice().buffer);
