import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Privacy";

/** What a person types to say that they mean it. */
export const DELETE_WORDS = "delete my account";

/** R5.9: everything about somebody, to take along or to be gone. */
export const privacy = {
  export: endpoint({
    method: "GET",
    path: "/api/privacy/export",
    access: "person",
    summary: "Everything that is kept about the caller, as one ZIP",
    tag: TAG,
    cost: 5,
    output: z.undefined(),
    answers: "bytes",
  }),
  deleteMe: endpoint({
    method: "POST",
    path: "/api/privacy/delete",
    access: "person",
    summary: "Deletes the caller’s account and everything of it, for good",
    tag: TAG,
    cost: 5,
    body: z.object({ confirmation: z.string(), password: z.string().max(256).optional() }),
    output: z.object({ status: z.literal("deleted") }),
  }),
} as const;
