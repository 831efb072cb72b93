import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { newDataKey, readMasterKeys, type WrappedKey } from "./master-keys.ts";

/** Where a data key is kept, wrapped. */
export interface DataKeyStore {
  /**
   * The key that is there; the first call keeps what `make` gives, whoever is first. `null` where there
   * is nobody any more to keep it for.
   */
  keep(make: () => Promise<WrappedKey>): Promise<WrappedKey | null>;
  /** Keeps it wrapped anew; where it is left out, rotation does so elsewhere. */
  replace?(by: WrappedKey): Promise<void>;
}

/**
 * An owner's data key (32 bytes) out of its store, made at first use and wrapped by the operator's
 * current master key. Fails with `unavailable` without master keys, or where the one that wrapped it is
 * gone; with `unauthenticated` where the owner is.
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
  if (!kept) return fail(PERSON_GONE);
  const raw = await unwrap(kept, owner);
  if (!raw.ok) return raw;
  if (kept.masterKeyId !== currentId) await store.replace?.(await wrap(raw.value, owner));
  return ok(raw.value);
}

/** Somebody was deleted while a request of theirs went on. */
export const PERSON_GONE: Failure = {
  kind: "unauthenticated",
  message: "This account has been deleted.",
  nextStep: "What this browser keeps is still here; sign up again to keep it elsewhere, too.",
  retryable: false,
};
