import { AGENT_LIMITS } from "../../limits.ts";
import type { ModelMessage, ModelPart, ToolName, ToolResultPart } from "../../ports/model.ts";
import { aboutCall, carryOut } from "./carry-out.ts";
import type { AgentEvent } from "./events.ts";
import { isCall, type Answer, type WrittenCall } from "./read-answer.ts";
import type { MessageRun } from "./message-run.ts";
import { inputOf, isToolName, readToolCall } from "./tool-input.ts";
import { refused, type ToolOutcome, type ToolRoom } from "./tool-room.ts";

/** Letters of a result that are shown and kept. */
const SHOWN = 2_000;

/**
 * Carries out the calls of a whole answer, one after another. Gives what the conversation goes on with:
 * the answer as it was, and what each call brought.
 */
export async function* carryOutAll(
  answer: Answer,
  run: MessageRun,
): AsyncGenerator<AgentEvent, readonly ModelMessage[]> {
  const own: ModelPart[] = [];
  const results: ToolResultPart[] = [];
  const unknown: string[] = [];
  const ids = new Set<string>();
  for (const part of answer.parts) {
    if (!isCall(part)) {
      own.push(part);
      continue;
    }
    const { id, name } = part;
    if (!isToolName(name) || ids.has(id)) {
      // The gateway takes known tools back only, each call once.
      unknown.push(
        `The call of ${name.slice(0, 60)} was left out: there is no such tool, or it came twice.`,
      );
      continue;
    }
    ids.add(id);
    own.push({ type: "tool_use", id, name, input: inputOf(part) ?? {} });
    const outcome = yield* one(part, ids.size, run);
    results.push({
      type: "tool_result",
      tool_use_id: id,
      content: outcome.content,
      ...(outcome.isError ? { is_error: true } : {}),
    });
  }
  const texts = unknown.map((text) => ({ type: "text", text }) as const);
  if (own.length === 0) own.push({ type: "text", text: "…" });
  const back: readonly ModelPart[] = [...results, ...texts];
  return [
    { role: "assistant", content: own },
    ...(back.length > 0 ? [{ role: "user", content: back } as const] : []),
  ];
}

async function* one(
  written: WrittenCall,
  count: number,
  run: MessageRun,
): AsyncGenerator<AgentEvent, ToolOutcome> {
  const { id, name } = written;
  if (!isToolName(name)) return refused("There is no such tool.");
  const call = readToolCall(written);
  const outcome = run.signal.aborted
    ? refused("Stopped.")
    : count > AGENT_LIMITS.callsPerTurn
      ? refused(
          `${AGENT_LIMITS.callsPerTurn} calls are carried out at once; ask again for this one.`,
        )
      : call.ok
        ? yield* carriedOut(call.value, run)
        : refused(call.failure);
  yield {
    type: "tool-end",
    id,
    name,
    about: call.ok ? aboutCall(call.value) : "",
    result: outcome.content.slice(0, SHOWN),
    isError: outcome.isError,
  };
  return outcome;
}

async function* carriedOut(
  call: Parameters<typeof carryOut>[0],
  run: MessageRun,
): AsyncGenerator<AgentEvent, ToolOutcome> {
  // What was wrong before the first change isn’t the agent’s.
  if (CHANGES.includes(call.name)) await run.repairs.lookBefore();
  const room: ToolRoom = run;
  return yield* carryOut(call, room);
}

const CHANGES: readonly ToolName[] = [
  "write_file",
  "edit_file",
  "delete_file",
  "rename_file",
  "run_command",
];
