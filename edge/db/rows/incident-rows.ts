import { and, inArray, isNull } from "drizzle-orm";
import type { Incident } from "../../domain/incidents.ts";
import type { Database } from "../open-database.ts";
import { incidents } from "../schema.ts";

/** Keys of the incidents that are open. */
export async function openIncidents(database: Database): Promise<readonly string[]> {
  const rows = await database
    .select({ kind: incidents.kind })
    .from(incidents)
    .where(isNull(incidents.closedAt));
  return rows.map(({ kind }) => kind);
}

/** Notes what has begun (as told now) and what is over. */
export async function noteIncidents(
  database: Database,
  begun: readonly (Incident & { readonly id: string })[],
  over: readonly string[],
  now: Date,
): Promise<void> {
  if (begun.length > 0) {
    await database.insert(incidents).values(
      begun.map(({ id, key, message }) => ({
        id,
        kind: key,
        detail: { message },
        openedAt: now,
        toldAt: now,
      })),
    );
  }
  if (over.length > 0) {
    await database
      .update(incidents)
      .set({ closedAt: now })
      .where(and(inArray(incidents.kind, [...over]), isNull(incidents.closedAt)));
  }
}
