import type { Owned } from "../shared/api/endpoint.ts";
import type { Result } from "../shared/failure.ts";
import type { OtherHostId } from "../shared/site/elsewhere.ts";
import type { JobKind } from "../shared/job.ts";
import type { AuthHandling } from "./auth/handle-auth.ts";
import type { Payments } from "./billing/payments.ts";
import type { Caller, KeyCaller } from "./caller.ts";
import type { Database } from "./db/open-database.ts";
import type { Feature } from "./domain/feature.ts";
import type { Site } from "./domain/host.ts";
import type { RateDecision } from "./domain/rate-limit.ts";
import type { OtherHost } from "./elsewhere/other-host.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import type { PassOffice } from "./keys/preview-pass.ts";
import type { LinkClaim } from "./keys/signed-link.ts";
import type { LetterDesk } from "./letters/take-letter.ts";
import type { Publishing } from "./publish/publishing.ts";
import type { PublishedSites } from "./publish/published-sites.ts";
import type { Sighting } from "./visits/count-visits.ts";
import type { Keeping } from "./storage/kept-portfolios.ts";
import type { JobCalls, JobQueueCalls, PersonQuotaCalls } from "./objects/job-messages.ts";
import type { SandboxCalls, SandboxFleetCalls } from "./objects/sandbox-messages.ts";
import type { ReadingCalls } from "./objects/reading-messages.ts";
import type { ChatGateway } from "./model/chat.ts";
import type { Domaining } from "./domains/site-domains.ts";
import type { Trace } from "./observe/trace.ts";
import type { Labels, MetricName, MetricsDelta } from "./domain/metrics.ts";

/** Whose bucket and quotas a call uses: a person's; for anonymous ones and without a session the address's. */
export type Payer = { readonly address: string } | (Caller & { readonly address: string });

export interface LogEntry {
  readonly level?: "debug" | "info" | "error";
  readonly event: string;
  readonly [field: string]: unknown;
}

/** What the routes need, as named functions, made for one request; time, ids and chance are among them. */
export interface Dependencies {
  readonly siteOf: (host: string) => Site;
  readonly previewHost: string;
  /** Where published sites are, `{slug}.sites.example`; `null` where nothing is published. */
  readonly publishHost: string | null;
  /** Origins of frames in which Node runs in the browser, as sources of a policy. */
  readonly nodeFrames: readonly string[];
  /** The app's own origin; empty on one machine, where it is any loopback name. */
  readonly appOrigin: string;
  readonly isDevelopment: boolean;
  /** Nothing in front of the worker compresses files: it does so itself. */
  readonly packsFiles: boolean;
  readonly asset: (request: Request) => Promise<Response>;
  /** Sends a request to a service of ours or a provider's, with the ids of the request that it is for. */
  readonly send: (request: Request) => Promise<Response>;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** One JSON line with the request's id; `level` is `info` where it isn't said. */
  readonly log: (entry: LogEntry) => void;
  readonly metrics: {
    readonly count: (name: MetricName, labels?: Labels, by?: number) => void;
    /** One measurement, in the unit that the metric's name ends with. */
    readonly observe: (name: MetricName, labels: Labels, value: number) => void;
    /** Everything counted so far, in all isolates. */
    readonly read: () => Promise<MetricsDelta>;
    /** Sends what this isolate counted, when it is time to. */
    readonly send: () => Promise<void>;
  };
  /** A span around work, when traces are configured; `edge/observe/trace.ts`. */
  readonly trace: Trace;
  /** Tells Sentry of a crash, when it is configured; `where` is a route or the name of a piece of work. */
  readonly reportCrash: (error: unknown, where: string) => Promise<void>;
  /** Postgres, connected with the first query; functions over it are in `edge/db/rows/`. */
  readonly database: () => Database;
  /** Under which people's content is sealed, `edge/keys/`. */
  readonly keys: KeyRing;
  /** A person's portfolios and contents; fails with `unavailable` without their key. */
  readonly keepingOf: (person: Pick<Caller, "personId" | "tier">) => Promise<Result<Keeping>>;
  /** A person's published sites, with addresses as the request's own host has them; fails with `unavailable`. */
  readonly publishingOf: (
    person: Pick<Caller, "personId" | "tier">,
    request: Request,
  ) => Promise<Result<Publishing>>;
  /** Domains of a person’s sites; fails with `unavailable` where none are taken. */
  readonly domainsOf: (person: Pick<Caller, "personId" | "tier">) => Result<Domaining>;
  /** Who takes the money for premium; `null` where nothing is sold. */
  readonly payments: Payments | null;
  /** A host of others, reached with a person’s token for it. */
  readonly otherHost: (host: OtherHostId, token: string) => OtherHost;
  /** Takes letters to the owners of published sites, from whoever sends this request. */
  readonly letterDesk: (request: Request) => LetterDesk;
  /** Counts what the sender of this request does at published sites; says which of it counts. */
  readonly countVisits: (
    request: Request,
    sightings: readonly Omit<Sighting, "address" | "agent">[],
  ) => Promise<readonly boolean[]>;
  /** What serving published sites needs. */
  readonly published: PublishedSites;
  /** Whether a portfolio is kept in this person's account. */
  readonly ownsPortfolio: (
    person: Pick<Caller, "personId">,
    portfolioId: string,
  ) => Promise<boolean>;
  /** A token for a download without a session; `null` where no key to sign with is configured. */
  readonly signLink: (claim: LinkClaim) => Promise<string | null>;
  /** What such a token stands for; `null` when it is forged or over. */
  readonly readLink: (token: string) => Promise<LinkClaim | null>;
  /** Goes on after the answer is sent. */
  readonly afterAnswer: (work: Promise<unknown>) => void;
  /** Says that the answer is made: what the request held is let go once nothing uses it. */
  readonly answered: () => void;

