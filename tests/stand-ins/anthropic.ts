/**
 * Anthropic's `POST /v1/messages` on one machine: it checks what it gets as the real one does, and
 * answers in its wire format, streamed. What it answers is the test's.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { listen } from "./listen.ts";

export interface AnthropicCall {
  readonly key: string;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AnthropicBody;
  /** Resolves when the connection has ended, however. */
  readonly closed: Promise<unknown>;
}

export interface AnthropicBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly stream?: boolean;
  readonly system?: readonly { readonly text: string; readonly cache_control?: object }[];
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly tools?: readonly { readonly name: string; readonly input_schema: object }[];
  readonly stop_sequences?: readonly string[];
}

export interface AnthropicUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

type Block =
  | { readonly text: string | readonly string[] }
  /** `json`: the input as it is streamed, letter for letter; it may be malformed. */
  | { readonly tool: string; readonly json: string };

/** An answer to stream, or an error to fail with. */
export type AnthropicAnswer =
  | {
      readonly blocks: readonly Block[];
      readonly usage?: Partial<AnthropicUsage>;
      /** Milliseconds between two events. */
      readonly everyMs?: number;
      /** Waits for this before it goes on after so many events. */
      readonly holdAfter?: { readonly events: number; readonly until: Promise<unknown> };
      /** After so many events the connection is cut. */
      readonly cutAfter?: number;
      /** After so many events an `error` event ends it. */
      readonly errorAfter?: number;
    }
  | { readonly status: number; readonly type: string; readonly retryAfter?: number };

export interface AnthropicStandIn {
  readonly url: string;
  readonly calls: readonly AnthropicCall[];
  stop(): Promise<void>;
}

/** What is counted where the test doesn't say. */
export const USUAL: AnthropicUsage = {
  input_tokens: 40,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 700,
  output_tokens: 25,
};

/** How a worker is told to ask it; its first small model is one that it doesn't have. */
export const configuredWith = (url: string): Readonly<Record<string, string>> => ({
  ANTHROPIC_API_KEY: "service-key",
  ANTHROPIC_BASE_URL: url,
  AI_MODEL_SMALL: "gone-small,still-small",
  AI_MODEL_LARGE: "claude-sonnet-5-5",
});

/** Starts it on a free port. */
export async function startAnthropic(
  answer: (call: AnthropicCall) => AnthropicAnswer | Promise<AnthropicAnswer>,
): Promise<AnthropicStandIn> {
  const calls: AnthropicCall[] = [];
  const server = createServer(async (request, response) => {
    const refuse = (status: number, type: string, message: string, retryAfter?: number) =>
      response
        .writeHead(status, {
          "content-type": "application/json",
          "request-id": "req_test",
          ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
        })
        .end(JSON.stringify({ type: "error", error: { type, message }, request_id: "req_test" }));
    const path = new URL(request.url ?? "/", "http://stand-in").pathname;
    const isList = request.method === "GET" && path === "/v1/models";
    if (!isList && (request.method !== "POST" || path !== "/v1/messages")) {
      return refuse(404, "not_found_error", "Not found");
    }
    // Read in any case: an answer before the request has ended would hold the connection up.
    const sent = await bodyOf(request);
    const { headers } = request;
    // As version 1.11 of its SDK sends them.
    const key = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
    if (!key) return refuse(401, "authentication_error", "authorization header is required");
    if (headers["anthropic-version"] !== "2026-10-21") {
      return refuse(400, "invalid_request_error", "anthropic-version: header is required");
    }
    if (isList) {
      if (key.endsWith("-bad")) return refuse(401, "authentication_error", "invalid x-api-key");
      const model = {
        type: "model",
        id: "m",
        display_name: "M",
        created_at: "2026-01-01T00:00:00Z",
      };
      return void response
        .writeHead(200, { "content-type": "application/json", "request-id": "req_test" })
        .end(JSON.stringify({ data: [model], has_more: false, first_id: "m", last_id: "m" }));
    }
    const body = JSON.parse(sent) as AnthropicBody;
    const fault = faultOf(body);
    if (fault) return refuse(400, "invalid_request_error", fault);
    const requestId = String(headers["x-request-id"] ?? "");
    const call = { key, requestId, headers, body, closed: once(response, "close") };
    calls.push(call);
    const given = await answer(call);
    if ("status" in given) return refuse(given.status, given.type, given.type, given.retryAfter);
    return stream(response, body.model, given);
  });
  return { ...(await listen(server)), calls };
}

