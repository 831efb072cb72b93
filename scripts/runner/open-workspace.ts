/** One workspace that is open: its files, its processes, and the watch over both. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { openFolder, stepsTo } from "./beneath.ts";
import { attempt, openFiles } from "./files.ts";
import {
  environmentOf,
  limitedCommand,
  MARK,
  OUR_ENVIRONMENT,
  type CommandLine,
} from "./launch.ts";
import type { RunnerLimits } from "./limits.ts";
import { HAS_PROCESS_TABLE, processesMarked, processesOfUid, treeOf } from "./process-table.ts";
import { endAll, startProcess, type OwnProcess } from "./processes.ts";
import { straysOf } from "./strays.ts";
import type { Slot } from "./slots.ts";
import type { Tools } from "./tools.ts";
import { watchFolder } from "./watch-folder.ts";
import { startWatchdog } from "./watchdog.ts";
import type {
  EndReason,
  ListeningPort,
  RunningProcess,
  SpawnRequest,
  Workspace,
  WorkspaceEvent,
} from "./workspace.ts";

export interface WorkspaceSettings {
  readonly id: string;
  /** The folder that holds project and home. */
  readonly place: string;
  readonly incoming: string;
  readonly slot: Slot;
  readonly limits: RunnerLimits;
  /** Tells this workspace's processes from all others of the machine. */
  readonly mark: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly tools: () => Promise<Tools>;
}

export interface OpenWorkspace extends Workspace {
  /** Stops looking; its processes have been ended before. */
  close(): void;
}

const NODE_MODULES = "node_modules";

/** All processes of a workspace, however they came to be; a thorough look misses none. */
export const processesOf = (
  { slot, mark }: Pick<WorkspaceSettings, "slot" | "mark">,
  how: { readonly thorough: boolean },
) => (slot.owner ? processesOfUid(slot.owner.uid, how) : processesMarked(MARK, mark, how));

/** Opens a workspace whose folders are there. */
export function openWorkspace(settings: WorkspaceSettings): OpenWorkspace {
  const { id, place, slot, limits } = settings;
  const folder = join(place, "project");
  const home = join(place, "home");
  const running = new Set<OwnProcess>();
  const listeners = new Set<(event: WorkspaceEvent) => void>();
  let ports: readonly ListeningPort[] = [];
  const tell = (event: WorkspaceEvent) => {
    for (const listener of listeners) listener(event);
  };
  const find = () => processesOf(settings, { thorough: true });

  const endProcesses = async () => {
    if (HAS_PROCESS_TABLE) return endAll(find);
    for (const own of running) own.kill("SIGKILL");
    await Promise.all([...running].map((own) => own.exit));
  };

  const watchdog = startWatchdog(
    {
      find: () => processesOf(settings, { thorough: false }),
      places: async () => [place, ...(await straysOf(slot.owner))],
      onPorts: (now) => {
        const before = ports;
        ports = now;
        for (const port of missingIn(now, before)) tell({ kind: "port-close", port });
        for (const port of missingIn(before, now)) tell({ kind: "port-open", port });
      },
      onMemory: (tooMuch) => {
        const entries = find();
        for (const own of running) {
          const tree = treeOf(own.pid, entries);
          if (tooMuch.some(({ pid }) => tree.includes(pid))) own.blame("memory");
        }
        const guilty = new Set(tooMuch.map(({ pid }) => pid));
        void endAll(() => find().filter(({ pid }) => guilty.has(pid)));
        tell(limitEvent("memory", limits));
      },
      onDisk: () => {
        for (const own of running) own.blame("disk");
        void endProcesses();
        tell(limitEvent("disk", limits));
      },
    },
    limits,
  );

  const files = openFiles({
    root: folder,
    incoming: settings.incoming,
    owner: slot.owner,
    fileBytes: limits.fileBytes,
    isFull: watchdog.isFull,
  });

  const spawnIn = async (request: SpawnRequest): Promise<Result<RunningProcess>> => {
    if (watchdog.isFull()) return fail(diskIsFull);
    const cwd = await resolveFolder(folder, request.cwd ?? ".");
    if (!cwd.ok) return cwd;
    const tools = await settings.tools();
    const own = await startProcess({
      command: [request.command, ...(request.args ?? [])],
      cwd: cwd.value,
      owner: slot.owner,
      limits,
      pty: request.pty ?? null,
      lastsMs: request.lastsMs ?? limits.processMs,
      environment: environmentOf({
        mark: settings.mark,
        home,
        ports: slot.ports,
        path: `${join(folder, NODE_MODULES, ".bin")}:${tools.path}`,
        npm: tools.npmEnvironment,
        limits,
        given: [settings.environment, request.environment ?? {}],
      }),
    });
    running.add(own);
    void own.exit.then(() => running.delete(own));
    watchdog.wake();
    return ok(own);
  };

  return {
    id,
    folder,
    home,
    ownPorts: slot.ports,
    files: {
      ...files,
      remove: async (path, recursive) => {
        const removed = await files.remove(path, recursive);
        if (removed.ok && watchdog.isFull()) await watchdog.lookAtDisk();
        return removed;
      },
    },
    spawn: spawnIn,
    processes: () => [...running],
    endProcesses,
    watch: (onChange) => watchFolder(folder, onChange),
    listening: () => ports,
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    usage: watchdog.usage,
    pack: (file) => packInto(settings, folder, file),
    unpack: (file) => unpackFrom(settings, folder, file),
    close: () => watchdog.stop(),
  };
}

