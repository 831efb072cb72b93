import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { passwordsWith } from "../auth/passwords.ts";
import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { passwordHashOf, rowsAbout } from "../db/rows/privacy-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { erasePerson } from "../privacy/erase-person.ts";
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
    const rows = await rowsAbout(dependencies.database(), caller.personId);
    const jobs = await jobsOf(caller, dependencies);
    const entries = everythingOf({
      keeping: keeping.value,
      account: { ...person, ...rows },
      jobs,
    });
    return zipAnswer(entries, "cv2web-everything.zip", dependencies.afterAnswer);
  });

  route(app, api.privacy.deleteMe, async ({ input, caller, dependencies, context, requestId }) => {
    if (input.body.confirmation.trim().toLowerCase() !== DELETE_WORDS) return fail(NOT_MEANT);
    const hash = await passwordHashOf(dependencies.database(), caller.personId);
    if (hash) {
      const { verify } = passwordsWith(context.env.PASSWORD_PEPPER ?? "");
      const isRight = await verify({ hash, password: input.body.password ?? "" });
      if (!isRight) return fail(WRONG_PASSWORD);
    }
    const person = await dependencies.personOf(context.req.raw);
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

async function jobsOf(caller: Caller, dependencies: Dependencies): Promise<readonly unknown[]> {
  const jobs = await dependencies.jobsOf(caller).jobs();
  return Promise.all(jobs.map(({ id }) => dependencies.job(id).view()));
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
