import { domainServiceOf } from "./compose-domains.ts";
import { composeRequest } from "./compose.ts";
import { readAddress } from "./db/rows/sandbox-rows.ts";
import { countRunningSandboxes } from "./db/rows/health-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import { correlationOf } from "./domain/correlation.ts";
import { requestsIn } from "./domain/incidents.ts";
import type { Env } from "./env.ts";
import { wrapObjects } from "./keys/wrap-objects.ts";
import { sendMail } from "./mail/send-mail.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";
import { tellOperator } from "./observe/tell-operator.ts";
import { finishCutMoves } from "./privacy/move-work.ts";
import type { ScheduledContext } from "./scheduled/run-scheduled.ts";

/** What scheduled work needs, made for one run of it. */
export function composeScheduled(
  env: Env,
  waitUntil: (work: Promise<unknown>) => void,
): { readonly context: ScheduledContext; readonly done: () => void } {
  const correlation = correlationOf({}, () => crypto.randomUUID());
  const dependencies = composeRequest(env, waitUntil, correlation);
  const send = sendCorrelated(correlation);
  const now = new Date(dependencies.now());
  const context: ScheduledContext = {
    database: dependencies.database(),
    blobs: env.BLOBS,
    backups: env.BACKUPS ?? null,
    newId: dependencies.newId,
    now,
    deleteBlobs: async (objectNames) => {
      if (objectNames.length > 0) await env.BLOBS.delete([...objectNames]);
    },
    finishMoves: () => finishCutMoves(dependencies.database(), dependencies, now),
    wrapObjects: async () => {
      const wrapped = await wrapObjects(dependencies.database(), dependencies, env.MASTER_KEYS);
      if (!wrapped.ok || wrapped.value.people === 0) return;
      const { people, areLeft } = wrapped.value;
      dependencies.log({ event: "objects-wrapped", people, areLeft });
    },
    health: async () => {
      const began = await dependencies.oldestJobSince();
      const { requests, failed } = requestsIn(await env.METRICS.getByName("all").sinceLastLook());
      return {
        runningSandboxes: await countRunningSandboxes(dependencies.database()),
        longestWorkMs: began === null ? 0 : now.getTime() - began,
        memoryRatio: null,
        quotaLeft: await dependencies.quotaLeft(),
        requests,
        failed,
        hostedDown: (await dependencies.fleet().look()).isDown,
      };
    },
    fleet: dependencies.fleet(),
    domains: domainServiceOf(env, correlation),
    appOrigin: env.APP_ORIGIN,
    addressOf: async (personId) => {
      const sealed = await readAddress(dependencies.database(), personId);
      const key = await dependencies.keys.lookUp();
      return sealed === null || !key.ok ? null : key.value.open(sealed);
    },
    sendLetter: (letter) => sendMail(env, letter, send),
    tell: (subject, lines) => tellOperator(env, { ...dependencies, send }, subject, lines),
    ended: endNote(dependencies, waitUntil),
  };
  return { context, done: dependencies.answered };
}

/** Counts and logs how a piece of work ended; one that failed is reported. */
const endNote =
  (
    { metrics, log, reportCrash }: Pick<Dependencies, "metrics" | "log" | "reportCrash">,
    waitUntil: (work: Promise<unknown>) => void,
  ): ScheduledContext["ended"] =>
  (name, failure) => {
    const outcome = failure === null ? "done" : "failed";
    metrics.count("scheduled_total", { name, outcome });
    log({
      level: failure === null ? "debug" : "error",
      event: "scheduled-end",
      name,
      ...(failure === null ? {} : { error: failure }),
    });
    if (failure !== null) waitUntil(reportCrash(failure, `scheduled ${name}`));
  };