const missingIn = (those: readonly ListeningPort[], these: readonly ListeningPort[]) =>
  these.filter(({ port }) => !those.some((other) => other.port === port));

const limitEvent = (reason: EndReason, limits: RunnerLimits): WorkspaceEvent => {
  const share = reason === "memory" ? limits.residentBytes : limits.diskBytes;
  const megabytes = Math.round(share / 2 ** 20);
  const what = reason === "memory" ? "memory" : "disk space";
  return {
    kind: "limit",
    reason,
    message: `Ended: this workspace may use ${megabytes} MB of ${what}.`,
  };
};

const diskIsFull = {
  kind: "quota-exceeded",
  message: "The workspace’s disk share is used up.",
  nextStep: "Remove files that it doesn’t need (node_modules, downloads), then try again.",
  retryable: false,
} as const;

/** The real path of a folder of the project. */
const resolveFolder = (root: string, path: string): Promise<Result<string>> =>
  attempt(path, async () => {
    const folder = await openFolder(root, stepsTo(root, path));
    await folder.handle.close();
    return join(root, ...folder.steps);
  });

/** Runs tar with the workspace's rights: it can reach nothing that the workspace can't. */
function runTar({ slot, limits }: WorkspaceSettings, folder: string, args: readonly string[]) {
  const command = ["tar", ...args] as unknown as CommandLine;
  const environment = { PATH: OUR_ENVIRONMENT.PATH, LANG: "C.UTF-8" };
  const [file, ...rest] = limitedCommand(slot.owner, limits, environment, command);
  return spawn(file, rest, {
    cwd: folder,
    env: OUR_ENVIRONMENT,
    stdio: ["pipe", "pipe", "ignore"],
  });
}

const tarFailed = fail({
  kind: "corrupt",
  message: "The workspace’s files can’t be packed or unpacked.",
  nextStep: "See that there is room on the disk, then try again.",
  retryable: true,
} as const);

async function packInto(
  settings: WorkspaceSettings,
  folder: string,
  file: string,
): Promise<Result<null>> {
  const tar = runTar(settings, folder, ["-czf", "-", `--exclude=${NODE_MODULES}`, "."]);
  const ended = once(tar, "exit");
  await pipeline(tar.stdout, createWriteStream(file, { mode: 0o600 }));
  // 1: a file changed while it was read; it is packed as it was then.
  return ((await ended) as [number])[0] <= 1 ? ok(null) : tarFailed;
}

async function unpackFrom(
  settings: WorkspaceSettings,
  folder: string,
  file: string,
): Promise<Result<null>> {
  if (!existsSync(file)) return tarFailed;
  const tar = runTar(settings, folder, ["-xzf", "-"]);
  const ended = once(tar, "exit");
  await pipeline(createReadStream(file), tar.stdin).catch(() => undefined);
  return ((await ended) as [number])[0] === 0 ? ok(null) : tarFailed;
}
