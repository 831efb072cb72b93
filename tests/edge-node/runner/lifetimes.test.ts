/** What the local runner outlives and what it ends: time, its own death, its starter's. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startLocalRunner, type LocalRunner } from "../../../scripts/local/runner.ts";
import { runnerFolder, runRunner, sdkFor, until } from "./run-runner.ts";

const MINUTE = 60_000;
const isLinux = process.platform === "linux";

let folder: Awaited<ReturnType<typeof runnerFolder>>;

beforeEach(async () => {
  folder = await runnerFolder();
});
afterEach(() => folder.remove());

/** Processes of any account whose command line has this in it. */
const running = (part: string): number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        return Number.isInteger(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(part);
      } catch {
        return false;
      }
    });

describe("time", () => {
  it("stops what is idle, archives what is stopped, and deletes what is old", async () => {
    let now = Date.now();
    const runner = await runRunner(folder.path, { now: () => now });
    const daytona = sdkFor(runner);
    const sandbox = await daytona.create({
      autoStopInterval: 60,
      autoArchiveInterval: 120,
      autoDeleteInterval: 600,
    });
    await sandbox.fs.uploadFile(Buffer.from("mine"), "notes.txt");
    const after = async (minutes: number) => {
      now += minutes * MINUTE;
      await runner.look();
      await sandbox.refreshData();
      return sandbox.state;
    };
    expect(await after(59)).toBe("started");
    await sandbox.fs.listFiles(".");
    expect(await after(59)).toBe("started");
    expect(await after(1)).toBe("stopped");
    expect(await after(119)).toBe("stopped");
    expect(await after(1)).toBe("archived");
    await sandbox.start();
    expect((await sandbox.fs.downloadFile("notes.txt")).toString()).toBe("mine");
    expect(await after(60)).toBe("stopped");
    await after(120);
    now += 600 * MINUTE;
    await runner.look();
    await expect(daytona.get(sandbox.id)).rejects.toMatchObject({ statusCode: 404 });
    await runner.stop();
  });

  it("takes an ephemeral one with its stop", async () => {
    const runner = await runRunner(folder.path);
    const daytona = sdkFor(runner);
    const sandbox = await daytona.create({ ephemeral: true });
    await sandbox.stop();
    await expect(daytona.get(sandbox.id)).rejects.toMatchObject({ statusCode: 404 });
    await runner.stop();
  });
});

describe("a start after another", () => {
  it("has the sandboxes of the one before, stopped, with their files", async () => {
    const first = await runRunner(folder.path);
    const made = await sdkFor(first).create({ labels: { a: "b" } });
    await made.fs.uploadFile(Buffer.from("mine"), "notes.txt");
    await first.stop();
    const second = await runRunner(folder.path);
    expect(second.token).not.toBe(first.token);
    const sandbox = await sdkFor(second).get(made.id);
    expect(sandbox).toMatchObject({ state: "stopped", labels: { a: "b" } });
    await sandbox.start();
    expect((await sandbox.fs.downloadFile("notes.txt")).toString()).toBe("mine");
    await second.stop();
  });

  it("over the same folder at the same time is refused", async () => {
    const first = await runRunner(folder.path);
    await expect(runRunner(folder.path)).rejects.toThrow("already");
    await first.stop();
  });
});

describe.runIf(isLinux)("the runner’s death", () => {
  let runner: LocalRunner | null = null;

  afterEach(async () => {
    await runner?.stop();
    runner = null;
  });

  const start = async (): Promise<LocalRunner> => {
    runner = await startLocalRunner({ folder: folder.path }, { write: () => true });
    const ready = await runner.ready;
    if (!ready.ok) throw new Error(ready.failure.message);
    return runner;
  };
  const sdkOf = ({ port, token }: LocalRunner) =>
    sdkFor({ url: `http://127.0.0.1:${port}/api`, token });

  it("is followed by a start that ends what was left, daemons too, and keeps the files", async () => {
    const local = await start();
    const daytona = sdkOf(local);
    const sandbox = await daytona.create();
    await sandbox.fs.uploadFile(Buffer.from("mine"), "notes.txt");
    const mark = `${Date.now()}.25`;
    await sandbox.process.executeCommand(
      `(setsid sleep ${mark} </dev/null >/dev/null 2>&1 &); echo`,
    );
    await until(async () => running(mark).some((pid) => pid !== 0));
    const before = local.pid();
    process.kill(before, "SIGKILL");
    const state = await until(async () => {
      const again = await daytona.get(sandbox.id).catch(() => null);
      return again?.state === "stopped" ? again.state : null;
    });
    expect(state).toBe("stopped");
    expect(local.pid()).not.toBe(before);
    expect(running(mark)).toEqual([]);
    await sandbox.start();
    expect((await sandbox.fs.downloadFile("notes.txt")).toString()).toBe("mine");
  });

  it("in order ends all processes first", async () => {
    const local = await start();
    const sandbox = await sdkOf(local).create();
    const mark = `${Date.now()}.75`;
    await sandbox.process.executeCommand(
      `(setsid sleep ${mark} </dev/null >/dev/null 2>&1 &); echo`,
    );
    await until(async () => running(mark).length > 0);
    await local.stop();
    runner = null;
    expect(running(mark)).toEqual([]);
    expect(readdirSync(join(folder.path, "workspaces"))).toEqual([sandbox.id]);
  });
});
