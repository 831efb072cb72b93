import { eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { people, sandboxes } from "../schema.ts";

/** How many hosted sandboxes run. */
export async function countRunningSandboxes(database: Database): Promise<number> {
  const [running] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(sandboxes)
    .where(eq(sandboxes.state, "running"));
  return running?.count ?? 0;
}

/** Gauges that are counted in the database: series → value. */
export async function readGauges(database: Database): Promise<Readonly<Record<string, number>>> {
  const tiers = await database
    .select({
      tier: sql<string>`case when ${people.isAnonymous} then 'anonymous' else ${people.tier} end`,
      count: sql<number>`count(*)::int`,
    })
    .from(people)
    .groupBy(sql`1`);
  const states = await database
    .select({ state: sandboxes.state, count: sql<number>`count(*)::int` })
    .from(sandboxes)
    .groupBy(sandboxes.state);
  return Object.fromEntries([
    ...tiers.map(({ tier, count }) => [`people{tier="${tier}"}`, count] as const),
    ...states.map(({ state, count }) => [`sandboxes{state="${state}"}`, count] as const),
  ]);
}
