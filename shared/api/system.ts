import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "System";

export const system = {
  health: endpoint({
    method: "GET",
    path: "/healthz",
    access: "anyone",
    summary: "Whether the worker runs",
    tag: TAG,
    cost: 0,
    output: z.object({ status: z.literal("ok") }),
  }),
  ready: endpoint({
    method: "GET",
    path: "/readyz",
    access: "anyone",
    summary: "Whether the worker can do its work: database reached, migrations there",
    tag: TAG,
    cost: 0,
    output: z.object({ status: z.literal("ok") }),
  }),
  configured: endpoint({
    method: "GET",
    path: "/api/configured",
    access: "anyone",
    summary: "What this installation offers beside what always works",
    tag: TAG,
    output: z.object({
      /** Services one can sign in with. */
      signIn: z.array(z.enum(["github", "google"])),
      /** A model that reads CVs. */
      readingModel: z.boolean(),
      /** The operator wants the steps of the funnel counted (shared/funnel.ts). */
      funnel: z.boolean(),
      /** A model that changes sites and writes, without a key of one’s own. */
      chatModel: z.boolean(),
      /** Where portfolios can run beside the instant sandbox (shared/sandbox). */
      sandbox: z.object({
        webcontainer: z.enum(["off", "stackblitz", "local-runner"]),
        /** Where WebContainer's frame is loaded from; `null`: StackBlitz's own. */
        frameOrigin: z.string().nullable(),
        /** WebContainer's client key: public by its nature, the browser shows it to StackBlitz. */
        apiKey: z.string().nullable(),
        /** Who runs hosted ones: a provider, or the local runner on the same machine. */
        hosted: z.enum(["off", "provider", "local-runner"]),
      }),
    }),
  }),
  openApi: endpoint({
    method: "GET",
    path: "/api/openapi.json",
    access: "anyone",
    summary: "This document",
    tag: TAG,
    output: z.record(z.string(), z.unknown()),
  }),
} as const;
