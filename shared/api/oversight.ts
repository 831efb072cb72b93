import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Operator";

const count = z.number();
/** Name → figure. */
const figures = z.record(z.string(), count);

const overview = z.object({
  hosted: z.object({
    isOffered: z.boolean(),
    isDown: z.boolean(),
    isEmergency: z.boolean(),
    /** Started machines that stand ready. */
    pool: count,
    waiting: count,
    /** State → sandboxes. */
    states: figures,
  }),
  /** Kind of job → how many wait and run. */
  queues: z.record(z.string(), z.object({ waiting: count, running: count })),
  /** When the job began that has run longest, epoch milliseconds; `null` where none runs. */
  oldestJobSince: z.number().nullable(),
  /** Tier → people. */
  people: figures,
  /** Since the service began. */
  requests: count,
  failed: count,
  failures: figures,
  jobs: figures,
  funnel: figures,
  /** Provider → part of today’s calls that is left, 0–1. */
  quotaLeft: figures,
  /** This calendar month (UTC). */
  month: z.object({
    calls: count,
    tokens: count,
    costDollars: count,
    /** People whose calls these were. */
    people: count,
  }),
  storedBytes: count,
  sitesLive: count,
});
export type Overview = z.infer<typeof overview>;

const incident = z.object({
  id: z.string(),
  kind: z.string(),
  message: z.string(),
  openedAt: z.number(),
  /** `null`: it lasts. */
  closedAt: z.number().nullable(),
});
export type IncidentEntry = z.infer<typeof incident>;

const person = z.object({
  id: z.string(),
  tier: z.enum(["anonymous", "registered", "premium"]),
  /** What the operator set; `null`: it follows from what is paid. */
  granted: z.string().nullable(),
  /** Stripe’s word for their subscription. */
  subscription: z.string().nullable(),
  createdAt: z.number(),
});
export type PersonEntry = z.infer<typeof person>;

const sandbox = z.object({
  id: z.string(),
  ownerId: z.string(),
  state: z.string(),
  createdAt: z.number(),
  activeAt: z.number(),
});
export type SandboxEntry = z.infer<typeof sandbox>;

const site = z.object({
  id: z.string(),
  slug: z.string(),
  ownerId: z.string(),
  state: z.string(),
  publishedAt: z.number().nullable(),
  takenDownAt: z.number().nullable(),
});
export type SiteEntry = z.infer<typeof site>;

const act = z.object({
  id: z.number(),
  act: z.string(),
  /** `null`: by the token. */
  personId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.number(),
});
export type ActEntry = z.infer<typeof act>;

const operator = { access: "operator", tag: TAG, cost: 0 } as const;

export const oversight = {
  overview: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/overview",
    summary: "Capacity, queues, people, errors, cost, as they are now",
    output: overview,
  }),
  incidents: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/incidents",
    summary: "Incidents that last, and the latest that are over",
    output: z.object({ incidents: z.array(incident) }),
  }),
  acts: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/acts",
    summary: "What operators did last, out of the audit log",
    output: z.object({ acts: z.array(act) }),
  }),
  person: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/people",
    summary: "A person by their e-mail address or id",
    query: z.object({ who: z.string().trim().min(1).max(320) }),
    output: person,
  }),
  setTier: endpoint({
    ...operator,
    method: "PUT",
    path: "/api/operator/people/{personId}/tier",
    summary: "Sets a person’s tier, whatever is paid; null: it follows from what is paid",
    params: z.object({ personId: z.string().max(64) }),
    body: z.strictObject({ tier: z.enum(["registered", "premium"]).nullable() }),
    output: person,
  }),
  sandboxes: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/sandboxes",
    summary: "Hosted sandboxes that hold a place or a machine, last used first",
    output: z.object({ sandboxes: z.array(sandbox) }),
  }),
  endSandbox: endpoint({
    ...operator,
    method: "POST",
    path: "/api/operator/sandboxes/{sandboxId}/end",
    summary: "Keeps a sandbox’s files and stops its machine; a visit wakes it",
    params: z.object({ sandboxId: z.string().max(64) }),
    output: z.object({ state: z.string() }),
  }),
  site: endpoint({
    ...operator,
    method: "GET",
    path: "/api/operator/sites/{slug}",
    summary: "A published site by its address",
    params: z.object({ slug: z.string().max(100) }),
    output: site,
  }),
  takeDown: endpoint({
    ...operator,
    method: "PUT",
    path: "/api/operator/sites/{slug}/taken-down",
    summary: "Takes a site down, whatever its owner does; or lets it up again",
    params: z.object({ slug: z.string().max(100) }),
    body: z.strictObject({ isDown: z.boolean() }),
    output: site,
  }),
} as const;
