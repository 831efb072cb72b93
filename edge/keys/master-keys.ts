import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { plain, seal, unseal } from "./seal.ts";

/** A data key as it is kept: which master key wraps it, and the wrapped bytes. */
export interface WrappedKey {
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
}

/** The operator's keys: they encrypt data keys and nothing else (R5.9). */
export interface MasterKeys {
  readonly currentId: string;
  /** All of them, the current first. */
  readonly ids: readonly string[];
  /** Under the current key; `owner` is bound to it, so that one's key can't be given to another. */
  wrap(dataKey: Uint8Array, owner: string): Promise<WrappedKey>;
  /** Fails with `unavailable` when the master key that wrapped it is gone. */
  unwrap(key: WrappedKey, owner: string): Promise<Result<Uint8Array>>;
}

const KEY_BYTES = 32;

/**
 * Reads `id:base64 of 32 bytes`, comma separated, the first current. Fails with `unavailable` when
 * there is none or one can't be used: nothing is kept then, rather than kept readable.
 */
export async function readMasterKeys(text: string | undefined): Promise<Result<MasterKeys>> {
  const entries = (text ?? "").split(",").flatMap((entry) => {
    const [id, ...rest] = entry.trim().split(":");
    return id && rest.length > 0 ? [[id, decode(rest.join(":"))] as const] : [];
  });
  if (entries.length === 0 || entries.some(([, bytes]) => bytes?.length !== KEY_BYTES)) {
    return fail(NO_MASTER_KEY);
  }
  const keys = new Map<string, CryptoKey>();
  for (const [id, bytes] of entries) {
    const usages: KeyUsage[] = ["encrypt", "decrypt"];
    keys.set(id, await crypto.subtle.importKey("raw", plain(bytes!), "AES-GCM", false, usages));
  }
  const currentId = entries[0]![0];
  const current = keys.get(currentId)!;
  return ok({
    currentId,
    ids: [...keys.keys()],
    wrap: async (dataKey, owner) => ({
      masterKeyId: currentId,
      wrapped: await seal(current, dataKey, `data key of ${owner}`),
    }),
    unwrap: async ({ masterKeyId, wrapped }, owner) => {
      const key = keys.get(masterKeyId);
      const dataKey = key && (await unseal(key, wrapped, `data key of ${owner}`));
      return dataKey ? ok(dataKey) : fail(NO_MASTER_KEY);
    },
  });
}

type KeyUsage = "encrypt" | "decrypt";

function decode(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}

/** A new data key. */
export const newDataKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(KEY_BYTES));

export const NO_MASTER_KEY: Failure = {
  kind: "unavailable",
  message: "This service can’t reach the key under which your work is kept.",
  nextStep: "Your work stays in this browser; try again later. The operator checks MASTER_KEYS.",
  retryable: true,
};
