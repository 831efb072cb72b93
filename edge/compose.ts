import { createApp } from "./app.ts";
import { siteOf } from "./domain/host.ts";
import type { Env } from "./env.ts";
import { log } from "./log.ts";

/** The one place where the worker's adapters are chosen. */
export function appFor(env: Env) {
  return createApp({
    siteOf: (host) => siteOf(host, env.PREVIEW_HOST),
    previewHost: env.PREVIEW_HOST,
    appOrigin: env.APP_ORIGIN,
    asset: (request) => env.ASSETS.fetch(request),
    newRequestId: () => crypto.randomUUID(),
    log,
    isDevelopment: import.meta.env.MODE === "development",
  });
}
