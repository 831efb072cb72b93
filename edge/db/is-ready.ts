import { sql } from "drizzle-orm";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import journal from "./migrations/meta/_journal.json" with { type: "json" };
import type { Database } from "./open-database.ts";

const LATEST = journal.entries.at(-1)!.tag;

/** Whether Postgres answers and has this release's last migration; fails with `unavailable`. */
export async function isReady(database: Pick<Database, "execute">): Promise<Result<void>> {
  try {
    const rows = await database.execute(sql`select 1 from migrations where name = ${LATEST}`);
    return rows.length > 0 ? ok(undefined) : fail(NOT_MIGRATED);
  } catch {
    return fail(NOT_REACHED);
  }
}

const NOT_MIGRATED: Failure = {
  kind: "unavailable",
  message: `The database lacks the migration ${LATEST}.`,
  nextStep: "Run npm run migrate.",
  retryable: true,
};
export const NOT_REACHED: Failure = {
  kind: "unavailable",
  message: "The database isn’t reached.",
  nextStep: "Check DATABASE_URL.",
  retryable: true,
};
