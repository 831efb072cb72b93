import type { Tier } from "../../shared/limits.ts";
import type { Database } from "../db/open-database.ts";
import { endMove, listMoves } from "../db/rows/move-rows.ts";
import type { Dependencies } from "../dependencies.ts";

/** Where a person's work is that isn't in the database. */
export type WorkPlaces = Pick<Dependencies, "jobsOf" | "job" | "readingsOf" | "sandbox" | "fleet">;

/** Moves of one round; more go with the next. */
const AT_ONCE = 20;
/** A move this old was cut, in milliseconds: one that isn't takes seconds. */
const CUT_AFTER_MS = 60_000;

/**
 * Gives an anonymous person's jobs, sandboxes and readings to the account they now have. Each step can be done
 * again: a list is taken over before its jobs are, and forgotten after them.
 */
export async function moveObjects(
  places: WorkPlaces,
  from: string,
  to: { readonly personId: string; readonly tier: Tier },
): Promise<void> {
  const old = places.jobsOf({ personId: from });
  const given = new Set<string>();
  // A job may be ordered while others move: looked at until there is no other.
  for (;;) {
    const jobs = (await old.jobs()).filter(({ id }) => !given.has(id));
    if (jobs.length === 0) break;
    await places.jobsOf(to).takeJobs(jobs);
    for (const { id } of jobs) {
      await places.job(id).giveTo(from, to);
      given.add(id);
    }
  }
  for (const id of await places.fleet().listOf(from)) await places.sandbox(id).giveTo(from, to);
  await places.readingsOf({ personId: from }).moveTo(to.personId);
  await old.forget();
}

/** Ends the moves that are under way to a person. */
export const finishMovesTo = (database: Database, places: WorkPlaces, personId: string) =>
  finish(database, places, { to: personId });

/** Ends moves that were cut. @returns how many */
export const finishCutMoves = (database: Database, places: WorkPlaces, now: Date) =>
  finish(database, places, { begunBefore: new Date(now.getTime() - CUT_AFTER_MS) });

async function finish(
  database: Database,
  places: WorkPlaces,
  which: Parameters<typeof listMoves>[1],
): Promise<number> {
  const moves = await listMoves(database, which, AT_ONCE);
  for (const { fromId, toId, tier } of moves) {
    const account: Tier = tier === "premium" ? "premium" : "registered";
    await moveObjects(places, fromId, { personId: toId, tier: account });
    await endMove(database, { fromId, toId });
  }
  return moves.length;
}
