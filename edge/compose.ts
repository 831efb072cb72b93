import { fail } from "../shared/failure.ts";
import type { Dependencies } from "./dependencies.ts";
import { siteOf } from "./domain/host.ts";
import type { Env } from "./env.ts";
import { log } from "./log.ts";

/** The one place where the worker's adapters are chosen, for one request. */
export function composeRequest(
  env: Env,
  afterAnswer: Dependencies["afterAnswer"],
  requestId: string,
): Dependencies {
  return {
    siteOf: (host) => siteOf(host, env.PREVIEW_HOST),
    previewHost: env.PREVIEW_HOST,
    appOrigin: env.APP_ORIGIN,
    isDevelopment: import.meta.env.MODE === "development",
    asset: (request) => env.ASSETS.fetch(request),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    log: (entry) => log({ requestId, ...entry }),
    afterAnswer,
    callerOf: async () => null,
    owns: async () => false,
    isOperator: async () => false,
    isInternal: async () => false,
    takeRate: async (_who, tokens) => ({
      allowed: true,
      limit: 30,
      remaining: 30 - tokens,
      resetMs: 60_000,
    }),
    isReady: async () =>
      fail({
        kind: "unavailable",
        message: "The database isn’t reached.",
        nextStep: "Check DATABASE_URL.",
        retryable: true,
      }),
  };
}
