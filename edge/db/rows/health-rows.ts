import { and, eq, isNull, min, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { jobs, people, sandboxes } from "../schema.ts";

/** What the database tells about the service's health. */
export interface HealthRows {
  readonly runningSandboxes: number;
  /** When the job that has gone on longest began; `null` where none goes on. */
  readonly oldestRunningJob: Date | null;
}

export async function readHealthRows(database: Database): Promise<HealthRows> {
  const [running] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(sandboxes)
    .where(eq(sandboxes.state, "running"));
  const [oldest] = await database
    .select({ at: min(jobs.startedAt) })
    .from(jobs)
    .where(and(eq(jobs.status, "running"), isNull(jobs.endedAt)));
  return { runningSandboxes: running?.count ?? 0, oldestRunningJob: oldest?.at ?? null };
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
