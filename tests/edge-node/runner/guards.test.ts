/** Who may come in to the local runner, what they may reach, and what a sandbox's processes may use. */
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { networkInterfaces } from "node:os";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { runnerFolder, runRunner, sdkFor, until } from "./run-runner.ts";
import type { Runner, Sandbox } from "./run-runner.ts";

const MB = 2 ** 20;
const isContained = process.platform === "linux" && process.getuid?.() === 0;

let folder: Awaited<ReturnType<typeof runnerFolder>>;
let runner: Runner;
let daytona: ReturnType<typeof sdkFor>;
let one: Sandbox;
let other: Sandbox;

beforeAll(async () => {
  folder = await runnerFolder();
  runner = await runRunner(folder.path, {
    appOrigins: ["http://localhost:8787"],
    limits: { residentBytes: 150 * MB, diskBytes: 60 * MB, processes: 60 },
  });
  daytona = sdkFor(runner);
  [one, other] = await Promise.all([daytona.create(), daytona.create()]);
});

afterAll(async () => {
  await daytona[Symbol.asyncDispose]();
  await runner.stop();
  await folder.remove();
});

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** A request as it stands on the wire: paths and headers aren't tidied. */
async function ask(path: string, { method = "GET", headers = {}, body }: Asking = {}) {
  const asked = request({
    host: "127.0.0.1",
    port: runner.port,
    path,
    method,
    headers: { authorization: `Bearer ${runner.token}`, ...headers },
  });
  asked.on("error", () => undefined);
  asked.end(body);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, text };
}

describe("the door", () => {
  it.each([
    ["no token", { authorization: "" }, 401],
    ["a wrong token", { authorization: "Bearer wrong" }, 401],
    ["a foreign host", { host: "evil.example:80" }, 421],
    ["a host that was rebound", { host: "rebound.example:PORT" }, 421],
    ["the right name on another port", { host: "localhost:1" }, 421],
    ["a foreign page", { origin: "https://evil.example" }, 401],
    ["the app’s own page", { origin: "http://localhost:8787" }, 401],
    ["a page’s navigation", { "sec-fetch-site": "cross-site" }, 401],
  ])("turns away %s", async (_, headers, status) => {
    const given = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace("PORT", String(runner.port)),
      ]),
    );
    for (const path of ["/api/sandbox", `/toolbox/${one.id}/files?path=.`]) {
      expect((await ask(path, { headers: given })).status).toBe(status);
    }
  });

  it("turns away WebSockets the same", async () => {
    const terminal = `ws://127.0.0.1:${runner.port}/toolbox/${one.id}/process/pty/create-connect?id=x`;
    const open = async (address: string, headers: Record<string, string>) => {
      const socket = new WebSocket(address, { headers });
      socket.on("error", () => undefined);
      const [, response] = (await once(socket, "unexpected-response")) as [
        unknown,
        IncomingMessage,
      ];
      socket.terminate();
      return response.statusCode;
    };
    const authorization = `Bearer ${runner.token}`;
    expect(await open(terminal, {})).toBe(401);
    expect(await open(`${terminal}&DAYTONA_SANDBOX_AUTH_KEY=wrong`, {})).toBe(401);
    expect(await open(terminal, { authorization, origin: "https://evil.example" })).toBe(401);
    expect(await open(terminal, { authorization, host: "evil.example" })).toBe(421);
    const theirs = (await other.getPreviewLink(1)).token;
    expect(await open(`${terminal}&DAYTONA_SANDBOX_AUTH_KEY=${theirs}`, {})).toBe(401);
  });

  it("shows WebContainer’s frame as a frame of the app alone, and its token to nobody else", async () => {
    const host = `headless.localhost:${runner.port}`;
    const frame = { host, authorization: "", "sec-fetch-dest": "iframe" };
    const shown = await ask("/headless", { headers: frame });
    expect(shown.status).toBe(200);
    const opened = await ask("/headless", { headers: { ...frame, "sec-fetch-dest": "document" } });
    expect(opened.status).toBe(403);
    expect((await ask("/headless/token", { headers: { host } })).status).toBe(403);
    expect((await ask("/headless", { headers: { ...frame, host: "localhost:1" } })).status).toBe(
      421,
    );
  });

  it("listens on loopback alone", async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === "IPv4" && !each.internal);
    if (!outer) return;
    const socket = connect(runner.port, outer.address);
    const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toBe("ECONNREFUSED");
  });

  it("takes no upload above its limit, and no JSON either", async () => {
    const declared = await ask(`/toolbox/${one.id}/files/bulk-upload`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "200000000" },
    });
    expect(declared.status).toBe(413);
    const body = Buffer.alloc(2_000_000, "x");
    const json = await ask("/api/sandbox", {
      method: "POST",
      headers: { "transfer-encoding": "chunked" },
      body,
    });
    expect(json.status).toBe(413);
    expect((await ask("/api/sandbox", { method: "POST", body: Buffer.from("[") })).status).toBe(
      400,
    );
  });
});