  /** What better-auth's routes need, for a request from an address. */
  readonly auth: (request: Request, address: string) => AuthHandling;
  /** The person whose session the request carries, or `null`. */
  readonly callerOf: (request: Request) => Promise<Caller | null>;
  /** Who an API key stands for and what it may do; `null` where it isn't known, was revoked or has expired. */
  readonly callerByKey: (key: string) => Promise<KeyCaller | null>;
  /** Whether the person hasn't been deleted while a request of theirs went on. */
  readonly isThere: (person: Pick<Caller, "personId">) => Promise<boolean>;
  /** Name and e-mail address of the person whose session the request carries. */
  readonly personOf: (request: Request) => Promise<{ name: string; email: string } | null>;
  /** Attempts to sign in to the account of this address are forgotten. */
  readonly forgetSignIns: (email: string) => Promise<void>;
  /** Whether something is there and belongs to this person. */
  readonly owns: (caller: Caller, what: Owned, id: string) => Promise<boolean>;
  /** True where the request carries the operator's token. */
  readonly isOperator: (request: Request) => Promise<boolean>;
  /** True where the request is signed by one of our own parts. */
  readonly isInternal: (request: Request) => Promise<boolean>;
  /** Takes tokens of the person's bucket, or of the address's. */
  readonly takeRate: (who: Payer, tokens: number) => Promise<RateDecision>;
  /** What is metered for somebody (R5.5). */
  readonly quotaOf: (who: Payer) => PersonQuotaCalls;
  /** The same object under the person's own name, whatever their tier: it knows their jobs. */
  readonly jobsOf: (person: Pick<Caller, "personId">) => PersonQuotaCalls;
  readonly job: (jobId: string) => JobCalls;
  readonly queueOf: (kind: JobKind) => JobQueueCalls;
  /** What was read of a person's CVs. */
  readonly readingsOf: (person: Pick<Caller, "personId">) => ReadingCalls;
  /** The model that people talk to. */
  readonly chat: ChatGateway;
  /** Hosted sandboxes: one object each, and one for all of them. */
  readonly sandbox: (sandboxId: string) => SandboxCalls;
  readonly fleet: () => SandboxFleetCalls;
  /** Who may look at a hosted preview; `null` where no key to sign with is configured. */
  readonly passes: PassOffice | null;
  readonly ownsJob: (person: Pick<Caller, "personId">, jobId: string) => Promise<boolean>;
  /** Whether a feature by percentage is on for somebody; the answer is counted. */
  readonly hasFeature: (feature: Feature, who: Pick<Caller, "personId"> | null) => Promise<boolean>;
  /** Every feature's percentage as it holds now, and as it is configured. */
  readonly featurePercents: () => Promise<{
    readonly now: Readonly<Record<Feature, number>>;
    readonly configured: Readonly<Record<Feature, number>>;
  }>;
  /** Switches a feature to a percentage (0–100) at run time; `null`: back to what is configured. @throws while the database is away */
  readonly switchFeature: (feature: Feature, percent: number | null) => Promise<void>;
  /** What is true just now: people by tier, sandboxes by state, queues, quotas of providers. */
  readonly gauges: () => Promise<MetricsDelta>;
  /** Part of each provider's calls that is left today, 0–1, where the operator set a budget. */
  readonly quotaLeft: () => Promise<Readonly<Record<string, number>>>;
  /** How many jobs run and wait just now. */
  readonly queueGauges: () => Promise<MetricsDelta>;
  /** When the job began that has run longest (epoch milliseconds); `null` where none runs. */
  readonly oldestJobSince: () => Promise<number | null>;
  /** Postgres answers and its migrations are there; `readyz` asks. */
  readonly isReady: () => Promise<Result<void>>;
}

/** What serving files needs. */
export type SiteDependencies = Pick<
  Dependencies,
  "previewHost" | "nodeFrames" | "appOrigin" | "isDevelopment" | "packsFiles" | "asset"
>;
