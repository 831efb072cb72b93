import { RETENTION, SIGN_IN, type Tier } from "../../shared/limits.ts";
import type { Caller } from "../caller.ts";
import type { Database } from "../db/open-database.ts";
import { findSession } from "../db/rows/session-rows.ts";
import { sessionTokenOf } from "./session-cookie.ts";

/**
 * Who sends a request, by one query: nothing is remembered between requests, so that a session that was
 * ended (a new password, signed out elsewhere) is over with the next call, in every isolate.
 * @param given.renew lets better-auth put off the end of a session that is used (once a day)
 */
export async function readCaller(
  request: Request,
  given: {
    readonly database: () => Database;
    readonly secret: string;
    readonly isSecure: boolean;
    readonly now: number;
    readonly renew: () => void;
  },
): Promise<Caller | null> {
  const token = await sessionTokenOf(request, given.secret, given.isSecure);
  if (token === null) return null;
  const session = await findSession(given.database(), token);
  const left = session ? session.expiresAt.getTime() - given.now : 0;
  if (!session || left <= 0) return null;
  if (left <= RETENTION.sessionMs - SIGN_IN.renewMs) given.renew();
  return { personId: session.personId, sessionId: session.id, tier: tierOf(session) };
}

/** A person's tier, as their row says it. */
export const tierOf = (person: {
  readonly isAnonymous?: boolean | null;
  readonly tier?: string | null;
}): Tier =>
  person.isAnonymous ? "anonymous" : person.tier === "premium" ? "premium" : "registered";
