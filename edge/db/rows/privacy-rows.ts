import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { accounts, people, sessions } from "../schema.ts";

/** Tables that say something about a person beside their content, and the column that names them. */
const ABOUT = {
  people: "id",
  sessions: "user_id",
  accounts: "user_id",
  passkeys: "user_id",
  api_keys: "reference_id",
  usage: "person_id",
  audit_log: "person_id",
  sandboxes: "owner_id",
  publications: "owner_id",
  draft_links: "owner_id",
  vault_keys: "owner_id",
} as const;

/** Secrets and ciphertext: of no use to the person, of much to a thief of the file. */
const LEFT_OUT = [
  "token",
  "password",
  "access_token",
  "refresh_token",
  "id_token",
  "key",
  "public_key",
  "sealed_key",
  "token_hash",
  "password_hash",
  "email",
  "name",
];

/** Every row about a person, by table, without secrets. */
export async function rowsAbout(
  database: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const all: Record<string, readonly unknown[]> = {};
  for (const [table, column] of Object.entries(ABOUT)) {
    const rows = await database.execute<{ row: unknown }>(
      sql`select to_jsonb(t) - ${sql.raw(`'{${LEFT_OUT.join(",")}}'::text[]`)} as row
        from ${sql.identifier(table)} t where ${sql.identifier(column)} = ${personId}`,
    );
    all[table] = [...rows].map(({ row }) => row);
  }
  return all;
}

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
    for (const table of ["source_cvs", "portfolios"]) {
      await all.execute(sql`delete from ${sql.identifier(table)} where owner_id = ${personId}`);
    }
    for (const text of [personId, email].filter(Boolean)) {
      await all.execute(sql`delete from verifications
        where position(${text} in value) > 0 or position(${text} in identifier) > 0`);
    }
    await all.delete(people).where(eq(people.id, personId));
  });
}
