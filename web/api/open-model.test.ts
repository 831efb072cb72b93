import { describe, expect, it } from "vitest";
import { chatRequestSchema } from "../../shared/api/ai.ts";
import type { ModelEvent, ModelRequest } from "../../shared/ports/model.ts";
import { openClient } from "./open-client.ts";
import { openModel } from "./open-model.ts";
import { readModelStream } from "./read-model-stream.ts";
import type { Send } from "./send-request.ts";

const frame = (event: object) => `event: x\ndata: ${JSON.stringify(event)}\n\n`;
const START = frame({ type: "message_start", message: { model: "m", usage: { input_tokens: 1 } } });
const STOP = frame({ type: "message_stop" });
const PING = frame({ type: "ping" });

/** A body of these pieces; with `error`, it breaks off after them. */
const bodyOf = (pieces: readonly (string | Uint8Array)[], error?: Error) => {
  const left = pieces.map((piece) =>
    typeof piece === "string" ? new TextEncoder().encode(piece) : piece,
  );
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else if (error) controller.error(error);
      else controller.close();
    },
  });
};

async function typesOf(stream: AsyncIterable<ModelEvent>): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { type } of stream) types.push(type);
  return types;
}

describe("reading an answer", () => {
  it.each([
    ["whole", bodyOf([START, PING, STOP]), ["message_start", "ping", "message_stop"]],
    ["cut", bodyOf([START], new Error("reset")), ["message_start"]],
    ["closed early", bodyOf([START, PING]), ["message_start", "ping"]],
    [
      "with an event of a kind to come",
      bodyOf([START, frame({ type: "message_rest" }), "data: {\n\n", STOP]),
      ["message_start", "message_stop"],
    ],
    [
      "broken by the provider",
      bodyOf([
        START,
        frame({ type: "error", error: { type: "overloaded_error", message: "x" } }),
        STOP,
      ]),
      ["message_start", "error"],
    ],
  ])("that is %s", async (_, body, types) => {
    expect(await typesOf(readModelStream(body))).toEqual(types);
  });

  it("puts letters together that come in two pieces", async () => {
    const text = frame({
      type: "content_block_delta",
      index: 0,
      delta: { type: "text_delta", text: "né 🙂" },
    });
    const bytes = new TextEncoder().encode(text);
    const pieces = Array.from(bytes, (byte) => new Uint8Array([byte]));
    for await (const event of readModelStream(bodyOf(pieces))) {
      expect(event).toMatchObject({ delta: { text: "né 🙂" } });
    }
  });

  it("ends when nothing comes, and lets the other side go", async () => {
    let isLeft = false;
    const silent = new ReadableStream<Uint8Array>({
      cancel: () => {
        isLeft = true;
      },
    });
    expect(await typesOf(readModelStream(silent, 1))).toEqual([]);
    expect(isLeft).toBe(true);
  });
});

describe("the model over the API", () => {
  const request: ModelRequest = {
    size: "small",
    messages: [
      {
        role: "user",
        content: [{ type: "text", text: "B", cache_control: { type: "ephemeral" } }],
      },
      {
        role: "assistant",
        content: [{ type: "tool_use", id: "t", name: "read_file", input: { path: "a" } }],
      },
      {
        role: "user",
        content: [{ type: "tool_result", tool_use_id: "t", content: "x", is_error: true }],
      },
    ],
    tools: ["read_file", "edit_file"],
    isRepair: true,
  };
  const modelOf = (send: Send) =>
    openModel(
      openClient({ send, origin: "https://app.example", newRequestId: () => "r" }),
      "message-1",
    );

  it("asks as the gateway wants to be asked", async () => {
    const asked: Request[] = [];
    const model = modelOf(async (one) => {
      asked.push(one);
      return new Response(bodyOf([START, STOP]), {
        headers: { "content-type": "text/event-stream" },
      });
    });
    const opened = await model.open(request, new AbortController().signal);
    expect(opened.ok && (await typesOf(opened.value))).toEqual(["message_start", "message_stop"]);
    expect(asked[0]?.url).toBe("https://app.example/api/ai/messages");
    const body = chatRequestSchema.parse(await asked[0]?.json());
    expect(body).toMatchObject({ size: "small", purpose: "repair", messageId: "message-1" });
    expect(body.messages).toEqual(request.messages);
    expect(body.tools).toEqual([{ name: "read_file" }, { name: "edit_file" }]);
  });

  it("gives a refusal with its words, and when to come back", async () => {
    const error = {
      code: "quota-exceeded",
      message: "Used up.",
      nextStep: "Wait.",
      retryable: false,
      requestId: "r",
    };
    const refusing = modelOf(async () =>
      Response.json(error, { status: 429, headers: { "retry-after": "7" } }),
    );
    expect(await refusing.open(request, new AbortController().signal)).toMatchObject({
      ok: false,
      failure: { kind: "quota-exceeded", message: "Used up.", retryAfterMs: 7_000 },
    });
    const page = modelOf(
      async () => new Response("<html>", { headers: { "content-type": "text/html" } }),
    );
    expect(await page.open(request, new AbortController().signal)).toMatchObject({
      failure: { kind: "unavailable" },
    });
  });

  it("lets go of the connection when stopped, before the answer and during it", async () => {
    const control = new AbortController();
    const waiting = modelOf(
      (one) =>
        new Promise((_, reject) =>
          one.signal.addEventListener("abort", () => reject(new Error("aborted"))),
        ),
    );
    const opening = waiting.open(request, control.signal);
    control.abort();
    expect(await opening).toMatchObject({ failure: { kind: "cancelled" } });
    expect(await waiting.open(request, control.signal)).toMatchObject({
      failure: { kind: "cancelled" },
    });
  });
});
