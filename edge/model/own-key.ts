import { ok, type Result } from "../../shared/failure.ts";
import type { Caller } from "../caller.ts";
import type { Database } from "../db/open-database.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { readVaultKey } from "../db/rows/vault-rows.ts";
import type { KeyRing } from "../keys/key-ring.ts";

/** Whose keys people keep for the model. */
export const PROVIDER = "anthropic";

export interface OwnKey {
  readonly id: string;
  readonly key: string;
}

/** A person's own key for the model, opened; `null` where there is none. Fails as `KeyRing.person` does. */
export async function ownKeyOf(
  { database, keys }: { readonly database: () => Database; readonly keys: KeyRing },
  { personId, tier }: Pick<Caller, "personId" | "tier">,
): Promise<Result<OwnKey | null>> {
  if (tier === "anonymous") return ok(null);
  const kept = await readVaultKey(database(), personId, PROVIDER);
  if (!kept) return ok(null);
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const name = sealedNameOf("vault_keys", "key", kept.id);
  const key = (await person.value.unsealJson(kept.sealedKey, name)) as string;
  return ok({ id: kept.id, key });
}
