import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";
import { readEvents, type StreamInput } from "./read-events.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((settle) => server.close(() => settle()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
}

const begin = (response: ServerResponse) =>
  response.writeHead(200, { "content-type": "text/event-stream" });
const frame = (id: number) => `id: ${id}\nevent: step\ndata: {"n":${id},"letter":"é"}\n\n`;
const after = (request: IncomingMessage) => Number(request.headers["last-event-id"] ?? 0);

const reading = (url: string, last: number, seen: number[], more: Partial<StreamInput> = {}) =>
  readEvents({
    send: fetch,
    requestAfter: (id) =>
      new Request(url, id > 0 ? { headers: { "last-event-id": String(id) } } : { method: "POST" }),
    onEvent: ({ id }) => {
      seen.push(id);
      return id === last ? "end" : "more";
    },
    chance: () => 0,
    ...more,
  });

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

test("a stream cut twenty times, in the middle of events too, brings each event once and in order", async () => {
  let connections = 0;
  const methods: string[] = [];
  const url = await serve((request, response) => {
    methods.push(request.method ?? "");
    begin(response);
    // What comes again after a cut is two events that were seen, as a careless server would send.
    const from = Math.max(1, after(request) - 1);
    connections += 1;
    const rest = upTo(100).slice(from - 1);
    if (connections > 20) {
      response.end(rest.map(frame).join(""));
      return;
    }
    const text = rest.slice(0, 6).map(frame).join("");
    response.write(text.slice(0, text.length - (connections % 30)), () => response.destroy());
  });
  const seen: number[] = [];
  const ended = await reading(url, 100, seen);
  expect(ended.ok).toBe(true);
  expect(seen).toEqual(upTo(100));
  expect(connections).toBeGreaterThan(15);
  expect(methods[0]).toBe("POST");
  expect(new Set(methods.slice(1))).toEqual(new Set(["GET"]));
});

test("a gap in the numbers is read again, not passed on", async () => {
  let connections = 0;
  const url = await serve((request, response) => {
    begin(response);
    connections += 1;
    const from = after(request) + 1;
    response.end(
      connections === 1
        ? frame(1) + frame(3)
        : upTo(4)
            .slice(from - 1)
            .map(frame)
            .join(""),
    );
  });
  const seen: number[] = [];
  expect((await reading(url, 4, seen)).ok).toBe(true);
  expect(seen).toEqual([1, 2, 3, 4]);
});

test("a connection that goes silent is left and taken up again", async () => {
  let connections = 0;
  const url = await serve((request, response) => {
    begin(response);
    connections += 1;
    response.write(frame(after(request) + 1));
  });
  const seen: number[] = [];
  const states: string[] = [];
  const ended = await reading(url, 2, seen, {
    silenceMs: 100,
    onConnection: (state) => states.push(state),
  });
  expect(ended.ok).toBe(true);
  expect(seen).toEqual([1, 2]);
  expect(connections).toBe(2);
  expect(states).toEqual(["open", "lost", "open"]);
});

test("a refusal is handed on at once, in the server’s words", async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    response.writeHead(403, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        code: "forbidden",
        message: "Not yours.",
        nextStep: "Open your own.",
        retryable: false,
        requestId: "r1",
      }),
    );
  });
  const ended = await reading(url, 1, []);
  expect(ended).toMatchObject({ ok: false, failure: { kind: "forbidden", message: "Not yours." } });
  expect(asked).toBe(1);
});

test("a server that stays away is given up after the tries, as unavailable", async () => {
  let asked = 0;
  const url = await serve((request) => {
    asked += 1;
    request.socket.destroy();
  });
  const ended = await reading(url, 1, [], { tries: 3 });
  expect(ended).toMatchObject({ ok: false, failure: { kind: "unavailable", retryable: true } });
  expect(asked).toBeGreaterThanOrEqual(4);
});

test("a stop ends it, also while it waits", async () => {
  const url = await serve((request) => request.socket.destroy());
  const stop = new AbortController();
  const ended = await reading(url, 1, [], {
    signal: stop.signal,
    wait: async () => stop.abort(),
  });
  expect(ended).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
});

test("pauses double, never pass ten seconds, and are spread by chance", () => {
  expect([1, 2, 3, 4].map((failed) => backoffMs(failed, 1))).toEqual([250, 500, 1000, 2000]);
  expect(backoffMs(30, 1)).toBe(10_000);
  expect(backoffMs(3, 0.5)).toBe(500);
});
