import { z } from "zod";
import { FUNNEL_STEPS } from "../funnel.ts";
import { endpoint } from "./endpoint.ts";

export const funnel = {
  count: endpoint({
    method: "POST",
    path: "/api/funnel",
    access: "anyone",
    summary: "Adds one to a counter: a step of the funnel, or the kind of sandbox chosen",
    tag: "System",
    /** One of a few words, so that nothing of a person fits in. */
    body: z.union([
      z.strictObject({ step: z.enum(FUNNEL_STEPS) }),
      z.strictObject({ sandbox: z.enum(["instant", "webcontainer", "hosted"]) }),
    ]),
    /** `false` where nothing is counted: the operator didn’t ask for it, or the browser objects. */
    output: z.object({ counted: z.boolean() }),
  }),
} as const;