describe("files", () => {
  it.each([
    "../other",
    "a/../../x",
    "/etc/passwd",
    "%2e%2e/%2e%2e/x",
    "..%2f..%2fx",
    "passwd-link",
    "etc-link/passwd",
  ])("outside of the project are refused: %s", async (path) => {
    await one.process.executeCommand("ln -sfn /etc etc-link; ln -sf /etc/passwd passwd-link; true");
    const address = `/toolbox/${one.id}/files`;
    expect((await ask(`${address}/download?path=${path}`)).status).toBe(403);
    expect((await ask(`${address}/info?path=${path}`)).status).toBe(403);
    const isLink = path === "passwd-link";
    if (isLink) return;
    expect((await ask(`${address}?path=${path}`, { method: "DELETE" })).status).toBe(403);
    const moved = `${address}/move?source=etc-link&destination=${path}`;
    expect((await ask(moved, { method: "POST" })).status).toBe(403);
    await expect(
      one.fs.uploadFile(Buffer.from("x"), decodeURIComponent(path)),
    ).rejects.toMatchObject({ statusCode: 403 });
    await expect(one.fs.downloadFile(decodeURIComponent(path))).rejects.toThrow("outside");
  });

  it("and folders of another sandbox too, by API and by process", async () => {
    await one.fs.uploadFile(Buffer.from("mine"), "secret.txt");
    const theirs = `${await one.getWorkDir()}/secret.txt`;
    await expect(other.fs.downloadFile(theirs)).rejects.toMatchObject({ statusCode: 403 });
    await expect(other.process.executeCommand("ls", theirs)).rejects.toMatchObject({
      statusCode: 403,
    });
    if (!isContained) return;
    const read = await other.process.executeCommand(`cat ${theirs}`);
    expect(read.result).toContain("Permission denied");
  });

  it("below an address that climbs aren’t reached by another route", async () => {
    const climbed = await ask(`/toolbox/${other.id}/../${one.id}/files?path=.`, {
      headers: { authorization: "" },
    });
    expect(climbed.status).toBe(401);
  });
});

describe("a preview", () => {
  it("shows no port of another sandbox, of the machine, or of the runner", async () => {
    const started = await other.process.executeCommand(
      `nohup node -e 'require("http").createServer((q, s) => s.end("theirs")).listen(process.env.PORT, "127.0.0.1")' >/dev/null 2>&1 & echo $PORT`,
    );
    const port = Number(started.result);
    const own = await other.getPreviewLink(port);
    const theirs = await until(async () => {
      const answer = await fetch(own.url, { headers: { "x-daytona-preview-token": own.token } });
      return answer.ok ? answer.text() : null;
    });
    expect(theirs).toBe("theirs");
    for (const foreign of [port, runner.port, 22]) {
      const { url, token } = await one.getPreviewLink(foreign);
      const answer = await fetch(url, { headers: { "x-daytona-preview-token": token } });
      expect(answer.status).toBe(502);
    }
    const { token } = await one.getPreviewLink(port);
    const headers = { "x-daytona-preview-token": token };
    expect((await fetch(own.url, { headers })).status).toBe(401);
    const evil = { "x-daytona-preview-token": own.token, origin: "https://evil.example" };
    expect((await fetch(own.url, { headers: evil })).status).toBe(401);
  });

  it("ends with its time, and holds for one port", async () => {
    const port = Number(other.env?.PORT);
    const signed = await other.getSignedPreviewUrl(port, 100);
    const host = new URL(signed.url).host;
    expect((await ask("/", { headers: { host } })).text).toBe("theirs");
    const wrong = host.replace(/^\d+/, String(port + 1));
    expect((await ask("/", { headers: { host: wrong } })).status).toBe(401);
    await expect(other.getSignedPreviewUrl(port, 86_401)).rejects.toMatchObject({
      statusCode: 400,
    });
    const brief = await other.getSignedPreviewUrl(port, 1);
    const isOver = await until(
      async () => (await ask("/", { headers: { host: new URL(brief.url).host } })).status === 401,
    );
    expect(isOver).toBe(true);
  });
});

describe.runIf(isContained)("a sandbox that misbehaves", () => {
  it("has its fork bomb stopped, while others work on", async () => {
    const sandbox = await daytona.create();
    await sandbox.process.createSession("bomb");
    await sandbox.process.executeSessionCommand("bomb", {
      command: "bomb() { bomb | bomb & }; bomb; sleep 1000",
      runAsync: true,
    });
    expect((await other.process.executeCommand("echo well")).result).toBe("well\n");
    await sandbox.delete();
    expect((await other.process.executeCommand("echo well")).result).toBe("well\n");
  });

  it("loses the process that takes too much memory, and is told why", async () => {
    const { result, exitCode } = await one.process.executeCommand(
      "node -e 'const all = []; setInterval(() => all.push(Buffer.alloc(10 * 2 ** 20, 1)), 5)'",
    );
    expect(result).toContain("share of memory");
    expect(exitCode).toBe(137);
  });

  it("loses what fills its disk", async () => {
    const sandbox = await daytona.create();
    const { result } = await sandbox.process.executeCommand(
      "for i in $(seq 1 100); do head -c 20000000 /dev/zero > big$i; done; sleep 1000",
    );
    expect(result).toContain("share of disk");
    await expect(sandbox.fs.uploadFile(Buffer.from("x"), "x")).rejects.toMatchObject({
      statusCode: 429,
    });
    await sandbox.delete();
  });

  it("has no more time than was asked for", async () => {
    await expect(
      one.process.executeCommand("sleep 1000", undefined, undefined, 1),
    ).rejects.toMatchObject({ statusCode: 408, code: "PROCESS_EXECUTION_TIMEOUT" });
  });

  it("can't read the runner's token, nor reach its API without it", async () => {
    const { result } = await one.process.executeCommand(
      `cat /proc/${process.pid}/environ /proc/${process.pid}/cmdline 2>&1; curl -s -o /dev/null -w '%{http_code}' ${runner.url}/sandbox`,
    );
    expect(result).not.toContain(runner.token);
    expect(result).toMatch(/401$/);
  });
});
