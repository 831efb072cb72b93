import { isBreached } from "./auth/breached-password.ts";
import type { AuthHandling } from "./auth/handle-auth.ts";
import { openAuth, type Auth, type AuthSettings } from "./auth/open-auth.ts";
import { isOperator } from "./auth/operator.ts";
import { keyHashOf } from "./auth/key-hash.ts";
import { readCaller, tierOf } from "./auth/read-caller.ts";
import { hasSessionCookie } from "./auth/session-cookie.ts";
import { passwordsOf } from "./compose-passwords.ts";
import { isSigned } from "./auth/signed-request.ts";
import { NO_ADDRESS } from "./address.ts";
import type { Caller, KeyCaller } from "./caller.ts";
import type { Database } from "./db/open-database.ts";
import { countKeyUse, findKeyHolder } from "./db/rows/api-key-rows.ts";
import { noteAct } from "./db/rows/audit-rows.ts";
import { beginMove } from "./db/rows/move-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import { scopesIn } from "./domain/api-key.ts";
import { ATTEMPTS_OF_ADDRESS } from "./domain/sign-in-lock.ts";
import type { Correlation } from "./domain/correlation.ts";
import type { Env } from "./env.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";
import { sendMail } from "./mail/send-mail.ts";
import { finishMovesTo, type WorkPlaces } from "./privacy/move-work.ts";
import { SIGN_IN } from "../shared/limits.ts";

export type AuthDependencies = Pick<
  Dependencies,
  "auth" | "callerOf" | "callerByKey" | "personOf" | "forgetSignIns" | "isOperator" | "isInternal"
>;

interface Surroundings extends Pick<Dependencies, "log" | "metrics" | "afterAnswer"> {
  readonly database: () => Database;
  readonly keys: KeyRing;
  readonly jobs: WorkPlaces;
  readonly correlation: Correlation;
}

/** Who somebody is, for one request. Without a session cookie nothing is asked of the database. */
export function composeAuth(env: Env, around: Surroundings): AuthDependencies {
  const { database, correlation, afterAnswer } = around;
  const { requestId } = correlation;
  const guards = guardsOf(env);
  const forgetSignIns = async (email: string) =>
    (await guards.account(email.toLowerCase())).succeeded();
  const opened = new Map<string, Auth>();
  let signedIn: string | null = null;

  const authFor = (request: Request): Auth => {
    const origin = originOf(env, request);
    const known = opened.get(origin);
    if (known) return known;
    const auth = openAuth({
      configuration: env,
      database,
      origin,
      passwords: passwordsOf(env),
      ...lettersAndKeys(env, around),
      afterAnswer,
      acts: (personId) => (signedIn = personId),
      unlock: forgetSignIns,
      moveWork: (from, to) => moveWork(around, from, to),
    });
    opened.set(origin, auth);
    return auth;
  };

  let known: Promise<Caller | null> | null = null;
  const callerOf = (request: Request): Promise<Caller | null> =>
    hasSessionCookie(request)
      ? (known ??= readCaller(request, {
          database,
          secret: env.AUTH_SECRET ?? "",
          isSecure: originOf(env, request).startsWith("https:"),
          now: Date.now(),
          renew: () => afterAnswer(authFor(request).api.getSession({ headers: request.headers })),
        }))
      : Promise.resolve(null);

  const note = async (request: Request, act: string, status: number): Promise<void> => {
    const personId = signedIn ?? (await callerOf(request))?.personId ?? null;
    await noteAct(database(), { personId, act, requestId, detail: { status } });
  };

  return {
    auth: (request, address) => ({
      handler: (inner) => authFor(request).handler(inner),
      ...attemptsOf(guards, address),
      isBreached: (password) =>
        isBreached(password, env.BREACH_CHECK_URL, sendCorrelated(correlation)),
      note: (act, status) => afterAnswer(note(request, act, status)),
    }),
    callerOf,
    callerByKey: (key) => callerWithKey(around, key),
    personOf: async (request) => {
      const found = await authFor(request).api.getSession({ headers: request.headers });
      return found ? { name: found.user.name, email: found.user.email } : null;
    },
    forgetSignIns,
    isOperator: (request) => isOperator(request, env, callerOf),
    isInternal: (request) => isSigned(request, env.INTERNAL_KEY, Date.now()),
  };
}

const originOf = (env: Env, request: Request): string =>
  env.APP_ORIGIN || new URL(request.url).origin;

/** How letters go out, and the key that opens addresses. */
function lettersAndKeys(
  env: Env,
  { keys, metrics, log, correlation }: Surroundings,
): Pick<AuthSettings, "lookUpKey" | "sendLetter"> {
  return {
    lookUpKey: async () => {
      const key = await keys.lookUp();
      if (!key.ok) throw new Error(key.failure.message);
      return key.value;
    },
    sendLetter: async (letter) => {
      const sent = await sendMail(env, letter, sendCorrelated(correlation));
      metrics.count("mail_total", { outcome: sent.ok ? "sent" : "failed" });
      if (!sent.ok) log({ level: "error", event: "mail-failed", detail: sent.failure.detail });
    },
  };
}

/** Guards of sign-ins: of an account, of an address. */
function guardsOf(env: Env) {
  const guard = async (key: string) =>
    env.SIGN_IN_GUARD.getByName(await nameOf(env.AUTH_SECRET ?? "", key));
  return {
    account: (email: string) => guard(`account ${email}`),
    address: (address: string) => guard(`address ${address}`),
  };
}

const attemptsOf = (
  guards: ReturnType<typeof guardsOf>,
  address: string,
): Pick<AuthHandling, "attemptAt" | "attemptFrom" | "succeeded"> => ({
  attemptAt: async (account) =>
    (await (await guards.account(account)).attempt(SIGN_IN.attempts)).waitMs,
  attemptFrom: async () =>
    address === NO_ADDRESS
      ? { waitMs: 0, at: 0 }
      : (await guards.address(address)).attempt(ATTEMPTS_OF_ADDRESS),
  succeeded: async (account, { at }) => {
    await (await guards.account(account)).succeeded();
    if (address !== NO_ADDRESS) await (await guards.address(address)).takeBack(at);
  },
});

/** What doesn't move now is moved by the scheduled work: nobody is kept from signing in by it. */
async function moveWork(
  { database, jobs, log }: Surroundings,
  fromId: string,
  toId: string,
): Promise<void> {
  await beginMove(database(), { fromId, toId });
  await finishMovesTo(database(), jobs, toId).catch((error: unknown) =>
    log({ level: "error", event: "move-cut", error }),
  );
}

/** Who an API key stands for; what it let through is counted. */
async function callerWithKey(
  { database, afterAnswer }: Surroundings,
  key: string,
): Promise<KeyCaller | null> {
  const now = new Date();
  const holder = await findKeyHolder(database(), await keyHashOf(key), now);
  if (!holder) return null;
  const { keyId, personId, scopes } = holder;
  afterAnswer(countKeyUse(database(), keyId, now));
  return { personId, sessionId: null, tier: tierOf(holder), keyId, scopes: scopesIn(scopes) };
}

/** A guard's name tells nobody whose account it guards. */
async function nameOf(secret: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${secret} sign-in ${key}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
