import type { ModelEvent, ModelPart } from "../../ports/model.ts";
import type { TokenUsage } from "./events.ts";

/** A tool call as the model wrote it: its input may be anything, also not JSON. */
export interface WrittenCall {
  readonly id: string;
  readonly name: string;
  readonly json: string;
}

/** What came of an answer, whole or not. */
export interface Answer {
  readonly model: string;
  /** What is said back to the model as its own; calls are added once their input is known to be JSON. */
  readonly parts: readonly (ModelPart | WrittenCall)[];
  /** It came to its end. Calls of an answer that didn’t are never carried out. */
  readonly isWhole: boolean;
  readonly usage: TokenUsage;
}

export const isCall = (part: ModelPart | WrittenCall): part is WrittenCall => !("type" in part);

type Open =
  | { readonly kind: "text"; text: string }
  | { readonly kind: "call"; readonly id: string; readonly name: string; json: string }
  | { readonly kind: "thinking"; text: string; signature: string }
  | { readonly kind: "redacted"; readonly data: string };

export const NO_TOKENS: TokenUsage = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };

export const addTokens = (one: TokenUsage, other: TokenUsage): TokenUsage => ({
  input: one.input + other.input,
  cacheWrite: one.cacheWrite + other.cacheWrite,
  cacheRead: one.cacheRead + other.cacheRead,
  output: one.output + other.output,
});

/** Puts an answer together from its events. */
export class AnswerReader {
  #model = "";
  #usage = NO_TOKENS;
  #isWhole = false;
  readonly #blocks = new Map<number, Open>();

  /** Takes the next event; counts in it are running totals, the last one stands. */
  add(event: ModelEvent): void {
    switch (event.type) {
      case "message_start":
        this.#model = event.message.model;
        this.#count(event.message.usage);
        return;
      case "content_block_start":
        this.#blocks.set(event.index, opened(event.content_block));
        return;
      case "content_block_delta":
        grow(this.#blocks.get(event.index), event.delta);
        return;
      case "message_delta":
        if (event.usage) this.#count(event.usage);
        return;
      case "message_stop":
        this.#isWhole = true;
        return;
      case "content_block_stop":
      case "ping":
      case "error":
        return;
    }
  }

  get answer(): Answer {
    const blocks = [...this.#blocks].sort(([a], [b]) => a - b).map(([, block]) => block);
    return {
      model: this.#model,
      parts: blocks.flatMap(partsOf),
      isWhole: this.#isWhole,
      usage: this.#usage,
    };
  }

  #count(wire: WireUsage): void {
    const { input, cacheWrite, cacheRead, output } = this.#usage;
    this.#usage = {
      input: wire.input_tokens ?? input,
      cacheWrite: wire.cache_creation_input_tokens ?? cacheWrite,
      cacheRead: wire.cache_read_input_tokens ?? cacheRead,
      output: wire.output_tokens ?? output,
    };
  }
}

type WireUsage = Extract<ModelEvent, { type: "message_start" }>["message"]["usage"];
type Block = Extract<ModelEvent, { type: "content_block_start" }>["content_block"];
type Delta = Extract<ModelEvent, { type: "content_block_delta" }>["delta"];

function opened(block: Block): Open {
  switch (block.type) {
    case "text":
      return { kind: "text", text: block.text };
    case "tool_use":
      return { kind: "call", id: block.id, name: block.name, json: "" };
    case "thinking":
      return { kind: "thinking", text: block.thinking, signature: block.signature };
    case "redacted_thinking":
      return { kind: "redacted", data: block.data };
  }
}

/** A delta for a block of another kind, or of none, is no sense of ours to make: it is left out. */
function grow(block: Open | undefined, delta: Delta): void {
  if (delta.type === "text_delta" && block?.kind === "text") block.text += delta.text;
  if (delta.type === "input_json_delta" && block?.kind === "call") block.json += delta.partial_json;
  if (delta.type === "thinking_delta" && block?.kind === "thinking") block.text += delta.thinking;
  if (delta.type === "signature_delta" && block?.kind === "thinking") {
    block.signature += delta.signature;
  }
}

function partsOf(block: Open): readonly (ModelPart | WrittenCall)[] {
  switch (block.kind) {
    case "text":
      // The provider refuses empty texts.
      return block.text.trim() === "" ? [] : [{ type: "text", text: block.text }];
    case "call":
      return [{ id: block.id, name: block.name, json: block.json }];
    case "thinking":
      return [{ type: "thinking", thinking: block.text, signature: block.signature }];
    case "redacted":
      return [{ type: "redacted_thinking", data: block.data }];
  }
}