type Streamed = Extract<AnthropicAnswer, { blocks: unknown }>;

async function stream(response: ServerResponse, model: string, given: Streamed): Promise<void> {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    "request-id": "req_test",
  });
  const { everyMs = 0, holdAfter, cutAfter, errorAfter } = given;
  const began = Date.now();
  let sent = 0;
  for (const event of eventsOf(model, given)) {
    if (response.destroyed) return;
    if (holdAfter && sent === holdAfter.events) await holdAfter.until;
    if (sent === cutAfter) return void response.destroy();
    if (sent === errorAfter) {
      const error = { type: "overloaded_error", message: "Overloaded" };
      return void response.end(frame({ type: "error", error } as { type: string }));
    }
    if (everyMs > 0) await pause(Math.max(0, began + sent * everyMs - Date.now()));
    // Only what has gone out was sent before a cut.
    await new Promise((gone) => response.write(frame(event), gone));
    sent += 1;
  }
  response.end();
}

/** One event as it goes over the wire. */
const frame = (event: { readonly type: string }) =>
  `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** The events of an answer, in their order. */
export function eventsOf(model: string, { blocks, usage }: Streamed): { readonly type: string }[] {
  const { output_tokens, ...read } = { ...USUAL, ...usage };
  const stopReason = blocks.some((block) => "tool" in block) ? "tool_use" : "end_turn";
  return [
    {
      type: "message_start",
      message: {
        id: "msg_test",
        type: "message",
        role: "assistant",
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { ...read, output_tokens: 1 },
      },
    } as { type: string },
    { type: "ping" },
    ...blocks.flatMap((block, index) => blockEvents(block, index)),
    {
      type: "message_delta",
      delta: { stop_reason: stopReason, stop_sequence: null },
      usage: { output_tokens },
    } as { type: string },
    { type: "message_stop" },
  ];
}

let toolCalls = 0;
/** Each call has an id of its own, as the real one's have. */
const mintToolId = () => `toolu_${(toolCalls += 1)}`;

function blockEvents(block: Block, index: number): { readonly type: string }[] {
  const isTool = "tool" in block;
  const content_block = isTool
    ? { type: "tool_use", id: mintToolId(), name: block.tool, input: {} }
    : { type: "text", text: "" };
  const pieces = isTool
    ? (block.json.match(/.{1,12}/gs) ?? []).map((partial_json) => ({
        type: "input_json_delta",
        partial_json,
      }))
    : (typeof block.text === "string" ? (block.text.match(/\S+\s*/g) ?? []) : block.text).map(
        (text) => ({ type: "text_delta", text }),
      );
  const events: object[] = [
    { type: "content_block_start", index, content_block },
    ...pieces.map((delta) => ({ type: "content_block_delta", index, delta })),
    { type: "content_block_stop", index },
  ];
  return events as { type: string }[];
}

/** What the real one refuses. */
function faultOf({ model, max_tokens, messages, stream: streams }: AnthropicBody): string | null {
  if (!model) return "model: Field required";
  if (!Number.isInteger(max_tokens) || max_tokens < 1) return "max_tokens: Field required";
  if (!Array.isArray(messages) || messages.length === 0) return "messages: Field required";
  if (messages[0]?.role !== "user") return "messages: first message must use the user role";
  return streams ? null : "this stand-in streams only";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
