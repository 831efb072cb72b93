import { AGENT_LIMITS } from "../../limits.ts";
import { TOOL_NAMES, type ModelMessage, type ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { markLastResult } from "../context/cache-marks.ts";
import { askModel } from "./ask-model.ts";
import { carryOutAll } from "./carry-out-all.ts";
import { finish, leave, TOO_LONG, type Ending } from "./end-message.ts";
import type { AgentEvent, LastEvent } from "./events.ts";
import { Journal } from "./journal.ts";
import type { AgentMessage, MessageRun } from "./message-run.ts";
import { addTokens, isCall, NO_TOKENS, type Answer } from "./read-answer.ts";
import { Repairs, type Checked } from "./repairs.ts";
import type { Permission } from "./tool-room.ts";

export interface AgentPorts {
  readonly model: ModelPort;
  readonly workspace: Workspace;
  /** Asks the person for leave; settles with `false` when the message is stopped meanwhile. */
  readonly ask: (permission: Permission) => Promise<boolean>;
  /** Settles after so many milliseconds, or when stopped. */
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
}

/**
 * Carries out one message with a model: at most ten answers, after each that changes files a look at the
 * build, at most four repairs, and what can’t be mended is taken back. The last event is `done`,
 * `stopped` or `failed`; whichever it is, the site works as it last did. Who stops reading early has
 * stopped it.
 */
export async function* runMessage(
  message: AgentMessage,
  ports: AgentPorts,
  signal: StopSignal,
): AsyncGenerator<AgentEvent, void> {
  const run = begin(message, ports, signal);
  let last: LastEvent | null = null;
  try {
    const ending = yield* takeTurns(run);
    last = yield* finish(ending, run);
    yield last;
  } finally {
    if (last === null) await leave(run);
  }
}

function begin(message: AgentMessage, ports: AgentPorts, signal: StopSignal): MessageRun {
  const { model, workspace, ask, wait } = ports;
  const journal = new Journal();
  const answered = new Map<string, boolean>();
  return {
    message,
    workspace,
    journal,
    repairs: new Repairs({ workspace, journal, signal, answered }),
    signal,
    answered,
    asking: { model, signal, wait, hasResumed: false },
    tools: TOOL_NAMES.filter((name) => name !== "run_command" || workspace.shell !== null),
    ask,
    said: message.messages,
    writtenLetters: 0,
    readLetters: 0,
    usage: NO_TOKENS,
    ofRepairs: NO_TOKENS,
  };
}

async function* takeTurns(run: MessageRun): AsyncGenerator<AgentEvent, Ending> {
  for (let turn = 1; turn <= AGENT_LIMITS.turns; turn += 1) {
    if (run.signal.aborted) return { kind: "stopped" };
    const answer = yield* takeTurn(turn, run);
    if ("kind" in answer) return answer;
    const calls = answer.parts.filter(isCall);
    const results = yield* carryOutAll(answer, run);
    if (run.signal.aborted) return { kind: "stopped" };
    const checked =
      calls.length === 0 ? yield* run.repairs.checkFinished() : yield* run.repairs.checkTurn();
    if (checked.kind === "stopped") return checked;
    if (checked.kind === "not-mended") return { kind: "not-mended", why: checked.why };
    if (calls.length === 0 && checked.kind === "good")
      return { kind: "done", facts: checked.facts };
    run.said = joined([...run.said, ...results, ...toldToModel(checked)]);
  }
  return { kind: "failed", failure: TOO_LONG };
}

async function* takeTurn(
  turn: number,
  run: MessageRun,
): AsyncGenerator<AgentEvent, Answer | Extract<Ending, { kind: "stopped" | "failed" }>> {
  const { isRepairing } = run.repairs;
  yield { type: "turn", turn, of: AGENT_LIMITS.turns, isRepair: isRepairing };
  const { message, tools } = run;
  const request = {
    // What the small one couldn’t do twice is for the large one.
    size: run.repairs.count > 1 ? "large" : message.size,
    messages: markLastResult(run.said),
    tools,
    isRepair: isRepairing,
  } as const;
  const { answer, usage } = yield* askModel(request, turn, run.asking);
  run.usage = addTokens(run.usage, usage);
  if (isRepairing) run.ofRepairs = addTokens(run.ofRepairs, usage);
  const model = answer.ok ? answer.value.model : "";
  yield { type: "usage", model, usage: run.usage, ofRepairs: run.ofRepairs };
  if (answer.ok) return answer.value;
  return run.signal.aborted ? { kind: "stopped" } : { kind: "failed", failure: answer.failure };
}

function toldToModel(checked: Checked): readonly ModelMessage[] {
  const say = (text: string): readonly ModelMessage[] => [
    { role: "user", content: [{ type: "text", text }] },
  ];
  if (checked.kind === "told") return say(checked.words);
  const isBuilt =
    checked.kind === "good" && checked.facts.some(({ id, holds }) => id === "builds" && holds);
  return isBuilt ? say("It builds, and the page shows no error.") : [];
}

/** The roles take turns: what follows under the same role is one message. */
function joined(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  const out: ModelMessage[] = [];
  for (const message of messages) {
    const last = out.at(-1);
    if (last?.role === message.role) {
      out[out.length - 1] = { role: last.role, content: [...last.content, ...message.content] };
    } else out.push(message);
  }
  return out;
}
