/** Real processes: what a workspace lets in, and what it ends. */
import { existsSync, statSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RUNNER_LIMITS } from "./limits.ts";
import { processesOfUid } from "./process-table.ts";
import { openWorkspaces } from "./workspaces.ts";
import type { Workspace, WorkspaceEvent, Workspaces } from "./workspace.ts";

const MB = 2 ** 20;
const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";

let folder: string;
let workspaces: Workspaces;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-runner-"));
  await chmod(folder, 0o755);
  const opened = await openWorkspaces({
    folder,
    limits: {
      residentBytes: 200 * MB,
      diskBytes: 60 * MB,
      fileBytes: 40 * MB,
      processes: 60,
      diskEveryMs: 300,
    },
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  workspaces = opened.value;
});

afterAll(async () => {
  await workspaces.close();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
async function makeWorkspace(): Promise<Workspace> {
  const made = await workspaces.create(`test-${++count}`);
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}

async function run(workspace: Workspace, script: string, lastsMs = 60_000) {
  const started = await workspace.spawn({ command: "/bin/bash", args: ["-c", script], lastsMs });
  if (!started.ok) throw new Error(started.failure.message);
  let output = "";
  started.value.onOutput((bytes) => (output += Buffer.from(bytes).toString()));
  const exit = await started.value.exit;
  return { ...exit, output };
}

const text = (value: string) => new TextEncoder().encode(value);

/** The first event that fits. */
const eventOf = (workspace: Workspace, fits: (event: WorkspaceEvent) => boolean) =>
  new Promise<WorkspaceEvent>((settle) => {
    const stop = workspace.on((event) => {
      if (!fits(event)) return;
      stop();
      settle(event);
    });
  });

describe("files", () => {
  it("are written whole, belong to the workspace, and are read back", async () => {
    const workspace = await makeWorkspace();
    const written = await workspace.files.write([
      { path: "src/a.txt", bytes: text("one") },
      { path: `${workspace.folder}/b.sh`, bytes: text("echo ran"), mode: 0o755 },
    ]);
    expect(written.ok).toBe(true);
    expect((await run(workspace, "cat src/a.txt; ./b.sh; echo more >> src/a.txt")).output).toBe(
      "oneran\n",
    );
    const read = await workspace.files.read("src/a.txt");
    expect(read.ok && Buffer.from(read.value).toString()).toBe("onemore\n");
    const listed = await workspace.files.list(".");
    expect(listed.ok && listed.value.map(({ name, kind }) => [name, kind])).toEqual([
      ["b.sh", "file"],
      ["src", "folder"],
    ]);
    expect(await workspace.files.walk(".")).toEqual({ ok: true, value: ["b.sh", "src/a.txt"] });
  });

  it.each([
    "../secret",
    "a/../../secret",
    "/etc/passwd",
    "link/passwd",
    "far",
    "up/test-1/x",
    "a\0b",
  ])("refuses %j", async (path) => {
    const workspace = await makeWorkspace();
    await symlink("/etc", join(workspace.folder, "link"));
    await symlink("/etc/passwd", join(workspace.folder, "far"));
    await symlink("../..", join(workspace.folder, "up"));
    const { files } = workspace;
    const read = await files.read(path);
    expect(read.ok ? "read" : read.failure.kind).toBe("forbidden");
    const made = await files.makeFolder(`${path}/x`);
    expect(made.ok ? "made" : made.failure.kind).toBe("forbidden");
    if (path !== "far") {
      const written = await files.write([{ path, bytes: text("x") }]);
      expect(written.ok ? "written" : written.failure.kind).toBe("forbidden");
    }
  });

  it("replaces a link that leads out, and never writes through it", async () => {
    const workspace = await makeWorkspace();
    const outside = join(folder, "outside.txt");
    await writeFile(outside, "mine");
    await symlink(outside, join(workspace.folder, "out"));
    expect((await workspace.files.write([{ path: "out", bytes: text("theirs") }])).ok).toBe(true);
    expect(await readFile(outside, "utf8")).toBe("mine");
    const read = await workspace.files.read("out");
    expect(read.ok && Buffer.from(read.value).toString()).toBe("theirs");
  });

  it("removes a folder without following what it links to", async () => {
    const workspace = await makeWorkspace();
    const outside = join(folder, "kept");
    await writeFile(outside, "kept");
    await workspace.files.makeFolder("a/b");
    await symlink(folder, join(workspace.folder, "a/b/link"));
    const refused = await workspace.files.remove("a");
    expect(refused.ok ? "removed" : refused.failure.kind).toBe("invalid");
    expect((await workspace.files.remove("a", true)).ok).toBe(true);
    expect(await readFile(outside, "utf8")).toBe("kept");
  });

  it("stays inside while its own processes swap folders for links", async () => {
    const workspace = await makeWorkspace();
    const outside = join(folder, "swap");
    await rm(outside, { recursive: true, force: true });
    await mkdir(outside, { mode: 0o777 });
    const swapping = await workspace.spawn({
      command: "/bin/bash",
      args: [
        "-c",
        `mkdir real; while :; do mv real d; rm -rf d; ln -s ${outside} d; rm d; mkdir -p real; done`,
      ],
    });
    if (!swapping.ok) throw new Error(swapping.failure.message);
    for (let round = 0; round < 300; round++) {
      await workspace.files.write([{ path: `d/${round}.txt`, bytes: text("x") }]);
    }
    await workspace.endProcesses();
    expect(await readdir(outside)).toEqual([]);
  });

  it("packs and unpacks without node_modules", async () => {
    const workspace = await makeWorkspace();
    await workspace.files.write([
      { path: "keep/a.txt", bytes: text("a") },
      { path: "node_modules/p/index.js", bytes: text("p") },
      { path: "portfolio/node_modules/p/index.js", bytes: text("p") },
    ]);
    const archive = join(folder, "a.tar.gz");
    expect(await workspace.pack(archive)).toEqual({ ok: true, value: null });
    const other = await makeWorkspace();
    expect(await other.unpack(archive)).toEqual({ ok: true, value: null });
    expect(await other.files.walk(".")).toEqual({ ok: true, value: ["keep/a.txt"] });
  });

  it("tells which files change, node_modules left out", async () => {
    const workspace = await makeWorkspace();
    const seen = new Set<string>();
    let wake = () => {};
    const stop = workspace.watch((paths) => {
      for (const path of paths) seen.add(path);
      wake();
    });
    const until = async (path: string) => {
      while (!seen.has(path)) await new Promise<void>((settle) => (wake = settle));
    };
    await workspace.files.write([{ path: "node_modules/a.js", bytes: text("a") }]);
    await workspace.files.write([{ path: "src/deep/a.ts", bytes: text("a") }]);
    await until("src/deep/a.ts");
    await run(workspace, "echo b > src/deep/b.ts");
    await until("src/deep/b.ts");
    stop();
    expect([...seen].filter((path) => path.includes("node_modules/"))).toEqual([]);
  });
});

describe("processes", () => {
  it("get our Node, their own home and port, and nothing of our environment", async () => {
    process.env.CV2WEB_TEST_SECRET = "hidden";
    const workspace = await makeWorkspace();
    const { output, code } = await run(
      workspace,
      `env; node -p 'process.version + " heap " + v8.getHeapStatistics().heap_size_limit / 2 ** 20'; pwd; exit 7`,
    );
    delete process.env.CV2WEB_TEST_SECRET;
    expect(code).toBe(7);
    expect(output).not.toContain("hidden");
    expect(output).toContain(`HOME=${workspace.home}`);
    expect(output).toContain(`PORT=${workspace.ownPorts[0]}`);
    expect(output).toContain(process.version);
    expect(Number(/heap (\d+)/.exec(output)?.[1])).toBeLessThan(RUNNER_LIMITS.nodeHeapMb + 200);
    expect(output).toContain(`\n${workspace.folder}\n`);
  });

  it("work in a terminal of the size that was asked for", async () => {
    const workspace = await makeWorkspace();
    const started = await workspace.spawn({ command: "/bin/bash", pty: { columns: 91, rows: 33 } });
    if (!started.ok) throw new Error(started.failure.message);
    const shell = started.value;
    let output = "";
    let wake = () => {};
    shell.onOutput((bytes) => {
      output += Buffer.from(bytes).toString();
      wake();
    });
    const until = async (wanted: string) => {
      while (!output.includes(wanted)) await new Promise<void>((settle) => (wake = settle));
    };
    shell.write("stty size; tty\r");
    await until("33 91");
    shell.resize({ columns: 40, rows: 20 });
    shell.write("stty size; exit 3\r");
    await until("20 40");
    expect((await shell.exit).code).toBe(3);
  });

  it("end with all that they started", async () => {
    const workspace = await makeWorkspace();
    const started = await workspace.spawn({
      command: "/bin/bash",
      args: ["-c", "sleep 1000 & (setsid sleep 1001 &) ; echo up; wait"],
    });
    if (!started.ok) throw new Error(started.failure.message);
    await new Promise<void>((settle) => started.value.onOutput(() => settle()));
    started.value.kill();
    expect((await started.value.exit).code).toBe(128 + 15);
    if (isRoot && isLinux) {
      expect(processesOfUid(statSync(workspace.folder).uid).length).toBeLessThanOrEqual(1);
      await workspace.endProcesses();
      expect(processesOfUid(statSync(workspace.folder).uid)).toEqual([]);
    }
  });

  it("say when they took too long", async () => {
    const workspace = await makeWorkspace();
    expect(await run(workspace, "sleep 1000", 50)).toMatchObject({ reason: "time", code: 137 });
  });

  it.runIf(isLinux)("are told by the ports they listen on", async () => {
    const workspace = await makeWorkspace();
    const opened = eventOf(workspace, ({ kind }) => kind === "port-open");
    const server = await workspace.spawn({
      command: "node",
      args: ["-e", "require('http').createServer().listen(process.env.PORT, '127.0.0.1')"],
    });
    if (!server.ok) throw new Error(server.failure.message);
    const port = { port: workspace.ownPorts[0], address: "127.0.0.1" };
    expect(await opened).toEqual({ kind: "port-open", port });
    expect(workspace.listening()).toEqual([port]);
    const closed = eventOf(workspace, ({ kind }) => kind === "port-close");
    server.value.kill();
    expect(await closed).toEqual({ kind: "port-close", port });
  });
});

describe.runIf(isRoot && isLinux)("containment", () => {
  it("closes another workspace's files and processes", async () => {
    const [one, other] = [await makeWorkspace(), await makeWorkspace()];
    await one.files.write([{ path: "secret.txt", bytes: text("mine") }]);
    const sleeping = await one.spawn({ command: "sleep", args: ["1000"] });
    if (!sleeping.ok) throw new Error(sleeping.failure.message);
    const { output } = await run(
      other,
      `cat ${one.folder}/secret.txt; ls ${one.folder}; kill -9 ${sleeping.value.pid}; cat /proc/${sleeping.value.pid}/environ; id -u; id -G; cat ${folder}/own/runner.json; grep -E 'CapEff|NoNewPrivs' /proc/self/status`,
    );
    expect(output).not.toContain("mine");
    expect(output.match(/Permission denied|not permitted/g)?.length).toBe(5);
    expect(output).toMatch(/CapEff:\s+0000000000000000/);
    expect(output).toMatch(/\n52\d\d\d\n52\d\d\d\n/);
    expect(one.processes().length).toBe(1);
  });

  it("stops a fork bomb at its number of processes, and ends all of it", async () => {
    const workspace = await makeWorkspace();
    const bomb = await workspace.spawn({
      command: "/bin/bash",
      args: ["-c", "bomb() { bomb | bomb & }; bomb; sleep 1000"],
    });
    if (!bomb.ok) throw new Error(bomb.failure.message);
    const uid = statSync(workspace.folder).uid;
    const counts: number[] = [];
    for (let look = 0; look < 20; look++) {
      counts.push(processesOfUid(uid).length);
      await new Promise((wake) => setImmediate(wake));
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
    expect(Math.max(...counts)).toBeGreaterThan(10);
    await workspace.endProcesses();
    expect(processesOfUid(uid)).toEqual([]);
  });

  it("ends the process that takes too much memory, and leaves the others", async () => {
    const workspace = await makeWorkspace();
    const calm = await workspace.spawn({ command: "sleep", args: ["1000"] });
    if (!calm.ok) throw new Error(calm.failure.message);
    const told = eventOf(workspace, ({ kind }) => kind === "limit");
    const hog = await run(
      workspace,
      `node -e 'const all = []; setInterval(() => all.push(Buffer.alloc(10 * 2 ** 20, 1)), 5)'`,
    );
    expect(hog.reason).toBe("memory");
    expect(await told).toMatchObject({ kind: "limit", reason: "memory" });
    expect(workspace.processes().length).toBe(1);
  });

  it("ends what fills the disk, and takes no more files until there is room", async () => {
    const workspace = await makeWorkspace();
    const hog = await run(
      workspace,
      "for i in $(seq 1 100); do head -c 20000000 /dev/zero > big$i; done; sleep 1000",
    );
    expect(hog.reason).toBe("disk");
    const refused = await workspace.files.write([{ path: "a", bytes: text("a") }]);
    expect(refused.ok ? "written" : refused.failure.kind).toBe("quota-exceeded");
    const list = await workspace.files.list(".");
    for (const { name } of list.ok ? list.value : []) await workspace.files.remove(name);
    expect((await workspace.files.write([{ path: "a", bytes: text("a") }])).ok).toBe(true);
  });

  it("counts what was put outside of its folder", async () => {
    const workspace = await makeWorkspace();
    const stray = `/dev/shm/stray-${statSync(workspace.folder).uid}`;
    const hog = await run(
      workspace,
      `mkdir ${stray}; for i in 1 2 3 4 5; do head -c 20000000 /dev/zero > ${stray}/$i; done; sleep 1000`,
    );
    expect(hog.reason).toBe("disk");
    await workspaces.remove(workspace.id);
    expect(existsSync(stray)).toBe(false);
  });

  it("finds what has left its session, and removes what was left outside", async () => {
    const workspace = await makeWorkspace();
    const uid = statSync(workspace.folder).uid;
    const stray = `/tmp/stray-${uid}`;
    await run(
      workspace,
      `touch ${stray}; (setsid env -i sleep 1000 </dev/null >/dev/null 2>&1 &) ; exit 0`,
    );
    expect(processesOfUid(uid).length).toBe(1);
    await workspaces.remove(workspace.id);
    expect(processesOfUid(uid)).toEqual([]);
    expect(existsSync(stray)).toBe(false);
    expect(existsSync(workspace.folder)).toBe(false);
  });
});
