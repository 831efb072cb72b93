import { z } from "zod";
import { TOOL_NAMES } from "../../ports/model.ts";

/**
 * What a chat message gives while it runs, in order. JSON: the same events are shown in the studio, go
 * over an event stream from the edge, and are kept with the conversation. The last one is always
 * `done`, `stopped` or `failed`.
 */

/** Tokens as the provider counts and prices them apart. */
export const tokenUsageSchema = z.object({
  input: z.number(),
  cacheWrite: z.number(),
  cacheRead: z.number(),
  output: z.number(),
});
export type TokenUsage = z.infer<typeof tokenUsageSchema>;

/** What was found true of the finished site, not what the model says of it (R4.10). */
export const FACT_IDS = ["builds", "renders", "name", "console", "placeholders", "tests"] as const;
const fact = z.object({
  id: z.enum(FACT_IDS),
  /** `null`: it couldn’t be looked at here. */
  holds: z.boolean().nullable(),
  /** One sentence for the person. */
  said: z.string(),
});
export type Fact = z.infer<typeof fact>;

const failure = z.object({
  kind: z.string(),
  message: z.string(),
  nextStep: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.number().optional(),
});

const textChange = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
/** Of the whole message, one for each text file, from before it to now; none where nothing is left of it. */
const changes = z.array(textChange).readonly();

const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });

export const agentEventSchema = z.discriminatedUnion("type", [
  /** The model is asked; `turn` counts from 1. */
  event("turn", { turn: z.number(), of: z.number(), isRepair: z.boolean() }),
  /** The provider is busy: asked again in so many milliseconds. */
  event("waiting", { ms: z.number() }),
  /** It thinks; what it thinks isn’t shown. Once for each stretch. */
  event("thinking", {}),
  event("text", { delta: z.string() }),
  /** The answer was cut before it did anything, and is asked for again: texts of this turn are void. */
  event("turn-void", { turn: z.number() }),
  event("tool-start", { id: z.string(), name: z.enum(TOOL_NAMES) }),
  event("tool-end", {
    id: z.string(),
    name: z.enum(TOOL_NAMES),
    /** What it was about, in a few words: `src/App.tsx`. */
    about: z.string(),
    /** What it gave the model, shortened for showing. */
    result: z.string(),
    isError: z.boolean(),
  }),
  /** A file as one tool call changed it. */
  event("file", {
    toolId: z.string(),
    change: textChange,
    addedLines: z.number(),
    removedLines: z.number(),
    /** Letters that the model wrote for it: the block and its replacement, or the whole file. */
    sentLetters: z.number(),
  }),
  event("build", {
    state: z.enum(["checking", "good", "bad", "unknown"]),
    /** Milliseconds the build took, with `good` and `bad`. */
    durationMs: z.number().optional(),
  }),
  /** The build is good; the finished page is looked at now, which can take some seconds. */
  event("page-check", {}),
  /** The page is good; the tests that the message wrote are run now. */
  event("test-run", {}),
  event("problem", {
    message: z.string(),
    path: z.string().optional(),
    line: z.number().optional(),
  }),
  /** It mends what it broke; counted against nobody. */
  event("repair", { repair: z.number(), of: z.number() }),
  /** What couldn’t be mended, or wasn’t finished, was taken back to the last state that worked. */
  event("rolled-back", {
    paths: z.array(z.string()),
    /** Files that somebody else has changed meanwhile: left as they are. */
    left: z.array(z.string()),
    why: z.enum(["not-mended", "stopped", "failed"]),
    said: z.string(),
  }),
  /** It waits for the person’s yes or no. */
  event("permission", {
    id: z.string(),
    what: z.enum(["command", "packages", "outside"]),
    /** The command, the packages, or the hosts, as they are. */
    about: z.string(),
    /** What a yes would mean, in one sentence. */
    said: z.string(),
  }),
  event("permission-answered", { id: z.string(), isAllowed: z.boolean() }),
  /** Of this message so far. */
  event("usage", {
    model: z.string(),
    usage: tokenUsageSchema,
    /** The part of it that mended the agent’s own errors. */
    ofRepairs: tokenUsageSchema,
  }),
  event("done", { facts: z.array(fact), changes, isKept: z.boolean() }),
  /** The person stopped it; what is left in `changes` was checked. */
  event("stopped", { changes, isKept: z.boolean() }),
  event("failed", { failure, changes, isKept: z.boolean() }),
]);
export type AgentEvent = z.infer<typeof agentEventSchema>;

/** The three that end a message. */
export type LastEvent = Extract<AgentEvent, { readonly type: "done" | "stopped" | "failed" }>;

export const isLastEvent = (event: AgentEvent): event is LastEvent =>
  event.type === "done" || event.type === "stopped" || event.type === "failed";
