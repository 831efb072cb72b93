import { ok, type Result } from "../../shared/failure.ts";
import type { Database } from "../db/open-database.ts";
import { markWrapped, peopleNotUnder } from "../db/rows/key-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { readMasterKeys } from "./master-keys.ts";

/** People of one round: each costs two calls and one for every job of theirs. */
const AT_ONCE = 100;

export interface Wrapped {
  /** People whose objects were looked at. */
  readonly people: number;
  /** Whether others are still to be looked at. */
  readonly areLeft: boolean;
}

/**
 * Wraps the keys of people's Durable Objects (jobs, hosted sandboxes, readings) under the current master key, some people
 * at a call. With one master key there is nothing to do. Can be stopped and begun again at any point.
 * Fails with `unavailable` without master keys.
 */
export async function wrapObjects(
  database: Database,
  places: Pick<Dependencies, "jobsOf" | "job" | "readingsOf" | "sandbox" | "fleet">,
  masterKeysText: string | undefined,
): Promise<Result<Wrapped>> {
  const masterKeys = await readMasterKeys(masterKeysText);
  if (!masterKeys.ok) return masterKeys;
  const { currentId, ids } = masterKeys.value;
  if (ids.length < 2) return ok({ people: 0, areLeft: false });
  const due = await peopleNotUnder(database, currentId, AT_ONCE);
  for (const personId of due) {
    for (const { id } of await places.jobsOf({ personId }).jobs()) await places.job(id).wrapAnew();
    for (const id of await places.fleet().listOf(personId)) await places.sandbox(id).wrapAnew();
    await places.readingsOf({ personId }).wrapAnew();
    await markWrapped(database, personId, currentId);
  }
  return ok({ people: due.length, areLeft: due.length === AT_ONCE });
}
