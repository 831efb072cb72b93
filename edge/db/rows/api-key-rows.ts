import { and, count, desc, eq, gt, gte, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { aiGenerations, apiKeys, people } from "../schema.ts";

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** Who a key stands for, and what it may do. */
export interface KeyHolder {
  readonly keyId: string;
  readonly personId: string;
  readonly scopes: string;
  readonly isAnonymous: boolean | null;
  readonly tier: string | null;
}

/** The holder of the key with this hash; `null` where it isn’t known or has expired. */
export async function findKeyHolder(
  database: Database,
  hash: Uint8Array,
  now: Date,
): Promise<KeyHolder | null> {
  const rows = await database
    .select({
      keyId: apiKeys.id,
      personId: people.id,
      scopes: apiKeys.scopes,
      isAnonymous: people.isAnonymous,
      tier: people.tier,
    })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.ownerId))
    .where(and(eq(apiKeys.hash, hash), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))));
  return rows[0] ?? null;
}

/** Counts a request that a key let through. */
export async function countKeyUse(database: Database, id: string, at: Date): Promise<void> {
  await database
    .update(apiKeys)
    .set({ requests: sql`${apiKeys.requests} + 1`, usedAt: at })
    .where(eq(apiKeys.id, id));
}

/** A person’s keys, newest first. */
export const listApiKeys = async (
  database: Database,
  personId: string,
): Promise<readonly ApiKeyRow[]> =>
  database
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.ownerId, personId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));

export interface KeySpent {
  readonly keyId: string;
  readonly calls: number;
  readonly tokens: number;
  readonly costDollars: number;
}

/** What the model took through each of a person’s keys since a time. */
export async function readKeysSpent(
  database: Database,
  personId: string,
  since: Date,
): Promise<readonly KeySpent[]> {
  const { inputTokens, outputTokens, costMicros, apiKeyId, ownerId, createdAt } = aiGenerations;
  return database
    .select({
      keyId: sql<string>`${apiKeyId}`,
      calls: count(),
      tokens: sql<number>`sum(${inputTokens} + ${outputTokens})::float8`,
      costDollars: sql<number>`coalesce(sum(${costMicros}), 0)::float8 / 1e6`,
    })
    .from(aiGenerations)
    .where(and(eq(ownerId, personId), gte(createdAt, since), isNotNull(apiKeyId)))
    .groupBy(apiKeyId);
}

/** Keeps a new key, unless its person has `most` already. @returns whether it is kept */
export async function addApiKey(
  database: Database,
  key: typeof apiKeys.$inferInsert,
  most: number,
): Promise<boolean> {
  return database.transaction(async (change) => {
    // Their row is the lock: two at once would both find room.
    await change.select().from(people).where(eq(people.id, key.ownerId)).for("update");
    const [there] = await change
      .select({ keys: count() })
      .from(apiKeys)
      .where(eq(apiKeys.ownerId, key.ownerId));
    if (there!.keys >= most) return false;
    await change.insert(apiKeys).values(key);
    return true;
  });
}

/** Gives a key another secret: the one before opens nothing from then on. */
export async function replaceApiKey(
  database: Database,
  id: string,
  secret: Pick<ApiKeyRow, "hash" | "start">,
): Promise<void> {
  await database.update(apiKeys).set(secret).where(eq(apiKeys.id, id));
}

export async function removeApiKey(database: Database, id: string): Promise<void> {
  await database.delete(apiKeys).where(eq(apiKeys.id, id));
}

export async function ownsApiKey(
  database: Database,
  personId: string,
  id: string,
): Promise<boolean> {
  const rows = await database
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), eq(apiKeys.ownerId, personId)));
  return rows.length > 0;
}
