/** The toolbox of a sandbox, by Daytona's SDK: files, sessions, terminals. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { runnerFolder, runRunner, sdkFor, until } from "./run-runner.ts";
import type { Runner, Sandbox } from "./run-runner.ts";

let folder: Awaited<ReturnType<typeof runnerFolder>>;
let runner: Runner;
let daytona: ReturnType<typeof sdkFor>;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await runnerFolder();
  runner = await runRunner(folder.path);
  daytona = sdkFor(runner);
  sandbox = await daytona.create({ envVars: { GREETING: "hello" } });
});

afterAll(async () => {
  await daytona[Symbol.asyncDispose]();
  await runner.stop();
  await folder.remove();
});

const bytes = (text: string) => Buffer.from(text);

describe("files", () => {
  it("go up and come down in one go, whatever they are called and hold", async () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const files = [
      { source: bytes("--x\r\n\r\n--"), destination: "a/odd.txt" },
      { source: all, destination: "a/b/all bytes.bin" },
      { source: bytes(""), destination: "empty" },
      { source: bytes("ü"), destination: "Grüße/naïve “quoted”.txt" },
    ];
    await sandbox.fs.uploadFiles(files);
    const answers = await sandbox.fs.downloadFiles([
      ...files.map(({ destination }) => ({ source: destination })),
      { source: "not-there" },
    ]);
    for (const [index, { source }] of files.entries()) {
      expect(Buffer.from(answers[index]!.result as Buffer)).toEqual(source);
    }
    expect(answers.at(-1)!.errorDetails).toMatchObject({
      statusCode: 404,
      code: "FILE_NOT_FOUND",
    });
  });

  it("are listed, described, moved, changed in mode, and removed", async () => {
    await sandbox.fs.createFolder("tree/inner", "755");
    await sandbox.fs.uploadFile(bytes("#!/bin/sh\necho ran"), "tree/inner/run.sh");
    const names = async (path: string, depth?: number) =>
      (await sandbox.fs.listFiles(path, depth === undefined ? undefined : { depth })).map(
        (each) => each.path ?? each.name,
      );
    expect(await names("tree")).toEqual(["inner"]);
    expect(await names("tree", 2)).toEqual(["tree/inner", "tree/inner/run.sh"]);
    await sandbox.fs.setFilePermissions("tree/inner/run.sh", { mode: "755" });
    expect(await sandbox.fs.getFileDetails("tree/inner/run.sh")).toMatchObject({
      name: "run.sh",
      isDir: false,
      mode: "-rwxr-xr-x",
      permissions: "0755",
      size: 18,
    });
    expect((await sandbox.process.executeCommand("./tree/inner/run.sh")).result).toBe("ran\n");
    await sandbox.fs.moveFiles("tree/inner/run.sh", "tree/run.sh");
    expect((await sandbox.process.executeCommand("./run.sh", "tree")).result).toBe("ran\n");
    await expect(sandbox.fs.deleteFile("tree")).rejects.toMatchObject({ statusCode: 400 });
    await sandbox.fs.deleteFile("tree", true);
    await expect(sandbox.fs.getFileDetails("tree")).rejects.toMatchObject({ statusCode: 404 });
  });

  it("are found by name and by text, and changed in place", async () => {
    await sandbox.fs.uploadFiles([
      { source: bytes("one $& two\ntwo\n"), destination: "search/a.ts" },
      { source: bytes("three"), destination: "search/b.css" },
    ]);
    expect((await sandbox.fs.searchFiles("search", "*.ts")).files).toEqual(["search/a.ts"]);
    expect(await sandbox.fs.findFiles("search", "two")).toEqual([
      { file: "search/a.ts", line: 1, content: "one $& two" },
      { file: "search/a.ts", line: 2, content: "two" },
    ]);
    expect(await sandbox.fs.replaceInFiles(["search/a.ts", "gone.ts"], "two", "$&")).toEqual([
      { file: "search/a.ts", success: true },
      expect.objectContaining({ file: "gone.ts", success: false }),
    ]);
    expect((await sandbox.fs.downloadFile("search/a.ts")).toString()).toBe("one $& $&\n$&\n");
  });
});

describe("a session", () => {
  it("keeps its folder and variables, and each command's output and code apart", async () => {
    await sandbox.process.createSession("work");
    const run = (command: string) => sandbox.process.executeSessionCommand("work", { command });
    expect(await run("mkdir -p deep && cd deep && export LEFT='it''s' && (exit 3)")).toMatchObject({
      exitCode: 3,
      output: "",
    });
    expect(await run(`printf '%s %s %s' "$LEFT" "$GREETING" "$(basename "$PWD")"`)).toMatchObject({
      exitCode: 0,
      stdout: "its hello deep",
      stderr: "",
    });
    expect(await run("echo out; echo err >&2; echo 'a\nb'")).toMatchObject({
      stdout: "out\na\nb\n",
      stderr: "err\n",
    });
    expect(await run("this is no 'command")).toMatchObject({ exitCode: expect.any(Number) });
    expect((await run("echo on")).stdout).toBe("on\n");
    const { commands } = await sandbox.process.getSession("work");
    expect(commands?.map(({ exitCode }) => exitCode)).toEqual([3, 0, 0, expect.any(Number), 0]);
  });

  it("runs commands in turn, and hands them their input", async () => {
    await sandbox.process.createSession("turns");
    const start = async (command: string) =>
      (await sandbox.process.executeSessionCommand("turns", { command, runAsync: true })).cmdId;
    const asking = await start("read name; echo hello $name");
    const waiting = await start("echo after");
    expect((await sandbox.process.getSessionCommand("turns", asking)).exitCode).toBeUndefined();
    await sandbox.process.sendSessionCommandInput("turns", asking, "Ada");
    let log = "";
    const hear = (text: string) => (log += text);
    await sandbox.process.getSessionCommandLogs("turns", waiting, hear, hear);
    expect(log).toBe("after\n");
    expect((await sandbox.process.getSessionCommandLogs("turns", asking)).stdout).toBe(
      "hello Ada\n",
    );
    await expect(
      sandbox.process.sendSessionCommandInput("turns", asking, "late"),
    ).rejects.toMatchObject({ statusCode: 410 });
  });

  it("ends with its shell, and when it is deleted", async () => {
    await sandbox.process.createSession("over");
    const ended = await sandbox.process.executeSessionCommand("over", { command: "exit 5" });
    expect(ended.exitCode).toBe(5);
    await expect(
      sandbox.process.executeSessionCommand("over", { command: "true" }),
    ).rejects.toMatchObject({ statusCode: 410, code: "SESSION_ENDED" });
    await sandbox.process.deleteSession("over");
    await expect(sandbox.process.getSession("over")).rejects.toMatchObject({ statusCode: 404 });
  });

  it("drops the oldest of what a command writes without end", async () => {
    await sandbox.process.createSession("flood");
    const { stdout } = await sandbox.process.executeSessionCommand("flood", {
      command: "yes 0123456789 | head -c 12000000; echo; echo the end",
    });
    expect(stdout!.length).toBeLessThan(6_000_000);
    expect(stdout!.endsWith("the end\n")).toBe(true);
  });
});

describe("a terminal", () => {
  it("is typed into, resized, watched by two, and tells its end", async () => {
    let screen = "";
    let wake = () => {};
    const hear = (data: Uint8Array) => {
      screen += Buffer.from(data).toString();
      wake();
    };
    const shown = async (text: string) => {
      while (!screen.includes(text)) await new Promise<void>((settle) => (wake = settle));
    };
    const terminal = await sandbox.process.createPty({
      id: "shell",
      cols: 100,
      rows: 30,
      cwd: "a",
      envs: { MINE: "yes" },
      onData: hear,
    });
    await terminal.sendInput('stty size; echo "[$MINE $GREETING] $(basename "$PWD")"\r');
    await shown("30 100");
    await shown("[yes hello] a");
    await terminal.resize(40, 12);
    await terminal.sendInput("stty size\r");
    await shown("12 40");
    let second = "";
    const watching = await sandbox.process.connectPty("shell", {
      onData: (data) => void (second += Buffer.from(data).toString()),
    });
    await terminal.sendInput("echo both\r");
    await until(async () => second.includes("both"));
    expect(await sandbox.process.listPtySessions()).toMatchObject([
      { id: "shell", cols: 40, rows: 12, active: true },
    ]);
    await terminal.sendInput("exit 4\r");
    expect(await terminal.wait()).toMatchObject({ exitCode: 4 });
    expect(await watching.wait()).toMatchObject({ exitCode: 4 });
    expect(await sandbox.process.listPtySessions()).toEqual([]);
  });

  it("goes when it is killed", async () => {
    const terminal = await sandbox.process.createPty({ id: "gone", onData: () => undefined });
    await terminal.kill();
    expect((await terminal.wait()).exitCode).toBeGreaterThan(0);
    await expect(sandbox.process.getPtySessionInfo("gone")).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it("makes a program wait for a watcher that is slow, and loses nothing", async () => {
    const { token } = await sandbox.getPreviewLink(1);
    // As the SDK does it in a worker: the key in the address, variables in a subprotocol.
    const address = `ws://127.0.0.1:${runner.port}/toolbox/${sandbox.id}/process/pty/create-connect`;
    const socket = new WebSocket(`${address}?id=slow&DAYTONA_SANDBOX_AUTH_KEY=${token}`, [
      "X-Daytona-SDK-Version~1",
      "X-Daytona-Pty-Exit-Control",
    ]);
    let size = 0;
    let end = "";
    const done = new Promise<void>((settle) => {
      socket.on("message", (data: Buffer, isBinary: boolean) => {
        if (isBinary) {
          size += data.length;
          socket.pause();
          setImmediate(() => socket.resume());
        } else if (data.toString().includes("exited")) {
          end = data.toString();
          settle();
        }
      });
    });
    socket.on("open", () =>
      socket.send("stty -echo; head -c 20000000 /dev/zero | tr '\\0' x; exit\r"),
    );
    await done;
    expect(socket.protocol).toBe("X-Daytona-Pty-Exit-Control");
    expect(size).toBeGreaterThanOrEqual(20_000_000);
    expect(JSON.parse(end)).toMatchObject({ type: "control", status: "exited", exitCode: 0 });
  });
});

describe("several sandboxes", () => {
  it("work at the same time, each with ports of its own", async () => {
    const made = await Promise.all([daytona.create(), daytona.create(), daytona.create()]);
    const ports = made.map(({ env }) => Number(env?.PORT));
    expect(new Set(ports).size).toBe(3);
    const answers = await Promise.all(
      made.map((each, index) => each.process.executeCommand(`echo ${index} $PORT`)),
    );
    expect(answers.map(({ result }) => result)).toEqual(
      ports.map((port, index) => `${index} ${port}\n`),
    );
    const named = await daytona.create({ name: "by-name" });
    expect((await daytona.get("by-name")).id).toBe(named.id);
    await expect(daytona.create({ name: "by-name" })).rejects.toMatchObject({ statusCode: 409 });
    const seen: string[] = [];
    for await (const each of daytona.list({ limit: 2 })) seen.push(each.id);
    expect(new Set(seen)).toEqual(new Set([sandbox.id, named.id, ...made.map(({ id }) => id)]));
  });
});
