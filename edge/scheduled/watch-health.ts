import type { Database } from "../db/open-database.ts";
import { noteIncidents, openIncidents } from "../db/rows/incident-rows.ts";
import { changeOfIncidents, incidentsOf, type Health } from "../domain/incidents.ts";

export interface WatchContext {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  readonly health: () => Promise<Health>;
  /** Tells the operator, by webhook and e-mail where they are configured. */
  readonly tell: (subject: string, lines: readonly string[]) => Promise<void>;
}

/** Looks at the service's health and tells the operator what has begun and what is over, once each. */
export async function watchHealth(context: WatchContext): Promise<void> {
  const { database, now, newId, tell } = context;
  const incidents = incidentsOf(await context.health());
  const { begun, over } = changeOfIncidents(await openIncidents(database), incidents);
  if (begun.length === 0 && over.length === 0) return;
  await noteIncidents(
    database,
    begun.map((incident) => ({ ...incident, id: newId() })),
    over,
    now,
  );
  const subject = begun[0]?.message ?? `Over: ${over.join(", ")}`;
  await tell(`CV2WEB: ${subject}`, [
    ...begun.map(({ message }) => message),
    ...over.map((key) => `Over: ${key}`),
  ]);
}
