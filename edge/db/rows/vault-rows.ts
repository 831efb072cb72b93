import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { vaultKeys } from "../schema.ts";

/** A person's own key for a provider, sealed under their data key. */
export interface VaultKey {
  readonly id: string;
  readonly sealedKey: Uint8Array;
  readonly ending: string;
}

const of = (personId: string, provider: string) =>
  and(eq(vaultKeys.ownerId, personId), eq(vaultKeys.provider, provider));

/** The key that is kept; `null` where there is none. */
export async function readVaultKey(
  database: Database,
  personId: string,
  provider: string,
): Promise<VaultKey | null> {
  const rows = await database
    .select({ id: vaultKeys.id, sealedKey: vaultKeys.sealedKey, ending: vaultKeys.ending })
    .from(vaultKeys)
    .where(of(personId, provider))
    .orderBy(desc(vaultKeys.createdAt))
    .limit(1);
  return rows[0] ?? null;
}

/** Keeps a key instead of the one before. */
export async function writeVaultKey(
  database: Database,
  personId: string,
  provider: string,
  key: VaultKey,
): Promise<void> {
  await database.transaction(async (change) => {
    await change.delete(vaultKeys).where(of(personId, provider));
    await change.insert(vaultKeys).values({ ...key, ownerId: personId, provider });
  });
}

/** Removes every key of a provider's. */
export async function removeVaultKeys(
  database: Database,
  personId: string,
  provider: string,
): Promise<void> {
  await database.delete(vaultKeys).where(of(personId, provider));
}

/** Says that a key was used just now. */
export async function noteVaultKeyUse(database: Database, id: string, at: Date): Promise<void> {
  await database.update(vaultKeys).set({ usedAt: at }).where(eq(vaultKeys.id, id));
}
