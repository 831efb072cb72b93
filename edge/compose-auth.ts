import { isBreached } from "./auth/breached-password.ts";
import type { AuthHandling } from "./auth/handle-auth.ts";
import { openAuth, type Auth } from "./auth/open-auth.ts";
import { carriesToken } from "./auth/operator.ts";
import { isSigned } from "./auth/signed-request.ts";
import { NO_ADDRESS } from "./address.ts";
import type { Caller } from "./caller.ts";
import type { Database } from "./db/open-database.ts";
import { noteAct } from "./db/rows/audit-rows.ts";
import { beginMove } from "./db/rows/move-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import { ATTEMPTS_OF_ADDRESS } from "./domain/sign-in-lock.ts";
import type { Env } from "./env.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { sendMail } from "./mail/send-mail.ts";
import { finishMovesTo, type WorkPlaces } from "./privacy/move-work.ts";
import type { SignInGuard } from "./objects/sign-in-guard.ts";
import { SIGN_IN } from "../shared/limits.ts";

export type AuthDependencies = Pick<
  Dependencies,
  "auth" | "callerOf" | "personOf" | "isOperator" | "isInternal"
>;

interface Surroundings extends Pick<Dependencies, "log" | "metrics" | "afterAnswer"> {
  readonly database: () => Database;
  readonly keys: KeyRing;
  readonly jobs: WorkPlaces;
  readonly requestId: string;
}

/** Who somebody is, for one request. Without a session cookie nothing is asked of the database. */
export function composeAuth(env: Env, around: Surroundings): AuthDependencies {
  const { database, keys, requestId, log, metrics, afterAnswer } = around;
  const opened = new Map<string, Auth>();
  const guard = async (key: string) =>
    env.SIGN_IN_GUARD.getByName(await nameOf(env.AUTH_SECRET ?? "", key));

  const authFor = (request: Request): Auth => {
    const origin = env.APP_ORIGIN || new URL(request.url).origin;
    const known = opened.get(origin);
    if (known) return known;
    const auth = openAuth({
      configuration: env,
      database,
      origin,
      lookUpKey: async () => {
        const key = await keys.lookUp();
        if (!key.ok) throw new Error(key.failure.message);
        return key.value;
      },
      sendLetter: async (letter) => {
        const sent = await sendMail(env, letter);
        metrics.count("mail_total", { outcome: sent.ok ? "sent" : "failed" });
        if (!sent.ok) log({ level: "error", event: "mail-failed", detail: sent.failure.detail });
      },
      afterAnswer,
      unlock: async (email) => (await guard(`account ${email.toLowerCase()}`)).succeeded(),
      moveWork: (from, to) => moveWork(around, from, to),
    });
    opened.set(origin, auth);
    return auth;
  };

  let known: Promise<Caller | null> | null = null;
  return {
    auth: (request, address) => ({
      ...attemptsOf(guard, address),
      handler: (inner) => authFor(request).handler(inner),
      isBreached: (password) => isBreached(password, env.BREACH_CHECK_URL, (asked) => fetch(asked)),
      note: (act) => afterAnswer(noteAct(database(), { personId: null, act, requestId })),
    }),
    callerOf: (request) => {
      if (
        !/(?:^|;\s*)(?:__Secure-)?cv2web\.session_token=/.test(request.headers.get("cookie") ?? "")
      )
        return Promise.resolve(null);
      return (known ??= readCaller(authFor(request), request));
    },
    personOf: async (request) => {
      const found = await authFor(request).api.getSession({ headers: request.headers });
      return found ? { name: found.user.name, email: found.user.email } : null;
    },
    isOperator: (request) => carriesToken(request, env.OPERATOR_TOKEN),
    isInternal: (request) => isSigned(request, env.INTERNAL_KEY, Date.now()),
  };
}

/** What doesn't move now is moved by the scheduled work: nobody is kept from signing in by it. */
async function moveWork(
  { database, jobs, log }: Surroundings,
  fromId: string,
  toId: string,
): Promise<void> {
  await beginMove(database(), { fromId, toId });
  await finishMovesTo(database(), jobs, toId).catch((error: unknown) =>
    log({ level: "error", event: "move-cut", error: String(error) }),
  );
}

async function readCaller(auth: Auth, request: Request): Promise<Caller | null> {
  const found = await auth.api.getSession({ headers: request.headers });
  if (!found) return null;
  const { user, session } = found as {
    user: { id: string; isAnonymous?: boolean | null; tier?: string | null };
    session: { id: string };
  };
  const tier = user.isAnonymous ? "anonymous" : user.tier === "premium" ? "premium" : "registered";
  return { personId: user.id, sessionId: session.id, tier };
}

type Guard = (key: string) => Promise<Pick<SignInGuard, "attempt" | "takeBack" | "succeeded">>;
type Attempts = Pick<AuthHandling, "attemptAt" | "attemptFrom" | "succeeded">;

/** Attempts to sign in, counted at the account and, where it is known, from the address. */
const attemptsOf = (guard: Guard, address: string): Attempts => ({
  attemptAt: async (account) =>
    (await (await guard(`account ${account}`)).attempt(SIGN_IN.attempts)).waitMs,
  attemptFrom: async () =>
    address === NO_ADDRESS
      ? { waitMs: 0, at: 0 }
      : (await guard(`address ${address}`)).attempt(ATTEMPTS_OF_ADDRESS),
  succeeded: async (account, { at }) => {
    await (await guard(`account ${account}`)).succeeded();
    if (address !== NO_ADDRESS) await (await guard(`address ${address}`)).takeBack(at);
  },
});

/** A guard's name tells nobody whose account it guards. */
async function nameOf(secret: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${secret} sign-in ${key}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
