import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Own domains";

const time = z.number().int().nonnegative();

export const ownDomainSchema = z.object({
  /** In lower case and Punycode. */
  domain: z.string(),
  state: z.enum([
    /** One or both records aren’t seen in DNS yet. */
    "waiting",
    /** Proved; its certificate is being made. */
    "certificate",
    "live",
    /** It doesn’t lead here any more: it is served until `endsAt`. */
    "failing",
  ]),
  /** What has to stand in DNS, and whether it was seen at the last look; `null`: nobody has looked yet. */
  records: z.array(
    z.object({
      type: z.enum(["CNAME", "TXT"]),
      name: z.string(),
      value: z.string(),
      isThere: z.boolean().nullable(),
    }),
  ),
  /** A name at which most providers take no CNAME. */
  isApex: z.boolean(),
  /** The site’s other address leads to the domain; else both show it. */
  redirects: z.boolean(),
  checkedAt: time.nullable(),
  endsAt: time.nullable(),
});
export type OwnDomain = z.infer<typeof ownDomainSchema>;

const outlook = z.object({
  domain: ownDomainSchema.nullable(),
  /** Whether this service takes domains at all. */
  isOffered: z.boolean(),
});
const params = z.object({ publicationId: z.uuid() });
const access = { owner: "publication", param: "publicationId" } as const;
const path = "/api/publications/{publicationId}/domain";

/** A domain of a site’s own (R6.1). */
export const domains = {
  read: endpoint({
    method: "GET",
    path,
    access,
    byKey: "read",
    summary: "The site’s own domain, and what has to stand in DNS",
    tag: TAG,
    params,
    output: outlook,
  }),
  put: endpoint({
    method: "PUT",
    path,
    access,
    byKey: "write",
    summary: "Asks for a domain in place of any other; it is served once DNS proves it",
    tag: TAG,
    params,
    body: z.strictObject({ domain: z.string().max(300) }),
    output: outlook,
    cost: 5,
  }),
  change: endpoint({
    method: "PATCH",
    path,
    access,
    byKey: "write",
    summary: "Whether the site’s other address leads to the domain",
    tag: TAG,
    params,
    body: z.strictObject({ redirects: z.boolean() }),
    output: outlook,
  }),
  check: endpoint({
    method: "POST",
    path: `${path}/check`,
    access,
    byKey: "write",
    summary: "Looks at DNS now; else it is looked at every night",
    tag: TAG,
    params,
    output: outlook,
    cost: 5,
  }),
  delete: endpoint({
    method: "DELETE",
    path,
    access,
    byKey: "write",
    summary: "Takes the domain off the site, at once",
    tag: TAG,
    params,
    output: outlook,
  }),
} as const;
