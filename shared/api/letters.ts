import { z } from "zod";
import { LETTER_LIMITS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Letters";

const time = z.number().int().nonnegative();

export const keptLetterSchema = z.object({
  id: z.uuid(),
  publicationId: z.uuid(),
  name: z.string(),
  email: z.string(),
  message: z.string(),
  /** Epoch milliseconds. */
  sentAt: time,
  isRead: z.boolean(),
  isArchived: z.boolean(),
});
export type KeptLetter = z.infer<typeof keptLetterSchema>;

const params = z.object({ letterId: z.uuid() });
const access = { owner: "letter", param: "letterId" } as const;

/** Letters through the contact forms of published sites (R6.4). */
export const letters = {
  send: endpoint({
    method: "POST",
    path: "/api/sites/{slug}/contact",
    access: "anyone",
    summary:
      "Writes to a site’s owner. Without a challenge it answers one: send again with it and a proof, or, slower, without",
    tag: TAG,
    params: z.object({ slug: z.string().max(100) }),
    body: z.object({
      name: z.string().max(1_000),
      email: z.string().max(1_000),
      message: z.string().max(LETTER_LIMITS.formBytes),
      /** Left empty by people. */
      website: z.string().max(1_000).default(""),
      challenge: z.string().max(1_000).default(""),
      /** So that SHA-256 of `challenge:answer` begins with `bits` zero bits. */
      answer: z.string().max(100).default(""),
    }),
    output: z.discriminatedUnion("status", [
      z.object({ status: z.literal("sent") }),
      z.object({
        status: z.literal("challenge"),
        challenge: z.string(),
        bits: z.number().int(),
        /** Without a proof: milliseconds to wait before it is sent again. */
        waitMs: z.number().int(),
      }),
    ]),
  }),
  list: endpoint({
    method: "GET",
    path: "/api/letters",
    access: "member",
    byKey: "read",
    summary: "Letters to the person’s sites, newest first, a page at a time",
    tag: TAG,
    query: z.object({
      publicationId: z.uuid().optional(),
      folder: z.enum(["inbox", "archive"]).default("inbox"),
      /** Where the page before ended. */
      after: z.string().max(200).optional(),
    }),
    output: z.object({
      items: z.array(keptLetterSchema),
      /** Where the next page begins; `null` after the last. */
      next: z.string().nullable(),
    }),
  }),
  change: endpoint({
    method: "PATCH",
    path: "/api/letters/{letterId}",
    access,
    byKey: "write",
    summary: "Marks a letter as read or unread, archives it or brings it back",
    tag: TAG,
    params,
    body: z.object({ isRead: z.boolean().optional(), isArchived: z.boolean().optional() }),
    output: keptLetterSchema,
  }),
  delete: endpoint({
    method: "DELETE",
    path: "/api/letters/{letterId}",
    access,
    byKey: "write",
    summary: "Deletes a letter for good",
    tag: TAG,
    params,
    output: z.object({ deleted: z.literal(true) }),
  }),
} as const;
