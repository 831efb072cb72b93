import { and, eq } from "drizzle-orm";
import type { HostedState } from "../../../shared/hosted-sandbox.ts";
import type { SandboxMove } from "../../domain/sandbox-life.ts";
import type { Database } from "../open-database.ts";
import { people, sandboxes, sandboxEvents } from "../schema.ts";

export interface SandboxRow {
  readonly id: string;
  readonly ownerId: string;
  readonly providerId: string | null;
  readonly state: HostedState;
  readonly activeAt: Date;
  readonly stateAt: Date;
  readonly createdAt: Date;
}

/** Keeps where a sandbox stands, with the moves that led there, all or nothing. */
export async function keepMoves(
  database: Database,
  row: SandboxRow,
  moves: readonly SandboxMove[],
): Promise<void> {
  await database.transaction(async (transaction) => {
    const { id: _id, createdAt: _createdAt, ...changing } = row;
    await transaction
      .insert(sandboxes)
      .values(row)
      .onConflictDoUpdate({ target: sandboxes.id, set: changing });
    if (moves.length === 0) return;
    await transaction.insert(sandboxEvents).values(
      moves.map(({ from, to, reason, afterMs, at }) => ({
        sandboxId: row.id,
        from,
        to,
        reason,
        afterMs,
        createdAt: new Date(at),
      })),
    );
  });
}

/** The moves that are kept of a sandbox, oldest first. */
export const readMoves = (database: Database, sandboxId: string) =>
  database
    .select({ from: sandboxEvents.from, to: sandboxEvents.to, reason: sandboxEvents.reason })
    .from(sandboxEvents)
    .where(eq(sandboxEvents.sandboxId, sandboxId))
    .orderBy(sandboxEvents.id);

/** A person's e-mail address as it is sealed; `null` for people without an account. */
export async function readAddress(database: Database, personId: string): Promise<string | null> {
  const [person] = await database
    .select({ email: people.email })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.isAnonymous, false)));
  return person?.email ?? null;
}
