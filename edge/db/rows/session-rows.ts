import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { people, sessions } from "../schema.ts";

/** A session and what a request needs to know of whose it is. */
export interface SessionRow {
  readonly id: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly isAnonymous: boolean | null;
  readonly tier: string;
}

/** The session of a token, one that is over too; `null` where there is none. */
export async function findSession(database: Database, token: string): Promise<SessionRow | null> {
  const rows = await database
    .select({
      id: sessions.id,
      personId: sessions.userId,
      expiresAt: sessions.expiresAt,
      isAnonymous: people.isAnonymous,
      tier: people.tier,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(eq(sessions.token, token));
  return rows[0] ?? null;
}
