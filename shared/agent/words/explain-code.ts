import { askModel } from "../loop/ask-model.ts";
import type { AgentEvent } from "../loop/events.ts";
import { NO_TOKENS } from "../loop/read-answer.ts";
import type { ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";

/** Code that somebody wants explained. */
export interface CodeAsked {
  /** Where it stands: `src/App.tsx`, `src/App.tsx, lines 3–9`. */
  readonly place: string;
  readonly code: string;
}

/** Letters of code that are sent; the rest is cut. */
const MOST_LETTERS = 40_000;

/**
 * Explains code of the site (R4.8), as a message of the chat: the same events, the last of them `done`,
 * `stopped` or `failed`. It has no tools, so that nothing can be changed by it, whatever the code says.
 */
export async function* explainCode(asked: {
  readonly text: string;
  readonly about: CodeAsked;
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
}): AsyncGenerator<AgentEvent, void> {
  const { text, about, model, signal, wait } = asked;
  yield { type: "turn", turn: 1, of: 1, isRepair: false };
  const code = about.code.slice(0, MOST_LETTERS).replaceAll(/<(?=\/?code\b)/gi, "‹");
  const content = `${text}\n\n<code place="${about.place.replaceAll('"', "")}">\n${code}\n</code>`;
  const { answer, usage } = yield* askModel(
    {
      purpose: "explain",
      size: "small",
      messages: [{ role: "user", content: [{ type: "text", text: content }] }],
      tools: [],
      isRepair: false,
    },
    1,
    { model, signal, wait, hasResumed: false },
  );
  const end = { changes: [], isKept: false };
  if (!answer.ok) {
    const { kind, message, nextStep, retryable } = answer.failure;
    if (kind === "cancelled") yield { type: "stopped", ...end };
    else yield { type: "failed", failure: { kind, message, nextStep, retryable }, ...end };
    return;
  }
  yield { type: "usage", model: answer.value.model, usage, ofRepairs: NO_TOKENS };
  yield { type: "done", facts: [], ...end };
}
