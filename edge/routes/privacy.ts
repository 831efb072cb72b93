import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import { passwordsOf } from "../compose-passwords.ts";
import type { Caller } from "../caller.ts";
import { readBilling } from "../db/rows/billing-rows.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { passwordHashOf, sessionBegan } from "../db/rows/privacy-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Env } from "../env.ts";
import { erasePerson } from "../privacy/erase-person.ts";
import { finishMovesTo } from "../privacy/move-work.ts";
import { everythingOf } from "../privacy/export-everything.ts";
import { route, type EdgeHono } from "../route.ts";
import { zipAnswer } from "../storage/zip-stream.ts";

/** R5.9: take everything along, or be gone. */
export function addPrivacyRoutes(app: EdgeHono): void {
  route(app, api.privacy.export, async ({ caller, dependencies, context, requestId }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const person = await dependencies.personOf(context.req.raw);
    const { personId } = caller;
    await noteAct(dependencies.database(), { personId, act: "export", requestId });
    await finishMovesTo(dependencies.database(), dependencies, personId);
    const quota = dependencies.jobsOf(caller);
    const entries = everythingOf({
      keeping: keeping.value,
      account: person,
      usage: await quota.usage(caller.tier),
      jobs: await jobsOf(caller, dependencies),
      reading: (n) => dependencies.readingsOf(caller).nth(n),
      siteFile: dependencies.published.readWhole,
    });
    return zipAnswer(entries, "cv2web-everything.zip", dependencies.afterAnswer);
  });

  route(app, api.privacy.deleteMe, async ({ input, caller, dependencies, context, requestId }) => {
    if (input.body.confirmation.trim().toLowerCase() !== DELETE_WORDS) return fail(NOT_MEANT);
    const doubt = await doubtAbout(caller, input.body.password, dependencies, context.env);
    if (doubt) return fail(doubt);
    const person = await dependencies.personOf(context.req.raw);
    // First: once nobody here knows whose subscription it is, nobody could end it.
    const ended = await endSubscription(caller, dependencies);
    if (!ended.ok) return ended;
    await erasePerson({
      database: dependencies.database(),
      bucket: context.env.BLOBS,
      places: dependencies,
      personId: caller.personId,
      email: person?.email ?? "",
      forgetSignIns: dependencies.forgetSignIns,
    });
    await noteAct(dependencies.database(), { personId: null, act: "delete-account", requestId });
    dependencies.log({ event: "account-deleted" });
    return ok({ status: "deleted" as const });
  });
}

async function endSubscription(
  { personId }: Caller,
  { payments, database }: Dependencies,
): Promise<Result<void>> {
  const customerId = (await readBilling(database(), personId))?.customerId;
  return payments && customerId ? payments.forget(customerId) : ok(undefined);
}

/**
 * Why somebody may not be who they say: a wrong password; without one (passkey, another service), a
 * session that isn't of the last minutes. `null` where nothing speaks against it. An anonymous person
 * has nothing but their session.
 */
async function doubtAbout(
  { personId, sessionId, tier }: Caller,
  password: string | undefined,
  { database, now }: Dependencies,
  env: Env,
): Promise<Failure | null> {
  const hash = await passwordHashOf(database(), personId);
  if (hash) {
    const { verify } = passwordsOf(env);
    return (await verify({ hash, password: password ?? "" })) ? null : WRONG_PASSWORD;
  }
  if (tier === "anonymous") return null;
  const began = sessionId === null ? null : await sessionBegan(database(), sessionId);
  return began && now() - began.getTime() <= SIGN_IN.freshMs ? null : NOT_FRESH;
}

async function jobsOf(caller: Caller, dependencies: Dependencies): Promise<readonly unknown[]> {
  const jobs = await dependencies.jobsOf(caller).jobs();
  const views = await Promise.all(jobs.map(({ id }) => dependencies.job(id).view()));
  return views.flatMap((view) => (view.ok ? [view.value] : []));
}

const NOT_MEANT: Failure = {
  kind: "invalid",
  message: "The words that confirm it aren’t there.",
  nextStep: `Type “${DELETE_WORDS}”; nothing has been deleted.`,
  retryable: false,
};
const WRONG_PASSWORD: Failure = {
  kind: "forbidden",
  message: "The password isn’t right.",
  nextStep: "Type it again; nothing has been deleted.",
  retryable: false,
};
const NOT_FRESH: Failure = {
  kind: "unauthenticated",
  message: `You signed in more than ${SIGN_IN.freshMs / 60_000} minutes ago.`,
  nextStep: "Sign in again, then delete the account; nothing has been deleted.",
  retryable: false,
};
