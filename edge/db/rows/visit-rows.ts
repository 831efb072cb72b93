import { and, eq, lt, sql, type SQL } from "drizzle-orm";
import type { CountedDay } from "../../domain/figures.ts";
import type { Database } from "../open-database.ts";
import { visits, visitSalts } from "../schema.ts";

/** A visit as it is written; `at` in epoch milliseconds. */
export interface Visit {
  readonly publicationId: string;
  /** `own`: its owner was seen, and what this visitor did that day isn’t counted. */
  readonly kind: "view" | "click" | "own";
  readonly target: string;
  readonly visitor: string;
  readonly referrer: string | null;
  readonly country: string | null;
  readonly device: string | null;
  readonly at: number;
}

/** Writes visits together; those of sites that are gone meanwhile are left out. */
export async function addVisits(database: Database, gathered: readonly Visit[]): Promise<void> {
  await database.execute(sql`
    insert into visits (publication_id, kind, target, visitor, referrer, country, device, created_at)
    select p.id, v.kind, v.target, v.visitor, v.referrer, v.country, v.device,
      to_timestamp(v.at / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(gathered)}::jsonb) as v("publicationId" text, kind text,
      target text, visitor text, referrer text, country text, device text, at double precision)
    join publications p on p.id = v."publicationId"`);
}

/** The salt of a day, made by whoever asks first. */
export async function saltOf(
  database: Database,
  day: string,
  fresh: Uint8Array,
): Promise<Uint8Array> {
  const read = async () =>
    (await database.select().from(visitSalts).where(eq(visitSalts.day, day)))[0]?.salt;
  const there = await read();
  if (there) return new Uint8Array(there);
  await database.insert(visitSalts).values({ day, salt: fresh }).onConflictDoNothing();
  return new Uint8Array((await read()) ?? fresh);
}

/**
 * Visits counted by site, day and part, as rows of `visit_days`. What an owner did on a day on which they
 * were seen is left out, whether before or after.
 */
const counted = (which: SQL) => sql`
  select v.publication_id, to_char(v.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, p.part, p.name,
    count(*)::int as count, count(distinct v.visitor)::int as visitors
  from visits v cross join lateral (values ('all', ''), ('page', v.target),
    ('referrer', coalesce(v.referrer, '')), ('country', coalesce(v.country, '')),
    ('device', coalesce(v.device, '')), ('link', v.target)) p (part, name)
  where ${which} and v.kind in ('view', 'click') and (v.kind = 'click') = (p.part = 'link')
    and not exists (select from visits o where o.kind = 'own' and o.visitor = v.visitor
      and o.publication_id = v.publication_id)
  group by 1, 2, 3, 4`;

/** Visits after the last day of their site that has been added up. */
const NOT_SUMMED = sql`v.created_at >= coalesce((select (max(d.day)::date + 1)::timestamp at time zone 'UTC'
  from visit_days d where d.publication_id = v.publication_id), '-infinity')`;

/** Adds up the days that are over. @param today `2026-11-21`, UTC @returns rows that were written */
export async function sumVisitDays(database: Database, today: string): Promise<number> {
  const over = sql`v.created_at < ${today}::timestamp at time zone 'UTC' and ${NOT_SUMMED}`;
  const rows = await database.execute(sql`
    insert into visit_days (publication_id, day, part, name, count, visitors)
    ${counted(over)} on conflict do nothing returning id`);
  return rows.length;
}

/**
 * Visits to sites from a day on, by day and part: days that are added up as they are, the others as they
 * stand now. @param parts all of them where it isn’t said
 */
export async function readCountedDays(
  database: Database,
  publicationIds: readonly string[],
  from: string,
  parts: "everything" | "all" = "everything",
): Promise<readonly CountedDay[]> {
  if (publicationIds.length === 0) return [];
  const ids = sql`(${sql.join(
    publicationIds.map((id) => sql`${id}`),
    sql`, `,
  )})`;
  const recent = sql`v.publication_id in ${ids} and ${NOT_SUMMED}
    and v.created_at >= ${from}::timestamp at time zone 'UTC'`;
  const rows = await database.execute<Record<string, unknown>>(sql`
    select * from (
      select publication_id, day, part, name, count, visitors from visit_days
      where publication_id in ${ids} and day >= ${from}
      union all ${counted(recent)}) c
    where ${parts === "all" ? sql`c.part = 'all'` : sql`true`} order by day, part, name`);
  return [...rows].map((row) => ({
    publicationId: String(row["publication_id"]),
    day: String(row["day"]),
    part: String(row["part"]),
    name: String(row["name"]),
    count: Number(row["count"]),
    visitors: Number(row["visitors"]),
  }));
}

/** Deletes visits before a moment, of one site, or both. @returns how many */
export async function deleteVisits(
  database: Database,
  which: { readonly before: Date | null; readonly publicationId: string | null },
): Promise<number> {
  const gone = await database
    .delete(visits)
    .where(
      and(
        which.before === null ? undefined : lt(visits.createdAt, which.before),
        which.publicationId === null ? undefined : eq(visits.publicationId, which.publicationId),
      ),
    )
    .returning({ id: visits.id });
  return gone.length;
}
