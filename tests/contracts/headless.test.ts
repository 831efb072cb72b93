/** Who gets to WebContainer's frame on one machine: the app, and nobody else. */
import { request } from "node:http";
import { WebSocket } from "ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveHeadless, type ServedHeadless } from "./serve-headless.ts";

const APP = "http://localhost:8787";
let served: ServedHeadless;
beforeAll(async () => {
  served = await serveHeadless([APP]);
});
afterAll(() => served?.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks under a name that only this machine's browsers resolve. */
const ask = (path: string, headers: Record<string, string> = {}, host = "headless.localhost") =>
  new Promise<Answer>((settle, reject) => {
    const options = { host: "127.0.0.1", port: served.port, path };
    const asked = request(
      { ...options, headers: { host: `${host}:${served.port}`, ...headers } },
      (answer) => {
        let body = "";
        answer.on("data", (part) => (body += String(part)));
        answer.on("end", () =>
          settle({ status: answer.statusCode!, headers: answer.headers, body }),
        );
      },
    );
    asked.on("error", reject);
    asked.end();
  });

const OURS = { "sec-fetch-site": "same-origin", "x-headless": "1" };

/** How a WebSocket's opening ends: 101, or the status of the refusal. */
const connect = (token: string, origin: string) =>
  new Promise<number>((settle) => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${served.port}/headless/socket`,
      [`cv2web.${token}`],
      {
        headers: { host: `headless.localhost:${served.port}`, origin },
      },
    );
    socket.on("open", () => {
      socket.close();
      settle(101);
    });
    socket.on("unexpected-response", (_request, response) => settle(response.statusCode ?? 0));
    socket.on("error", () => settle(0));
  });

describe("the frame's door", () => {
  test("the document comes only as a frame, and only the app may embed it", async () => {
    const frame = await ask("/headless?version=1.6.4", { "sec-fetch-dest": "iframe" });
    expect(frame.status).toBe(200);
    expect(frame.headers["content-security-policy"]).toContain(`frame-ancestors ${APP}`);
    expect(frame.headers["cross-origin-embedder-policy"]).toBe("require-corp");
    expect(frame.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await ask("/headless", { "sec-fetch-dest": "document" })).status).toBe(403);
    expect((await ask("/headless", { "sec-fetch-dest": "empty" })).status).toBe(403);
  });

  test("the token is for the frame's own script, never in the document", async () => {
    const given = await ask("/headless/token", OURS);
    expect(given.status).toBe(200);
    expect(given.body).toMatch(/^[\w-]{43}$/);
    const frame = await ask("/headless", { "sec-fetch-dest": "iframe" });
    expect(frame.body).not.toContain(given.body);
    expect((await ask("/headless/token", { ...OURS, "sec-fetch-site": "cross-site" })).status).toBe(
      403,
    );
    expect((await ask("/headless/token", { ...OURS, "sec-fetch-site": "same-site" })).status).toBe(
      403,
    );
    expect((await ask("/headless/token", { "sec-fetch-site": "same-origin" })).status).toBe(403);
  });

  test("the socket wants the frame's origin and the token", async () => {
    const { body: token } = await ask("/headless/token", OURS);
    expect(await connect(token, served.origin)).toBe(101);
    expect(await connect(token, "https://evil.example")).toBe(403);
    expect(await connect(token, APP)).toBe(403);
    expect(await connect("x".repeat(43), served.origin)).toBe(403);
    expect(await connect("", served.origin)).toBe(403);
  });

  test("a preview that nobody opened isn't there, whatever the name", async () => {
    expect((await ask("/", {}, "wc-0123456789abcdef-4000.localhost")).status).toBe(404);
    expect((await ask("/headless/token", OURS, "wc-0123456789abcdef-4000.localhost")).status).toBe(
      404,
    );
  });
});
