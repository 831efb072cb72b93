import type { ChatUsage } from "./chat.ts";

/** How an answer ended, and what it took. */
export interface StreamEnd {
  /** `whole`: to its last event; `left`: the listener went; `broken`: the other side stopped. */
  readonly outcome: "whole" | "left" | "broken";
  /** `null`: it ended before the provider said anything of it. */
  readonly usage: ChatUsage | null;
  readonly text: string;
  /** Its tool calls, their input letter for letter. */
  readonly calls: readonly SentCall[];
}

export interface SentCall {
  readonly name: string;
  readonly json: string;
}

/** Letters of one token, about, for an answer whose count never came. */
const LETTERS_A_TOKEN = 3;

interface WireUsage {
  readonly input_tokens?: number | null;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly output_tokens?: number | null;
}
interface WireEvent {
  readonly type?: string;
  readonly message?: { readonly usage?: WireUsage };
  readonly usage?: WireUsage;
  readonly content_block?: { readonly type?: string; readonly name?: string };
  readonly delta?: {
    readonly text?: string;
    readonly partial_json?: string;
    readonly thinking?: string;
  };
}

/** Reads along what a stream says of itself. */
function readAlong() {
  const decoder = new TextDecoder();
  let usage: ChatUsage | null = null;
  let text = "";
  let letters = 0;
  let isWhole = false;
  const calls: { name: string; json: string }[] = [];
  const add = (wire: WireUsage | undefined) => {
    if (!wire) return;
    const { input = 0, cacheWrite = 0, cacheRead = 0, output = 0 } = usage ?? {};
    usage = {
      input: wire.input_tokens ?? input,
      cacheWrite: wire.cache_creation_input_tokens ?? cacheWrite,
      cacheRead: wire.cache_read_input_tokens ?? cacheRead,
      output: wire.output_tokens ?? output,
    };
  };
  const read = (data: string) => {
    const event = parsed(data);
    if (event.type === "message_start") add(event.message?.usage);
    if (event.type === "message_delta") add(event.usage);
    if (event.type === "message_stop") isWhole = true;
    if (event.content_block?.type === "tool_use") {
      calls.push({ name: event.content_block.name ?? "", json: "" });
    }
    const call = calls.at(-1);
    if (call) call.json += event.delta?.partial_json ?? "";
    const said = event.delta?.text ?? event.delta?.partial_json ?? "";
    text += said;
    letters += said.length + (event.delta?.thinking?.length ?? 0);
  };
  // This provider's events are JSON on one `data:` line each.
  let rest = "";
  const feed = (chunk: Uint8Array) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data:")) read(line.slice(5));
  };
  return {
    feed,
    isWhole: () => isWhole,
    end: (outcome: StreamEnd["outcome"]): StreamEnd => {
      const guessed = isWhole ? 0 : Math.ceil(letters / LETTERS_A_TOKEN);
      return {
        outcome: isWhole ? "whole" : outcome,
        usage: usage && { ...usage, output: Math.max(usage.output, guessed) },
        text,
        calls,
      };
    },
  };
}

function parsed(data: string): WireEvent {
  try {
    return JSON.parse(data) as WireEvent;
  } catch {
    // What isn't JSON is for its listener to judge; it says nothing of tokens.
    return {};
  }
}

/** The event that ends a stream whose other side has stopped, in the provider's own shape. */
const BROKEN = `\n\nevent: error\ndata: ${JSON.stringify({
  type: "error",
  error: {
    type: "api_error",
    message: "The model’s answer broke off. What was done so far is safe; ask again.",
  },
})}\n\n`;

/**
 * An event stream as it is, byte for byte and no faster than it is read, with a note of how it ended. A
 * stream that breaks off before its last event gets an `error` event instead. When its listener leaves,
 * or nothing came for `silenceMs`, the other side is let go.
 * @param onEnd is called once
 */
export function tapStream(
  source: ReadableStream<Uint8Array>,
  options: {
    readonly silenceMs: number;
    /** Its listener's: aborted when they have left, which a stream alone learns at its next byte. */
    readonly listener: AbortSignal;
    readonly onEnd: (end: StreamEnd) => void;
  },
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const along = readAlong();
  let isOver = false;
  const end = (outcome: StreamEnd["outcome"]) => {
    if (isOver) return;
    isOver = true;
    options.onEnd(along.end(outcome));
  };
  const leave = (reason: unknown) => {
    end("left");
    return reader.cancel(reason).catch(() => undefined);
  };
  options.listener.addEventListener("abort", () => void leave("left"), { once: true });
  const next = async () => {
    const timer = setTimeout(() => void reader.cancel("silence"), options.silenceMs);
    try {
      return (await reader.read()).value ?? null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await next();
      if (isOver) return;
      if (chunk) {
        along.feed(chunk);
        controller.enqueue(chunk);
        return;
      }
      if (!along.isWhole()) controller.enqueue(new TextEncoder().encode(BROKEN));
      controller.close();
      end("broken");
    },
    cancel: leave,
  });
}
