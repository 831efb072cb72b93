import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { pendingMoves, people } from "../schema.ts";
import { OWNED_TABLE_NAMES, OWNED_TABLES } from "./owned-tables.ts";

/** Work that is on its way from an anonymous person to an account. */
export interface PendingMove {
  readonly fromId: string;
  readonly toId: string;
}

/**
 * Moves an anonymous person's rows to the account they now have, and notes that the rest of their work
 * is still to move: both or neither. A second time does nothing more.
 */
export async function beginMove(database: Database, { fromId, toId }: PendingMove): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.insert(pendingMoves).values({ fromId, toId }).onConflictDoNothing();
    await transaction.execute(sql`
      insert into usage (person_id, act, period, count, amount)
      select ${toId}, act, period, count, amount from usage where person_id = ${fromId}
      on conflict (person_id, period, act) do update
      set count = usage.count + excluded.count, amount = usage.amount + excluded.amount`);
    await transaction.execute(sql`delete from usage where person_id = ${fromId}`);
    // A file that the account has too stays beside its own until no draft shows it any more.
    await transaction.execute(sql`
      update site_files f set hash = f.hash || '.' || f.owner_id where owner_id = ${fromId}
      and exists (select 1 from site_files o where o.owner_id = ${toId} and o.hash = f.hash)`);
    for (const table of OWNED_TABLE_NAMES) {
      const { owner, atSignUp } = OWNED_TABLES[table];
      // What hangs on another row goes with it; usage is added up above.
      if (atSignUp !== "moves" || typeof owner !== "string" || table === "usage") continue;
      await transaction.execute(
        sql`update ${sql.identifier(table)} set ${sql.identifier(owner)} = ${toId}
            where ${sql.identifier(owner)} = ${fromId}`,
      );
    }
  });
}

/** Moves that aren't over: to a person, or those that were cut (begun before a moment). */
export async function listMoves(
  database: Database,
  which: { readonly to: string } | { readonly begunBefore: Date },
  most: number,
): Promise<readonly (PendingMove & { readonly tier: string })[]> {
  return database
    .select({ fromId: pendingMoves.fromId, toId: pendingMoves.toId, tier: people.tier })
    .from(pendingMoves)
    .innerJoin(people, eq(people.id, pendingMoves.toId))
    .where(
      "to" in which
        ? eq(pendingMoves.toId, which.to)
        : lt(pendingMoves.createdAt, which.begunBefore),
    )
    .orderBy(asc(pendingMoves.createdAt))
    .limit(most);
}

/** All of it has arrived. */
export async function endMove(database: Database, { fromId, toId }: PendingMove): Promise<void> {
  await database
    .delete(pendingMoves)
    .where(and(eq(pendingMoves.fromId, fromId), eq(pendingMoves.toId, toId)));
}
