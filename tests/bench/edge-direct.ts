// The streams of tests/edge/paced-worker.ts from a plain Node server, in a process of its own, with
// nothing in between. Prints its port; ends with its standard input.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PACE, WORDS } from "../edge/pace.ts";

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("retry: 1000\n\n");
  const began = Date.now();
  let id = 0;
  const speak = () => {
    id += 1;
    const event = { id, type: "progress", at: Date.now(), step: "read", progress: 0 };
    const data = JSON.stringify({ ...event, message: WORDS, duration: 0 });
    response.write(`id: ${id}\nevent: progress\ndata: ${data}\n\n`);
    if (id === PACE.events) response.end();
    else setTimeout(speak, Math.max(0, began + id * PACE.everyMs - Date.now()));
  };
  speak();
}).listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));

process.stdin.resume();
process.stdin.once("end", () => process.exit(0));
