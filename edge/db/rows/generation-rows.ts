import { and, desc, eq, gte, lt, sql, type SQL } from "drizzle-orm";
import type { Spent } from "../../../shared/api/ai-usage.ts";
import type { Database } from "../open-database.ts";
import { aiGenerations as rows } from "../schema.ts";

export type GenerationRow = typeof rows.$inferInsert;

/** Writes down what a model was asked and gave. */
export async function addGeneration(database: Database, row: GenerationRow): Promise<void> {
  await database.insert(rows).values(row);
}

const sum = (what: SQL, only: SQL = sql`true`) =>
  sql<number>`coalesce(sum(${what}) filter (where ${only}), 0)::float8`;

const UNPRICED = sql`${rows.costMicros} is null`;

const spentColumns = (only?: SQL) => ({
  calls: sum(sql`1`, only),
  input: sum(sql`${rows.inputTokens} - ${rows.cachedTokens} - ${rows.cacheWriteTokens}`, only),
  cacheWrite: sum(sql`${rows.cacheWriteTokens}`, only),
  cacheRead: sum(sql`${rows.cachedTokens}`, only),
  output: sum(sql`${rows.outputTokens}`, only),
  costDollars: sum(sql`${rows.costMicros} / 1e6`, only),
  uncachedDollars: sum(sql`${rows.uncachedMicros} / 1e6`, only),
  // What was noted before whole files were reckoned had at least its tokens without the cache.
  wholeFilesDollars: sum(
    sql`coalesce(${rows.wholeFilesMicros}, ${rows.uncachedMicros}) / 1e6`,
    only,
  ),
  unpricedCalls: sum(sql`1`, only ? sql`${only} and ${UNPRICED}` : UNPRICED),
});

/** What a person's calls took since a time: all, those that mended, those of an own key; and all ever. */
export async function readSpent(
  database: Database,
  personId: string,
  since: Date,
): Promise<{
  readonly total: Spent;
  readonly repairs: Spent;
  readonly ownKey: Spent;
  readonly ever: Spent;
}> {
  const mine = and(eq(rows.ownerId, personId), gte(rows.createdAt, since));
  const read = async (only?: SQL) =>
    (await database.select(spentColumns(only)).from(rows).where(mine))[0]!;
  const [ever] = await database.select(spentColumns()).from(rows).where(eq(rows.ownerId, personId));
  return {
    total: await read(),
    repairs: await read(sql`${rows.isRepair}`),
    ownKey: await read(sql`${rows.vaultKeyId} is not null`),
    ever: ever!,
  };
}

export interface MessageSpent extends Spent {
  readonly messageId: string;
  readonly component: string;
  readonly at: number;
  readonly repairCalls: number;
}

/** What each message of a person's took, newest first: those whose last call was before a time. */
export async function readMessagesSpent(
  database: Database,
  personId: string,
  range: { readonly since: Date; readonly before: Date; readonly most: number },
): Promise<readonly MessageSpent[]> {
  const message = sql<string>`coalesce(${rows.messageId}, ${rows.id})`;
  const at = sql<number>`(extract(epoch from max(${rows.createdAt})) * 1000)::float8`;
  return database
    .select({
      messageId: message,
      component: sql<string>`min(${rows.component})`,
      at,
      repairCalls: sum(sql`1`, sql`${rows.isRepair}`),
      ...spentColumns(),
    })
    .from(rows)
    .where(and(eq(rows.ownerId, personId), gte(rows.createdAt, range.since)))
    .groupBy(message)
    .having(lt(sql`max(${rows.createdAt})`, sql`${range.before.toISOString()}::timestamptz`))
    .orderBy(desc(at))
    .limit(range.most);
}
