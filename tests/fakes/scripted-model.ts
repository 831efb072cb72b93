import { fail, ok, type Failure } from "../../shared/failure.ts";
import type { ModelPort, ModelRequest } from "../../shared/ports/model.ts";
import { readModelStream } from "../../web/api/read-model-stream.ts";

/** One answer of the script. */
export type ScriptedAnswer =
  | {
      readonly text?: string;
      /** `input`: any value; a string goes out letter for letter, so that it may be malformed. */
      readonly tools?: readonly { readonly name: string; readonly input: unknown }[];
      /** Called before the answer begins. */
      readonly before?: () => void | Promise<void>;
      /** The stream is cut after so many events. */
      readonly cutAfter?: number;
      /** Called when so many events are out. */
      readonly at?: { readonly events: number; readonly run: () => void };
    }
  | { readonly failure: Failure };

export const call = (name: string, input: unknown) => ({ tools: [{ name, input }] });

/**
 * A model that says what it is told to, in Anthropic’s own event stream: as bytes, read by the decoder
 * that the browser has. It ends when stopped, as the real one does.
 */
export function scriptedModel(script: readonly ScriptedAnswer[]) {
  const requests: ModelRequest[] = [];
  const model: ModelPort = {
    open: async (request, signal) => {
      const answer = script[requests.length];
      requests.push(JSON.parse(JSON.stringify(request)) as ModelRequest);
      if (answer === undefined) throw new Error(`The script has no answer ${requests.length}.`);
      if ("failure" in answer) return fail(answer.failure);
      await answer.before?.();
      return ok(
        readModelStream(bytesOf(eventsOf(answer, requests.length), answer, () => signal.aborted)),
      );
    },
  };
  return { model, requests };
}

type Streamed = Exclude<ScriptedAnswer, { failure: Failure }>;

function bytesOf(
  events: readonly { readonly type: string }[],
  { cutAfter, at }: Streamed,
  isStopped: () => boolean,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (sent === at?.events) at.run();
      const event = events[sent];
      if (isStopped() || sent === cutAfter) return controller.error(new Error("cut"));
      if (event === undefined) return controller.close();
      sent += 1;
      controller.enqueue(
        encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
      );
    },
  });
}

function eventsOf({ text, tools = [] }: Streamed, number: number): { readonly type: string }[] {
  const blocks: object[][] = [];
  if (text !== undefined) {
    const pieces = text.match(/\S+\s*/g) ?? [];
    blocks.push(
      blockEvents(
        blocks.length,
        { type: "text", text: "" },
        pieces.map((piece) => ({ type: "text_delta", text: piece })),
      ),
    );
  }
  for (const [at, { name, input }] of tools.entries()) {
    const json = typeof input === "string" ? input : JSON.stringify(input);
    const pieces = json.match(/[\s\S]{1,40}/g) ?? [];
    const block = { type: "tool_use", id: `toolu_${number}_${at}`, name, input: {} };
    const deltas = pieces.map((piece) => ({ type: "input_json_delta", partial_json: piece }));
    blocks.push(blockEvents(blocks.length, block, deltas));
  }
  return [
    {
      type: "message_start",
      message: { id: "msg", model: "claude-scripted", usage: { ...READ, output_tokens: 1 } },
    },
    { type: "ping" },
    ...blocks.flat(),
    {
      type: "message_delta",
      delta: { stop_reason: tools.length > 0 ? "tool_use" : "end_turn" },
      usage: { output_tokens: 50 },
    },
    { type: "message_stop" },
  ] as { type: string }[];
}

const READ = { input_tokens: 100, cache_creation_input_tokens: 20, cache_read_input_tokens: 1_000 };

const blockEvents = (index: number, content_block: object, deltas: readonly object[]): object[] => [
  { type: "content_block_start", index, content_block },
  ...deltas.map((delta) => ({ type: "content_block_delta", index, delta })),
  { type: "content_block_stop", index },
];
