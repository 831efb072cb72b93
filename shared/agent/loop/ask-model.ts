import { fail, type Failure, ok, type Result } from "../../failure.ts";
import { AGENT_LIMITS } from "../../limits.ts";
import type { ModelPort, ModelRequest } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { STOPPED } from "../workspace-failures.ts";
import type { AgentEvent } from "./events.ts";
import { addTokens, AnswerReader, NO_TOKENS, type Answer } from "./read-answer.ts";
import { isToolName } from "./tool-input.ts";

export interface Asking {
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
  /** One cut answer a message is asked for again; set when that has been done. */
  hasResumed: boolean;
}

/** What an answer brought, and what it took, a cut one before it counted in. */
export interface Asked {
  readonly answer: Result<Answer>;
  readonly usage: Answer["usage"];
}

export const CUT: Failure = {
  kind: "unavailable",
  message: "The model’s answer broke off.",
  nextStep: "Ask again; the site is as it last worked.",
  retryable: true,
};

/**
 * Asks for one answer and tells it as it comes. A busy provider is waited for, for a bounded time. An
 * answer that is cut has done nothing yet, since tools run only after its end: it is asked for once more.
 */
export async function* askModel(
  request: ModelRequest,
  turn: number,
  asking: Asking,
): AsyncGenerator<AgentEvent, Asked> {
  let usage = NO_TOKENS;
  for (;;) {
    const opened = yield* openPatiently(request, asking);
    if (!opened.ok) return { answer: opened, usage };
    const answer = yield* readAlong(opened.value);
    usage = addTokens(usage, answer.usage);
    if (asking.signal.aborted) return { answer: fail(STOPPED), usage };
    if (answer.isWhole) return { answer: ok(answer), usage };
    if (asking.hasResumed) return { answer: fail(CUT), usage };
    asking.hasResumed = true;
    yield { type: "turn-void", turn };
  }
}

async function* openPatiently(
  request: ModelRequest,
  { model, signal, wait }: Asking,
): AsyncGenerator<AgentEvent, Awaited<ReturnType<ModelPort["open"]>>> {
  let waited = 0;
  for (;;) {
    const opened = await model.open(request, signal);
    if (opened.ok || !opened.failure.retryable) return opened;
    const ms = opened.failure.retryAfterMs;
    if (ms === undefined || waited + ms > AGENT_LIMITS.busyMs) return opened;
    yield { type: "waiting", ms };
    await wait(ms, signal);
    // A provider that says “at once” for ever isn’t asked for ever.
    waited += Math.max(ms, 1_000);
    if (signal.aborted) return fail(STOPPED);
  }
}

type Stream = Extract<Awaited<ReturnType<ModelPort["open"]>>, { ok: true }>["value"];

async function* readAlong(stream: Stream): AsyncGenerator<AgentEvent, Answer> {
  const reader = new AnswerReader();
  for await (const event of stream) {
    reader.add(event);
    if (event.type === "content_block_start") {
      const { content_block: block } = event;
      if (block.type === "thinking") yield { type: "thinking" };
      if (block.type === "text" && block.text !== "") yield { type: "text", delta: block.text };
      if (block.type === "tool_use" && isToolName(block.name)) {
        yield { type: "tool-start", id: block.id, name: block.name };
      }
    }
    if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
      yield { type: "text", delta: event.delta.text };
    }
  }
  return reader.answer;
}
