import { ok, type Result } from "../../shared/failure.ts";
import { newDataKey, readMasterKeys, type WrappedKey } from "./master-keys.ts";

/** Where a data key is kept, wrapped. */
export interface DataKeyStore {
  /** The key that is there; the first call keeps what `make` gives, whoever is first. */
  keep(make: () => Promise<WrappedKey>): Promise<WrappedKey>;
  /** Keeps it wrapped anew; where it is left out, rotation does so elsewhere. */
  replace?(by: WrappedKey): Promise<void>;
}

/**
 * An owner's data key (32 bytes) out of its store, made at first use and wrapped by the operator's
 * current master key. Fails with `unavailable` without master keys, or where the one that wrapped it is
 * gone.
 */
export async function openDataKey(
  masterKeysText: string | undefined,
  owner: string,
  store: DataKeyStore,
): Promise<Result<Uint8Array>> {
  const masterKeys = await readMasterKeys(masterKeysText);
  if (!masterKeys.ok) return masterKeys;
  const { wrap, unwrap, currentId } = masterKeys.value;
  const kept = await store.keep(() => wrap(newDataKey(), owner));
  const raw = await unwrap(kept, owner);
  if (!raw.ok) return raw;
  if (kept.masterKeyId !== currentId) await store.replace?.(await wrap(raw.value, owner));
  return ok(raw.value);
}
