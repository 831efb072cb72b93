import {
  withoutOpenEnds,
  type AgentRun,
  type RunCost,
  type RunStep,
  type ToolStep,
} from "../agent-run.ts";
import { chatCostOf } from "../model-prices.ts";
import type { AgentEvent, LastEvent, TokenUsage } from "./loop/events.ts";

type Event<T extends AgentEvent["type"]> = Extract<AgentEvent, { readonly type: T }>;

/** An answer after one more event of its message. */
export function afterEvent(run: AgentRun, event: AgentEvent): AgentRun {
  switch (event.type) {
    case "turn":
      return { ...run, turnAt: run.steps.length, doing: event.isRepair ? "Mending" : "Thinking" };
    case "waiting":
      return { ...run, doing: "The model is busy; asking again" };
    case "thinking":
      return { ...run, doing: "Thinking" };
    case "text":
      return withText(quiet(run), event.delta);
    case "turn-void":
      return { ...run, steps: run.steps.slice(0, run.turnAt), doing: "Asking again" };
    case "tool-start":
    case "tool-end":
    case "file":
      return withTool(quiet(run), event);
    case "page-check":
      return { ...run, doing: "Looking at the finished page" };
    case "test-run":
      return { ...run, doing: "Running the tests" };
    case "build":
    case "problem":
    case "repair":
      return withBuild(quiet(run), event);
    case "rolled-back": {
      const { said, paths, left } = event;
      return plus(run, { kind: "back", said, paths, left });
    }
    case "permission":
      return plus(quiet(run), { ...asked(event), answer: "open" });
    case "permission-answered":
      return { ...run, steps: run.steps.map((step) => answered(step, event)) };
    case "usage":
      return { ...run, cost: costAfter(run.cost, event) };
    default:
      return ended(withoutOpenEnds(run), event);
  }
}

function ended(run: AgentRun, event: LastEvent): AgentRun {
  switch (event.type) {
    case "done":
      return { ...run, state: "done", facts: event.facts };
    case "stopped":
      return { ...run, state: "stopped" };
    case "failed":
      return { ...run, state: "failed", failure: event.failure };
  }
}

const quiet = (run: AgentRun): AgentRun => ({ ...run, doing: null });

const plus = (run: AgentRun, step: RunStep): AgentRun => ({ ...run, steps: [...run.steps, step] });

/** With its last step of a kind changed, where it has one. */
function withLast<Kind extends RunStep["kind"]>(
  run: AgentRun,
  kind: Kind,
  change: (step: Extract<RunStep, { kind: Kind }>) => RunStep,
): AgentRun {
  const at = run.steps.findLastIndex((step) => step.kind === kind);
  if (at === -1) return run;
  return {
    ...run,
    steps: run.steps.with(at, change(run.steps[at] as Extract<RunStep, { kind: Kind }>)),
  };
}

function withText(run: AgentRun, delta: string): AgentRun {
  // A new turn is a new paragraph, whatever came before it.
  const goesOn = run.steps.length > run.turnAt && run.steps.at(-1)?.kind === "text";
  return goesOn
    ? withLast(run, "text", (step) => ({ ...step, text: step.text + delta }))
    : plus(run, { kind: "text", text: delta });
}

function withTool(run: AgentRun, event: Event<"tool-start" | "tool-end" | "file">): AgentRun {
  if (event.type === "tool-start") {
    const { id, name } = event;
    return plus(run, { kind: "tool", id, name, about: "", state: "running", files: [] });
  }
  const id = event.type === "file" ? event.toolId : event.id;
  // The last one: not every server gives its calls ids that never come again.
  const at = run.steps.findLastIndex((step) => step.kind === "tool" && step.id === id);
  const step = run.steps[at];
  if (step?.kind !== "tool") return run;
  return { ...run, steps: run.steps.with(at, toolAfter(step, event)) };
}

function toolAfter(step: ToolStep, event: Event<"tool-end" | "file">): ToolStep {
  if (event.type === "file") {
    const { change, addedLines, removedLines } = event;
    return { ...step, files: [...step.files, { change, addedLines, removedLines }] };
  }
  const { about, result, isError } = event;
  return { ...step, about, result, state: isError ? "failed" : "done" };
}

function withBuild(run: AgentRun, event: Event<"build" | "problem" | "repair">): AgentRun {
  if (event.type === "problem") {
    const { message, path, line } = event;
    const place = path === undefined ? "" : line === undefined ? `${path}: ` : `${path}:${line}: `;
    // A build that is good can still be of a page that isn't.
    return withLast(run, "build", (step) => ({
      ...step,
      state: "bad",
      problems: [...step.problems, place + message],
    }));
  }
  if (event.type === "repair") {
    const { repair, of } = event;
    return plus(run, { kind: "build", state: "checking", repair, of, problems: [] });
  }
  const last = run.steps.findLast((step) => step.kind === "build");
  const isOpen = last?.state === "checking";
  // A repair is looked at when it has been made: its line goes below what was done for it.
  if (isOpen && event.state === "checking") {
    return plus({ ...run, steps: run.steps.filter((step) => step !== last) }, last);
  }
  if (isOpen) return withLast(run, "build", (step) => ({ ...step, state: event.state }));
  // Which repair it is was said before; after it every build is of that repair.
  const { repair = 0, of = 0 } = last ?? {};
  return plus(run, { kind: "build", state: event.state, repair, of, problems: [] });
}

const asked = ({ id, what, about, said }: Event<"permission">) =>
  ({ kind: "ask", id, what, about, said }) as const;

const answered = (step: RunStep, { id, isAllowed }: Event<"permission-answered">): RunStep =>
  step.kind === "ask" && step.id === id && step.answer === "open"
    ? { ...step, answer: isAllowed ? "allowed" : "refused" }
    : step;

const all = ({ input, cacheWrite, cacheRead, output }: TokenUsage) =>
  input + cacheWrite + cacheRead + output;

/** Each answer is priced by the model that gave it: a message may be handed to a larger one. */
function costAfter(before: RunCost | undefined, event: Event<"usage">): RunCost {
  const { model, usage, ofRepairs } = event;
  const {
    inputTokens = 0,
    cachedTokens = 0,
    cacheWriteTokens = 0,
    outputTokens = 0,
  } = before ?? {};
  const fresh = {
    input: usage.input - (inputTokens - cachedTokens - cacheWriteTokens),
    cacheWrite: usage.cacheWrite - cacheWriteTokens,
    cacheRead: usage.cacheRead - cachedTokens,
    output: usage.output - outputTokens,
  };
  const dollars = chatCostOf(model, fresh);
  const isPriced = before === undefined || before.cents !== undefined;
  return {
    model,
    inputTokens: all(usage) - usage.output,
    cachedTokens: usage.cacheRead,
    cacheWriteTokens: usage.cacheWrite,
    outputTokens: usage.output,
    repairTokens: all(ofRepairs),
    ...(isPriced && dollars !== null ? { cents: (before?.cents ?? 0) + dollars * 100 } : {}),
  };
}
