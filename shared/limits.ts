/**
 * The figures of R5.5, R5.4 and R3.8, kept together: what each tier may use. Other rooms take their
 * numbers from here and nowhere else.
 */
export type Tier = "anonymous" | "registered" | "premium";

export interface TierLimits {
  /** Hosted sandboxes at once. */
  readonly hostedSandboxes: number;
  /** Hosted sandboxes are kept running this long without activity, in milliseconds. */
  readonly hostedIdleMs: number;
  /** Extractions with AI a day (UTC); for anonymous people counted by address. */
  readonly aiExtractionsPerDay: number;
  /** Tokens of the bucket that refills evenly over a minute. */
  readonly requestsPerMinute: number;
  /** Model tokens a calendar month (UTC). */
  readonly aiTokensPerMonth: number;
  /** Bytes kept for a person, after compression. */
  readonly storageBytes: number;
  readonly publishedSites: number;
  /** A published site stays for so long after it was last published, in milliseconds; `null`: no end. */
  readonly publishedMs: number | null;
  /** Links to drafts that work at the same time (R6.6) … */
  readonly draftLinks: number;
  /** … new ones a day (UTC); for anonymous people counted by address … */
  readonly draftLinksPerDay: number;
  /** … and how long each works after it was last updated, in milliseconds. */
  readonly draftLinkMs: number;
  /** Domains of one’s own (R6.1). */
  readonly ownDomains: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const TIER_LIMITS: Readonly<Record<Tier, TierLimits>> = {
  anonymous: {
    hostedSandboxes: 1,
    hostedIdleMs: DAY,
    aiExtractionsPerDay: 3,
    requestsPerMinute: 30,
    aiTokensPerMonth: 100_000,
    storageBytes: 0,
    publishedSites: 0,
    publishedMs: 0,
    draftLinks: 2,
    draftLinksPerDay: 5,
    draftLinkMs: 7 * DAY,
    ownDomains: 0,
  },
  registered: {
    hostedSandboxes: 3,
    hostedIdleMs: 7 * DAY,
    aiExtractionsPerDay: 10,
    requestsPerMinute: 120,
    aiTokensPerMonth: 1_000_000,
    storageBytes: 200_000_000,
    publishedSites: 1,
    publishedMs: 365 * DAY,
    draftLinks: 5,
    draftLinksPerDay: 20,
    draftLinkMs: 30 * DAY,
    ownDomains: 1,
  },
  premium: {
    hostedSandboxes: 10,
    hostedIdleMs: 30 * DAY,
    aiExtractionsPerDay: 50,
    requestsPerMinute: 300,
    aiTokensPerMonth: 10_000_000,
    storageBytes: 5_000_000_000,
    publishedSites: 10,
    publishedMs: null,
    draftLinks: 20,
    draftLinksPerDay: 100,
    draftLinkMs: 90 * DAY,
    ownDomains: 10,
  },
};

/** How jobs are run (R5.4, R5.5). */
export const JOB_LIMITS = {
  /** Jobs of one kind that run at the same time; others wait in the queue. */
  running: 5,
  /** Milliseconds one try may take. */
  tryMs: 60_000,
  tries: 3,
  /** Jobs that may wait; the next is refused with a time to come back (R3.8). */
  queueDepth: 50,
  /** Between two heartbeats of an event stream, in milliseconds. */
  heartbeatMs: 15_000,
  /** A finished job and its events are kept this long, in milliseconds. */
  keptMs: 24 * HOUR,
} as const;

/** Messages that the agent answers on the server (R4.11): as jobs, but for these. */
export const AGENT_JOB_LIMITS = {
  /** They wait for the model most of the time. */
  running: 50,
  /** Milliseconds one try may take: ten answers of the model, and builds between them. */
  tryMs: 10 * 60_000,
} as const;

/** How many hosted sandboxes run at once (R3.8). */
export const HOSTED_CAPACITY = {
  usual: 20,
  /** When the expected wait is over `stretchAfterMs`. */
  stretched: 25,
  stretchAfterMs: 5 * 60_000,
  /** By the operator's switch. */
  emergency: 30,
  /** From so many on people are told of high demand. */
  highDemandFrom: 18,
  /** Who may wait; the next is refused with a time to come back. */
  queueDepth: 50,
  /** What a stay is taken to last before any was measured: so long that nothing is stretched yet. */
  assumedStayMs: 5 * 60_000,
} as const;

/** The life of a hosted sandbox (R3.7, R3.8), in milliseconds. */
export const HOSTED_LIFE = {
  /** Without activity it counts as idle. */
  idleAfterMs: 5 * 60_000,
  /** Idle for so long it is stopped; halved in an emergency. */
  stopAfterMs: HOUR,
  /** The same from high demand on. */
  busyStopAfterMs: 15 * 60_000,
  /** Between the warning and the removal. */
  graceMs: 30 * 60_000,
  /** A removed one of somebody without an account can be woken for so long; of others until they delete it. */
  archivedMs: 30 * DAY,
  /** The last snapshot of one that its owner deleted stays for so long. */
  deletedMs: 7 * DAY,
  /** The provider is looked at this often: with a second try, its end is noticed within 30 s. */
  healthEveryMs: 25_000,
  /** One that has failed isn't woken by a visit before. */
  failedRestMs: 10_000,
  /** One try of making and building it may take so long. */
  tryMs: 5 * 60_000,
  tries: 3,
  /** A signed preview link lasts so long at most. */
  linkMs: 24 * HOUR,
} as const;

/** What each hosted sandbox is (R3.7). */
export const HOSTED_MACHINE = {
  image: "node:22",
  cpus: 2,
  memoryGigabytes: 4,
  diskGigabytes: 10,
  /** What it may reach, where its provider can see to it: all else is closed, private and link-local ranges too. */
  reachableDomains: ["registry.npmjs.org"],
} as const;

/** When a project is heavy: its builds go to a hosted sandbox where there is one (R3.2). */
export const SANDBOX_CHOICE = {
  /** Bytes of all files. */
  heavyBytes: 10_000_000,
  /** npm packages beyond the instant sandbox's own. */
  heavyPackages: 12,
} as const;

/** Retention of R5.8 and R1.6, in milliseconds. */
export const RETENTION = {
  sessionMs: 7 * DAY,
  analyticsMs: 90 * DAY,
  orphanedBlobMs: 30 * DAY,
  readingMs: 30 * DAY,
  /** A report of a site that the operator hasn’t put away; the specification names no figure. */
  reportMs: 180 * DAY,
} as const;

/** Sign-in rules of R5.2. */
export const SIGN_IN = {
  passwordLength: 12,
  attempts: 5,
  /** The window in which attempts count, and the lock after them, in milliseconds. */
  windowMs: 15 * 60_000,
  /** Who has no password deletes their account within so long after signing in, in milliseconds. */
  freshMs: 10 * 60_000,
  /** A session that is used has its end put off this often, in milliseconds. */
  renewMs: 24 * 3_600_000,
} as const;

/** Calls of the model that people talk to (R4.5, R5.5). */
export const AI_LIMITS = {
  /** Tokens an answer may have, by size of the model. */
  answerTokens: { small: 4_096, large: 16_384 },
  /** … of those that are words alone: a text of the form, a batch of translations, twenty findings … */
  wordTokens: { improve: 2_000, translate: 8_000, analyse: 4_000, explain: 2_000, describe: 4_000 },
  /** … and of the source of one component. */
  componentTokens: 4_000,
  /** Calls of one message that are free because they mend the agent's own error: its repairs, three answers each … */
  repairCalls: 12,
  /** … and their tokens a month, as a part of those that the tier has: no more is the service's to bear. */
  repairShare: 0.25,
  /** Part of a month's tokens from which on a person is told. */
  alertFrom: 0.8,
  /** Milliseconds until an answer begins. */
  firstByteMs: 60_000,
  /** Milliseconds without a byte after which an answer that has begun is given up. */
  silenceMs: 60_000,
  /** While the provider is busy a call waits for so many milliseconds altogether … */
  waitMs: 20_000,
  /** … and so many calls of one isolate at once; further ones are refused. */
  waiting: 100,
} as const;

/** Components that a model writes while a portfolio is made (R2.5). */
export const COMPONENT_LIMITS = {
  /** Letters of a component's source; about what its tokens can come to. */
  letters: 24_000,
  /** Letters of the template's own modules that a model is shown … */
  shownLetters: 12_000,
  /** … and of the person's data; the rest is cut. */
  dataLetters: 8_000,
  /** Milliseconds for all of one portfolio: what is left of a job's try checks and stores. */
  withinMs: 40_000,
  /** … and for a build on a hosted machine that shows whether it can be built with them. */
  buildWithinMs: 2 * 60_000,
  /** What a browser keeps of them: the newest … */
  kept: 40,
  /** … for so many milliseconds, as long as a reading. */
  keptMs: 30 * DAY,
} as const;

/** What is kept of what was said about a portfolio. */
export const CONVERSATION_LIMITS = {
  /** Older messages are let go beyond this, here and in the account; versions keep what they changed. */
  messages: 400,
  /** Letters of one text of a message above which the account keeps it among its contents … */
  rowTextLetters: 4_000,
  /** … and letters of what is left of a message's part above which that goes there too. */
  rowLetters: 64_000,
  /** Messages of one call … */
  perCall: 50,
  /** … and letters after which an answer ends, so that no worker holds much more. */
  answerLetters: 4_000_000,
  locks: 500,
} as const;

/** Keys for the API (R4.11). */
export const API_KEYS = {
  /** Of one person. */
  most: 20,
  longestDays: 365,
} as const;

/** A project that its owner deleted through the API (R4.11). */
export const PROJECT_LIFE = {
  /** Its last snapshot stays so long, in milliseconds; then it is gone for good. */
  deletedMs: 7 * DAY,
} as const;

/** Body limits in bytes, checked before anything is parsed. */
export const BODY_LIMITS = {
  /** What isn't named otherwise. */
  json: 1_000_000,
  /** A CV (R1.7). */
  cv: 10_000_000,
  /** What a form's other fields and its own marks may add to a file. */
  formRim: 100_000,
  /** Files of a hosted sandbox in one call; what a Durable Object takes at once is 32 MiB. */
  sandboxFiles: 28_000_000,
  /** A batch of blobs of one upload. */
  blobs: 12_000_000,
  /** Messages of a conversation with what they changed. */
  messages: 12_000_000,
} as const;

/** What one message to the agent may do (R4.1, R4.7). */
export const AGENT_LIMITS = {
  /** Answers of the model. */
  turns: 10,
  /** Tries to mend what the agent broke. */
  repairs: 4,
  /** Letters of one file that the agent reads or writes. */
  fileLetters: 150_000,
  /** Letters that it reads and that it writes altogether: all of them go up again with every answer. */
  readLetters: 400_000,
  writtenLetters: 300_000,
  /** Files that it changes. */
  changedFiles: 40,
  /** Tool calls of one answer; further ones are refused. */
  callsPerTurn: 30,
  /** Milliseconds that a command may run. */
  commandMs: 120_000,
  /** Milliseconds altogether that a busy provider is waited for, above what the gateway waits. */
  busyMs: 60_000,
} as const;

/** What is published (R6.1): sizes in bytes, as files are before they are compressed. */
export const PUBLISH_LIMITS = {
  files: 500,
  fileBytes: 10_000_000,
  siteBytes: 30_000_000,
  /** Builds of a site that are kept, the one that is served included: so far can be rolled back. */
  builds: 10,
  /** Earlier addresses of a site that still lead to it; the oldest is given up for the next. */
  formerSlugs: 5,
  /** Sites that were taken down keep their address; so many beside the tier's own. */
  unpublished: 5,
  /** An upload that wasn't finished is forgotten after so many milliseconds. */
  unfinishedMs: DAY,
  /** The pass that a page's password gives lasts so many milliseconds. */
  passMs: 7 * DAY,
  /** Addresses that are looked at in one check of links … */
  links: 100,
  /** … and milliseconds that each has to answer. */
  linkMs: 5_000,
} as const;

/** A draft that is shown by a link (R6.6). */
export const DRAFT_LIMITS = {
  /** Bytes of its files before they are compressed: nobody need have an account for it. */
  siteBytes: 15_000_000,
  /** After its end its address says what became of it for so many milliseconds; then it is unknown. */
  toldMs: 30 * DAY,
} as const;

/** Domains of one’s own (R6.1), in milliseconds. */
export const DOMAIN_LIMITS = {
  /** One that doesn’t lead here any more is served for so long … */
  graceMs: 7 * DAY,
  /** … and one that was never proved is forgotten after so long. */
  unprovedMs: 14 * DAY,
  /** A question to DNS, or a call for a certificate, may take so long. */
  callMs: 5_000,
  /** Domains looked at in one night’s run, those that weren’t for longest first. */
  aNight: 500,
} as const;

/** What goes to other hosts (R2.6). */
export const ELSEWHERE_LIMITS = {
  /** Of one send: a project has no more. */
  files: 2_000,
  /** Milliseconds that one call to a host may take. */
  callMs: 20_000,
  /** Contents on their way to a host at the same time: what a worker may have open. */
  atOnce: 5,
} as const;

/** Letters through a published page’s contact form (R6.4). */
export const LETTER_LIMITS = {
  nameLetters: 100,
  /** RFC 5321, 4.5.3.1.3: the longest path there is, without its brackets. */
  emailLetters: 254,
  /** Some two pages of text. */
  messageLetters: 5_000,
  /** Bytes of a form that is sent: the longest letter in four bytes a letter, each percent-encoded. */
  formBytes: 70_000,
  /** Zero bits that a proof’s hash begins with: 32,000 hashes on average, a second on a phone. */
  proofBits: 15,
  /** Milliseconds that a challenge can be answered: as long as somebody may write. */
  challengeMs: 2 * HOUR,
  /** Without a proof a letter is sent in two steps, with at least so many milliseconds between them … */
  plainWaitMs: 3_000,
  /** … and takes so many of the 30 requests that an address has a minute: one letter a minute. */
  plainTokens: 20,
  /** With a proof it takes so many: three a minute. */
  proofTokens: 8,
  /** Letters to one site in an hour, whoever sends them: nobody’s inbox is filled over night. */
  perHour: 60,
  /** Letters that a site keeps, archived ones too; then its owner has to delete some. */
  kept: 2_000,
  /** Letters of one page of the inbox. */
  perPage: 30,
} as const;

/** Visitor figures (R6.5). Visits themselves go after `RETENTION.analyticsMs`. */
export const VISIT_LIMITS = {
  /** Ranges that are shown, in days; the longest is how long visits are kept. */
  ranges: [7, 30, 90],
  /** Milliseconds that visits are gathered before they are written together. */
  gatherMs: 1_000,
  /** Visits that an isolate gathers at most; further ones aren’t counted: a page comes before its count. */
  gathered: 2_000,
  /** Views and clicks of one visitor that count a day: more is a program’s doing. */
  perVisitor: 200,
  /** Letters of a page’s or link’s address. */
  targetLetters: 300,
  /** Rows of each list that is shown. */
  top: 10,
} as const;
