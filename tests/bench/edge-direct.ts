// The streams of the benchmark from a plain Node server, in a process of its own: events as a job's at `/`
// (tests/edge/paced-worker.ts), an answer as the model's at `/v1/messages`. Prints its port; ends with its
// standard input.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PACE, WORDS } from "../edge/pace.ts";

/** Says so many things at the bench's even pace, and ends. */
function speak(response: ServerResponse, say: (n: number) => string, last = ""): void {
  const began = Date.now();
  let said = 0;
  const next = () => {
    response.write(say(said));
    said += 1;
    if (said === PACE.events) response.end(last);
    else setTimeout(next, Math.max(0, began + said * PACE.everyMs - Date.now()));
  };
  next();
}

const jobEvent = (n: number) => {
  const event = { id: n + 1, type: "progress", at: Date.now(), step: "read", progress: 0 };
  const data = JSON.stringify({ ...event, message: WORDS, duration: 0 });
  return `id: ${event.id}\nevent: progress\ndata: ${data}\n\n`;
};

const framed = (event: { readonly type: string; readonly [field: string]: unknown }) =>
  `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
const usage = { input_tokens: 40, output_tokens: 1 };
const message = { id: "msg_1", type: "message", role: "assistant", model: "paced", content: [] };
const BEGIN = [
  { type: "message_start", message: { ...message, stop_reason: null, usage } },
  { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } },
]
  .map(framed)
  .join("");
const END = [
  { type: "content_block_stop", index: 0 },
  { type: "message_delta", delta: { stop_reason: "end_turn" }, usage: { output_tokens: 2_000 } },
  { type: "message_stop" },
]
  .map(framed)
  .join("");
const delta = { type: "text_delta", text: WORDS };
const piece = { type: "content_block_delta", index: 0, delta };
const DELTA = framed(piece);

const server = createServer((request, response) => {
  request.resume();
  const head = { "content-type": "text/event-stream", "cache-control": "no-store" };
  request.once("end", () => {
    response.writeHead(200, head);
    if (request.url === "/v1/messages") {
      response.write(BEGIN);
      speak(response, () => DELTA, END);
    } else {
      response.write("retry: 1000\n\n");
      speak(response, jobEvent);
    }
  });
}).listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));

process.stdin.resume();
process.stdin.once("end", () => process.exit(0));
