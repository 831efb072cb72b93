import { fail } from "../shared/failure.ts";
import { composeBilling } from "./compose-billing.ts";
import { composeChat } from "./compose-chat.ts";
import { composeDomains } from "./compose-domains.ts";
import { composeElsewhere } from "./compose-elsewhere.ts";
import { composeFeatures, type SwitchMemory } from "./compose-features.ts";
import { composeGauges } from "./compose-gauges.ts";
import { composeJobs } from "./compose-jobs.ts";
import { composeAuth } from "./compose-auth.ts";
import { composePublishing } from "./compose-publishing.ts";
import { composeSandboxes } from "./compose-sandboxes.ts";
import { composeStorage } from "./compose-storage.ts";
import { composeVisitors } from "./compose-visitors.ts";
import { isReady, NOT_REACHED } from "./db/is-ready.ts";
import { databaseUrl } from "./db/open-database.ts";
import { ownsApiKey } from "./db/rows/api-key-rows.ts";
import { findLetter } from "./db/rows/letter-rows.ts";
import { findDraft } from "./db/rows/draft-rows.ts";
import { findPublication } from "./db/rows/publication-rows.ts";
import { isThere } from "./db/rows/privacy-rows.ts";
import { requestDatabase } from "./db/request-database.ts";
import type { Dependencies } from "./dependencies.ts";
import { correlationFields, type Correlation } from "./domain/correlation.ts";
import { nodeFrameSources } from "./domain/offered-sandboxes.ts";
import { siteOf } from "./domain/host.ts";
import { count, observe } from "./domain/metrics.ts";
import type { Env } from "./env.ts";
import { openKeyRing, type KeyMemory } from "./keys/key-ring.ts";
import { createLog } from "./log.ts";
import { createCollector } from "./observe/collect.ts";
import { reportCrash } from "./observe/crash-reports.ts";
import { createTrace } from "./observe/trace.ts";

/** Counts of this isolate, whatever the request. */
const collector = createCollector();

/** Keys that this isolate has opened. */
const keyMemory: KeyMemory = new Map();

/** What this isolate knows of the operator's switches. */
const switchMemory: SwitchMemory = { readAt: 0, switches: null };

/** The one place where the worker's adapters are chosen, for one request. */
export function composeRequest(
  env: Env,
  waitUntil: Dependencies["afterAnswer"],
  correlation: Correlation,
): Dependencies {
  const now = () => Date.now();
  const { requestId } = correlation;
  const appHost = env.APP_ORIGIN ? new URL(env.APP_ORIGIN).hostname : null;
  const url = databaseUrl(env);
  const { database, afterAnswer, answered } = requestDatabase(url, waitUntil, requestId);
  const keys = openKeyRing({
    masterKeys: env.MASTER_KEYS,
    database,
    now,
    memory: keyMemory,
  });
  const jobs = composeJobs(env);
  const sandboxes = composeSandboxes(env);
  const storage = composeStorage(env, database, keys);
  const log = createLog(env.LOG_LEVEL ?? "info", correlationFields(correlation));
  const metrics = metricsTo(env);
  const around = { database, keys, correlation, log, metrics, afterAnswer };
  return {
    siteOf: (host) => siteOf(host, env.PREVIEW_HOST, env.PUBLISH_HOST || null, appHost),
    previewHost: env.PREVIEW_HOST,
    publishHost: env.PUBLISH_HOST || null,
    nodeFrames: nodeFrameSources(env),
    appOrigin: env.APP_ORIGIN,
    isDevelopment: import.meta.env.MODE === "development",
    packsFiles: env.PACK_FILES === "1",
    asset: (request) => env.ASSETS.fetch(request),
    newId: () => crypto.randomUUID(),
    now,
    log,
    metrics,
    trace: createTrace(env.OTEL_EXPORTER_OTLP_ENDPOINT, correlation, afterAnswer),
    reportCrash: (error, where) => reportCrash(env, error, { requestId, where }),
    database,
    keys,
    ...storage,
    ...composePublishing(env, { database, keepingOf: storage.keepingOf, url }),
    ...composeElsewhere(env, correlation),
    ...composeDomains(env, correlation, database),
    ...composeBilling(env, correlation),
    ...composeVisitors(env, { ...around, takeRate: jobs.takeRate, now }),
    ...composeAuth(env, { ...around, jobs: { ...jobs, ...sandboxes } }),
    ...jobs,
    ...composeFeatures(env, { database, metrics, log, now, requestId, memory: switchMemory }),
    ...composeChat(env, { waitUntil, requestId, log, keyMemory }),
    ...sandboxes,
    ...composeGauges(env, { database, ...jobs, ...sandboxes, log }),
    afterAnswer,
    answered,
    isThere: ({ personId }) => isThere(database(), personId),
    owns: ownsIn({ ...storage, ...jobs, ...sandboxes, database }),
    isReady: async () => (url === null ? fail(NOT_REACHED) : isReady(database())),
  };
}

/** Counts in this isolate, sent on to the one object that adds up. */
function metricsTo(env: Env): Dependencies["metrics"] {
  const board = () => env.METRICS.getByName("all");
  return {
    count: (name, labels, by) => count(collector.delta, name, labels, by),
    observe: (name, labels, value) => observe(collector.delta, name, labels, value),
    read: async () => {
      await collector.sendNow(Date.now(), (delta) => board().add(delta));
      return board().totals();
    },
    send: () => collector.sendIfDue(Date.now(), (delta) => board().add(delta)),
  };
}

/** Whether something belongs to somebody, whatever keeps it. */
const ownsIn =
  ({
    ownsPortfolio,
    ownsJob,
    sandbox,
    database,
  }: Pick<
    Dependencies,
    "ownsPortfolio" | "ownsJob" | "sandbox" | "database"
  >): Dependencies["owns"] =>
  async (caller, what, id) => {
    if (what === "portfolio") return ownsPortfolio(caller, id);
    if (what === "publication") {
      return (await findPublication(database(), caller.personId, id)) !== null;
    }
    if (what === "draft-link") return (await findDraft(database(), caller.personId, id)) !== null;
    if (what === "letter") return (await findLetter(database(), caller.personId, id)) !== null;
    if (what === "api-key") return ownsApiKey(database(), caller.personId, id);
    if (what === "sandbox") {
      const { personId, tier } = caller;
      const isTheirs = await sandbox(id).isOwnedBy(personId);
      return isTheirs || sandbox(id).revive({ sandboxId: id, personId, tier });
    }
    return what === "job" && ownsJob(caller, id);
  };
