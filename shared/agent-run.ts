import { z } from "zod";

/**
 * A model's answer as it is shown and kept: what was said, what was done, how the build stood, in the
 * order in which it happened. Made from a message's events by `shared/agent/run-of-events.ts`.
 */
export const textChangeSchema = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const toolStep = z.object({
  kind: z.literal("tool"),
  id: z.string(),
  /** The tool's own name: `edit_file`. */
  name: z.string(),
  /** What it was about: `src/App.tsx`, a command, what was looked for. */
  about: z.string(),
  state: z.enum(["running", "done", "failed"]),
  /** What it gave the model, shortened. */
  result: z.string().optional(),
  /** The files it changed. */
  files: z
    .array(z.object({ change: textChangeSchema, addedLines: z.number(), removedLines: z.number() }))
    .readonly(),
});
export type ToolStep = z.infer<typeof toolStep>;

const buildStep = z.object({
  kind: z.literal("build"),
  state: z.enum(["checking", "good", "bad", "unknown"]),
  /** Which repair it checks, of how many; 0 before the first. */
  repair: z.number(),
  of: z.number(),
  problems: z.array(z.string()).readonly(),
});
export type BuildStep = z.infer<typeof buildStep>;

/** Something that only the person may allow. */
const askStep = z.object({
  kind: z.literal("ask"),
  id: z.string(),
  what: z.enum(["command", "packages", "outside"]),
  /** The command, the packages or the hosts, letter for letter. */
  about: z.string(),
  said: z.string(),
  answer: z.enum(["open", "allowed", "refused"]),
});
export type AskStep = z.infer<typeof askStep>;

/** Changes taken back: nothing of them is left but in this step. */
const backStep = z.object({
  kind: z.literal("back"),
  said: z.string(),
  paths: z.array(z.string()).readonly(),
  left: z.array(z.string()).readonly(),
});
export type BackStep = z.infer<typeof backStep>;

const stepSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  toolStep,
  buildStep,
  askStep,
  backStep,
]);
export type RunStep = z.infer<typeof stepSchema>;

/** What an answer used, as the provider counted it. */
const costSchema = z.object({
  model: z.string(),
  /** All tokens read, the cached ones among them. */
  inputTokens: z.number(),
  cachedTokens: z.number(),
  /** … and those written into the cache, which cost more. */
  cacheWriteTokens: z.number().optional(),
  outputTokens: z.number(),
  /** Of them all: repairs of the model's own errors, counted against nobody. */
  repairTokens: z.number(),
  /** US cents at list price; absent where the model's price isn't known. */
  cents: z.number().optional(),
});
export type RunCost = z.infer<typeof costSchema>;

export const runSchema = z.object({
  /** `cut`: the page was left in the middle. */
  state: z.enum(["running", "done", "stopped", "cut", "failed"]),
  steps: z.array(stepSchema).readonly(),
  /** While it runs: what is waited for; `null` where something shows it. */
  doing: z.string().nullable(),
  /** Where the steps of the present turn begin. */
  turnAt: z.number(),
  /** With `failed`: what happened and what to do. */
  failure: z
    .object({
      kind: z.string(),
      message: z.string(),
      nextStep: z.string(),
      retryable: z.boolean(),
      retryAfterMs: z.number().optional(),
    })
    .optional(),
  /** With `done`: what was found true of the finished site. */
  facts: z
    .array(z.object({ id: z.string(), holds: z.boolean().nullable(), said: z.string() }))
    .readonly(),
  cost: costSchema.optional(),
});
export type AgentRun = z.infer<typeof runSchema>;

export const NEW_RUN: AgentRun = { state: "running", doing: null, steps: [], turnAt: 0, facts: [] };

/** An answer that nobody is working on any more: what ran when the page was left was cut. */
export const settledRun = (run: AgentRun): AgentRun =>
  run.state === "running" ? { ...withoutOpenEnds(run), state: "cut" } : run;

/**
 * An answer whose job ended without the answer’s own last event: it was stopped, or it failed for good. One
 * that has ended stays as it is.
 */
export function failedRun(run: AgentRun, failure: NonNullable<AgentRun["failure"]>): AgentRun {
  if (run.state !== "running") return run;
  const ended = withoutOpenEnds(run);
  return failure.kind === "cancelled"
    ? { ...ended, state: "stopped" }
    : { ...ended, state: "failed", failure };
}

/** As it stands once nothing goes on: no call runs, no build and no answer is waited for. */
export function withoutOpenEnds(run: AgentRun): AgentRun {
  const steps = run.steps.flatMap((step): readonly RunStep[] => {
    if (step.kind === "tool" && step.state === "running") return [{ ...step, state: "failed" }];
    if (step.kind === "build" && step.state === "checking") return [];
    return step.kind === "ask" && step.answer === "open"
      ? [{ ...step, answer: "refused" }]
      : [step];
  });
  return { ...run, doing: null, steps };
}
