/** Daytona's SDK, unchanged, does real work on the local runner. */
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { runnerFolder, runRunner, sdkFor, templateFiles, until } from "./run-runner.ts";
import type { Runner, Sandbox } from "./run-runner.ts";

let folder: Awaited<ReturnType<typeof runnerFolder>>;
let runner: Runner;
let daytona: ReturnType<typeof sdkFor>;

beforeAll(async () => {
  folder = await runnerFolder();
  runner = await runRunner(folder.path);
  daytona = sdkFor(runner);
});

afterAll(async () => {
  await daytona[Symbol.asyncDispose]();
  await runner.stop();
  await folder.remove();
});

describe("a template's project", () => {
  let sandbox: Sandbox;
  let port: number;

  beforeAll(async () => {
    sandbox = await daytona.create({
      language: "typescript",
      labels: { portfolio: "one" },
      envVars: { GREETING: "hello", PORT: "5173" },
      autoStopInterval: 60,
    });
  });

  it("is made, found by its labels, and has a port of its own", async () => {
    expect(sandbox.state).toBe("started");
    port = Number(sandbox.env?.PORT);
    expect(port).toBeGreaterThanOrEqual(4000);
    expect(port).toBeLessThanOrEqual(5000);
    const found: string[] = [];
    for await (const one of daytona.list({ labels: { portfolio: "one" } })) found.push(one.id);
    expect(found).toEqual([sandbox.id]);
    for await (const one of daytona.list({ labels: { portfolio: "two" } })) found.push(one.id);
    expect(found).toEqual([sandbox.id]);
    expect((await sandbox.process.executeCommand('echo "$GREETING $PORT"')).result).toBe(
      `hello ${port}\n`,
    );
  });

  it("is uploaded, installed and served, and its log can be followed", async () => {
    await sandbox.fs.uploadFiles(await templateFiles("folio"));
    const installed = await sandbox.process.executeCommand("npm ci", undefined, undefined, 110);
    expect(installed.result).toContain("added");
    expect(installed.exitCode).toBe(0);

    await sandbox.process.createSession("server");
    const { cmdId } = await sandbox.process.executeSessionCommand("server", {
      command: `npx vite --port ${port} --strictPort --host 127.0.0.1`,
      runAsync: true,
    });
    let log = "";
    let wake = () => {};
    const hear = (text: string) => {
      log += text;
      wake();
    };
    const followed = sandbox.process.getSessionCommandLogs("server", cmdId, hear, hear);
    while (!log.includes("ready in")) await new Promise<void>((settle) => (wake = settle));
    expect((await sandbox.process.getSessionCommandLogs("server", cmdId)).output).toContain("VITE");
    followed.catch(() => undefined);
  });

  it("is seen through the preview, with its token alone", async () => {
    const { url, token } = await sandbox.getPreviewLink(port);
    const headers = { "x-daytona-preview-token": token };
    const page = await until(async () => {
      const answer = await fetch(`${url}/`, { headers });
      return answer.ok ? answer.text() : null;
    });
    expect(page).toContain("/@vite/client");
    const module = await fetch(`${url}/src/main.tsx`, { headers });
    expect(await module.text()).toContain("react");
    expect((await fetch(`${url}/`)).status).toBe(401);
    expect((await fetch(`${url}/`, { headers: { "x-daytona-preview-token": "x" } })).status).toBe(
      401,
    );
    const other = await sandbox.getPreviewLink(port + 1);
    expect((await fetch(`${other.url}/`, { headers })).status).toBe(502);
  });

  it("reloads hot through a signed preview", async () => {
    const { url, token } = await sandbox.getSignedPreviewUrl(port, 600);
    const address = new URL(url);
    expect(address.hostname).toBe(`${port}-${token}.localhost`);
    const client = await getByHost(address, "/@vite/client");
    const [, wsToken] = /const wsToken = "([^"]+)"/.exec(client) ?? [];
    const socket = new WebSocket(`ws://127.0.0.1:${runner.port}/?token=${wsToken}`, "vite-hmr", {
      headers: { host: address.host, origin: address.origin },
    });
    const messages: string[] = [];
    let wake = () => {};
    socket.on("message", (message: Buffer) => {
      messages.push(message.toString());
      wake();
    });
    await once(socket, "open");
    const heard = async (part: string) => {
      while (!messages.some((message) => message.includes(part))) {
        await new Promise<void>((settle) => (wake = settle));
      }
    };
    await heard("connected");
    // Vite tells of what a page has loaded.
    await getByHost(address, "/src/main.tsx");
    const style = (await sandbox.fs.searchFiles("src", "*.css")).files[0]!;
    await getByHost(address, `/${style}?import`);
    const before = await sandbox.fs.downloadFile(style);
    await sandbox.fs.uploadFile(Buffer.concat([before, Buffer.from("\n.more{}\n")]), style);
    await heard("update");
    socket.close();
    await sandbox.expireSignedPreviewUrl(port, token);
    await expect(getByHost(address, "/")).rejects.toThrow("401");
  });

  it("keeps its files over stop and start, and its processes not", async () => {
    await sandbox.fs.uploadFile(Buffer.from("mine"), "notes.txt");
    await sandbox.stop();
    expect(sandbox.state).toBe("stopped");
    await expect(sandbox.process.executeCommand("true")).rejects.toThrow("stopped");
    await sandbox.start();
    expect((await sandbox.fs.downloadFile("notes.txt")).toString()).toBe("mine");
    expect((await sandbox.process.executeCommand("ls node_modules | wc -l")).result).not.toBe(
      "0\n",
    );
    expect(await sandbox.process.listSessions()).toEqual([]);
    const { url, token } = await sandbox.getPreviewLink(port);
    const headers = { "x-daytona-preview-token": token };
    expect((await fetch(`${url}/`, { headers })).status).toBe(502);
  });

  it("is archived without what can be installed again, and comes back", async () => {
    await sandbox.stop();
    await sandbox.archive();
    expect(sandbox.state).toBe("archived");
    await sandbox.start();
    expect((await sandbox.fs.downloadFile("notes.txt")).toString()).toBe("mine");
    expect((await sandbox.process.executeCommand("test -d node_modules")).exitCode).toBe(1);
  });

  it("is gone when it is deleted", async () => {
    await sandbox.delete();
    await expect(daytona.get(sandbox.id)).rejects.toMatchObject({ statusCode: 404 });
  });
});

/** A page by the name of its host, which this machine's resolver needn't know. */
async function getByHost(address: URL, path: string): Promise<string> {
  const request = get({
    host: "127.0.0.1",
    port: address.port,
    path,
    headers: { host: address.host, accept: "*/*" },
  });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) {
    response.resume();
    throw new Error(String(response.statusCode));
  }
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return text;
}
