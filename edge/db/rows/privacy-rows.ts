import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { accounts, people, sessions } from "../schema.ts";

/** The hash of a person's password; `null` where they sign in otherwise. */
export async function passwordHashOf(database: Database, personId: string): Promise<string | null> {
  const rows = await database
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, personId), eq(accounts.providerId, "credential")))
    .limit(1);
  return rows[0]?.password ?? null;
}

/** Whether there is such a person: somebody may have been deleted while a request of theirs went on. */
export async function isThere(database: Database, personId: string): Promise<boolean> {
  const rows = await database
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
    .limit(1);
  return rows.length > 0;
}

/** When a session began; `null` where it is over. */
export async function sessionBegan(database: Database, sessionId: string): Promise<Date | null> {
  const rows = await database
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return rows[0]?.createdAt ?? null;
}

/**
 * Deletes a person; all rows of theirs go with them, and their key with those. Short-lived proofs name
 * them by id or address inside their text.
 */
export async function deletePerson(
  database: Database,
  personId: string,
  email: string,
): Promise<void> {
  await database.transaction(async (all) => {
    // Whoever writes for them now (`lockTotals` shares this row) ends first; who comes after finds nobody.
    await all.execute(sql`select id from people where id = ${personId} for update`);
    // Contents are named by other rows: those go first.
    for (const table of ["source_cvs", "snapshots", "portfolios"]) {
      await all.execute(sql`delete from ${sql.identifier(table)} where owner_id = ${personId}`);
    }
    for (const text of [personId, email].filter(Boolean)) {
      await all.execute(sql`delete from verifications
        where position(${text} in value) > 0 or position(${text} in identifier) > 0`);
    }
    await all.delete(people).where(eq(people.id, personId));
  });
}
