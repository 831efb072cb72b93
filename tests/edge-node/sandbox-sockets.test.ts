import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import { startTestRunner } from "../edge/test-runner.ts";
import { until } from "./runner/run-runner.ts";
import { startWorkerOver } from "./worker-over-runner.ts";

let url: string;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  const runner = await startTestRunner();
  ends.push(runner.stop);
  const worker = await startWorkerOver({ ...runner.bindings });
  ends.push(worker.stop);
  ({ url } = worker);
});

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const AS_ADA = { "x-test-person": "ada", "content-type": "application/json" };
const viewOf = async (id: string) =>
  (await (
    await fetch(`${url}/api/sandbox/status/${id}`, { headers: AS_ADA })
  ).json()) as HostedView;

async function opened(path: string, body: object): Promise<HostedView> {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: AS_ADA,
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { sandbox_id: id } = (await answer.json()) as HostedView;
  return until(async () => {
    const view = await viewOf(id);
    if (view.status === "failed") throw new Error(JSON.stringify(view.failure));
    return view.status === "running" && view;
  });
}

/** Sends a request as it is, whatever name is asked for: all of them are this machine. */
const send = (address: string, headers: Record<string, string>) => {
  const { host, port, pathname, search } = new URL(address);
  const asked = request({
    host: "127.0.0.1",
    port,
    path: pathname + search,
    headers: { host, ...headers },
  });
  asked.end();
  return asked;
};

async function get(address: string, headers: Record<string, string> = {}) {
  const [answer] = (await once(send(address, headers), "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** Opens a WebSocket; a refusal gives its status. */
async function socket(address: string, headers: Record<string, string>) {
  const asked = send(address, {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
    ...headers,
  });
  const answered = once(asked, "response").then(
    ([answer]) => (answer as IncomingMessage).statusCode,
  );
  const upgraded = once(asked, "upgrade").then((all) => all as [IncomingMessage, Duplex, Buffer]);
  upgraded.catch(() => undefined);
  answered.catch(() => undefined);
  const first = await Promise.race([answered, upgraded]);
  if (!Array.isArray(first)) return { status: first };
  const [answer, stream, head] = first;
  let heard = head.toString("latin1");
  stream.on("data", (bytes: Buffer) => (heard += bytes.toString("latin1")));
  ends.push(() => stream.destroy());
  return { status: answer.statusCode, stream, heard: () => heard };
}

/** One text frame as a client sends it: masked, here with zeros (RFC 6455, 5.3). */
const frame = (message: string) =>
  Buffer.concat([Buffer.from([0x81, 0x80 | message.length, 0, 0, 0, 0]), Buffer.from(message)]);

test(
  "a terminal through the worker: typed, printed; closed to other pages",
  { timeout: 120_000 },
  async () => {
    const { sandbox_id: id } = await opened("/api/sandbox", { files: [], serves: false });
    const address = `${url}/api/sandbox/${id}/terminal?name=main&columns=80&rows=24`;
    const foreign = await socket(address, { ...AS_ADA, origin: "http://evil.example" });
    expect(foreign.status).toBe(400);
    const terminal = await socket(address, { ...AS_ADA, origin: url });
    expect(terminal.status).toBe(101);
    terminal.stream!.write(frame("echo $((40+2))-typed\r"));
    await until(async () => terminal.heard!().includes("42-typed"));
    const resized = await fetch(`${url}/api/sandbox/${id}/terminal/resize`, {
      method: "POST",
      headers: AS_ADA,
      body: JSON.stringify({ name: "main", columns: 120, rows: 40 }),
    });
    expect(resized.status, await resized.clone().text()).toBe(200);
    terminal.stream!.write(frame("stty size\r"));
    await until(async () => terminal.heard!().includes("40 120"));

    // Stopped and woken, a new terminal begins where this one was.
    terminal.stream!.write(
      frame("mkdir -p src/parts && touch src/parts/a && cd src/parts && echo $((1+1))-there\r"),
    );
    await until(async () => terminal.heard!().includes("2-there"));
    const post = (path: string) =>
      fetch(`${url}/api/sandbox/${id}/${path}`, { method: "POST", headers: AS_ADA, body: "{}" });
    expect((await post("stop")).status).toBe(200);
    expect((await post("visit")).status).toBe(200);
    await until(async () => (await viewOf(id)).status === "running");
    const again = await socket(address.replace("main", "again"), { ...AS_ADA, origin: url });
    again.stream!.write(frame("echo at-$PWD.\r"));
    await until(async () => again.heard!().includes("/src/parts."));
  },
);

test("Vite’s hot updates come through the preview’s host", { timeout: 240_000 }, async () => {
  const view = await opened("/api/portfolio/generate-sandboxed", {
    resume: { basics: { name: "Ada Lovelace" } },
    options: { template: "folio" },
  });
  const events = await fetch(`${url}/api/sandbox/status-streaming/${view.job_id}`, {
    headers: AS_ADA,
  });
  // What npm printed on the machine is told with its step.
  expect(await events.text()).toMatch(/"step":"install".*"lines":\[[^\]]*added \d+ packages/);
  const letIn = await get(view.preview_url);
  const cookie = letIn.headers["set-cookie"]![0]!.split(";")[0]!;
  const { origin } = new URL(view.preview_url);
  const client = await get(`${origin}/@vite/client`, { cookie });
  const token = /wsToken = "([^"]+)"/.exec(client.body)?.[1];
  expect(token).toBeDefined();
  // Loaded by a page before, a file's change is an update.
  expect((await get(`${origin}/src/main.tsx`, { cookie })).status).toBe(200);
  const protocol = { "sec-websocket-protocol": "vite-hmr" };
  const hot = await socket(`${origin}/?token=${token}`, { cookie, origin, ...protocol });
  expect(hot.status).toBe(101);
  await until(async () => hot.heard!().includes('"type":"connected"'));
  const without = await socket(`${origin}/?token=${token}`, { origin, ...protocol });
  expect(without.status).toBe(403);
  const written = await fetch(`${url}/api/sandbox/${view.sandbox_id}/files`, {
    method: "PUT",
    headers: AS_ADA,
    body: JSON.stringify({
      files: [{ path: "src/main.tsx", content: "document.title = 'changed';\n" }],
    }),
  });
  expect(written.status).toBe(200);
  await until(async () => /"type":"(update|full-reload)"/.test(hot.heard!()));
});
