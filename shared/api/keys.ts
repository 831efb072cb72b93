import { z } from "zod";
import { API_KEYS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";
import { KEY_SCOPES } from "./key-scope.ts";

const TAG = "API keys";

const key = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first letters, to tell it from others. */
  start: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  /** Times in epoch milliseconds; `null`: never. */
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  usedAt: z.number().nullable(),
  /** Requests that it let through since it was made. */
  requests: z.number(),
  /** Of the model, this calendar month (UTC). */
  month: z.object({ calls: z.number(), tokens: z.number(), costDollars: z.number() }),
});
export type ApiKeyEntry = z.infer<typeof key>;

/** The key itself is in this one answer and nowhere else. */
const made = z.object({ key: z.string(), id: z.string(), start: z.string() });

const keyId = z.object({ keyId: z.string().max(64) });
const ofKey = { owner: "api-key", param: "keyId" } as const;

export const keys = {
  list: endpoint({
    method: "GET",
    path: "/api/keys",
    access: "member",
    summary: "Own API keys, with what each was used for; never the keys themselves",
    tag: TAG,
    output: z.object({ keys: z.array(key) }),
  }),
  make: endpoint({
    method: "POST",
    path: "/api/keys",
    access: "member",
    summary: "Makes an API key; it is shown this once",
    tag: TAG,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      scopes: z
        .array(z.enum(KEY_SCOPES))
        .min(1)
        .default([...KEY_SCOPES]),
      /** `null`: it holds until it is revoked. */
      expiresInDays: z.int().min(1).max(API_KEYS.longestDays).nullable().default(null),
    }),
    output: made,
  }),
  rotate: endpoint({
    method: "POST",
    path: "/api/keys/{keyId}/rotate",
    access: ofKey,
    summary:
      "Replaces a key by a new one of the same name, scopes and expiry; the old one ends at once",
    tag: TAG,
    params: keyId,
    output: made,
  }),
  revoke: endpoint({
    method: "DELETE",
    path: "/api/keys/{keyId}",
    access: ofKey,
    summary: "Revokes a key at once",
    tag: TAG,
    params: keyId,
    output: z.object({ status: z.literal("ok") }),
  }),
} as const;
