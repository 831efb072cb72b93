/** Looks at running workspaces again and again: memory, disk, ports. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { RunnerLimits } from "./limits.ts";
import { portsOf, writtenBy, type TableEntry } from "./process-table.ts";
import type { ListeningPort } from "./workspace.ts";

export interface Watched {
  /** All processes of the workspace, however they were started. */
  readonly find: () => readonly TableEntry[];
  /** Folders and files that count. */
  readonly places: () => Promise<readonly string[]>;
  readonly onPorts: (ports: readonly ListeningPort[]) => void;
  /** Gets those, the largest first, without which the others stay within the limit. */
  readonly onMemory: (tooMuch: readonly TableEntry[]) => void;
  readonly onDisk: (bytes: number) => void;
}

export interface Watchdog {
  /** Something was started: looks soon, and often for a while. */
  wake(): void;
  /** Looks at the disk now; resolves with its bytes. */
  lookAtDisk(): Promise<number>;
  usage(): { readonly residentBytes: number; readonly diskBytes: number };
  isFull(): boolean;
  stop(): void;
}

const run = promisify(execFile);

/** Bytes that files take up, each counted once; what can't be read counts nothing. */
export async function bytesIn(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) return 0;
  const { stdout } = await run("du", ["-skx", "--", ...paths]).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }),
  );
  const lines = stdout.split("\n").map((line) => Number.parseInt(line, 10));
  return lines.reduce((sum, kilobytes) => sum + (kilobytes || 0) * 1024, 0);
}

/** Watches a workspace while it has processes; costs nothing when it has none. */
export function startWatchdog(watched: Watched, limits: RunnerLimits): Watchdog {
  let timer: NodeJS.Timeout | null = null;
  let wokenAt = 0;
  let residentBytes = 0;
  let disk = { bytes: 0, at: 0, written: 0, isLooking: false };
  let ports = "[]";

  const lookAtDisk = async (): Promise<number> => {
    disk = { ...disk, isLooking: true };
    const bytes = await bytesIn(await watched.places());
    disk = { ...disk, bytes, at: Date.now(), isLooking: false };
    if (bytes > limits.diskBytes) watched.onDisk(bytes);
    return bytes;
  };

  const lookAtMemory = (entries: readonly TableEntry[]) => {
    residentBytes = entries.reduce((sum, entry) => sum + entry.residentBytes, 0);
    let rest = residentBytes;
    const tooMuch = entries
      .toSorted((a, b) => b.residentBytes - a.residentBytes)
      .filter((entry) => {
        if (rest <= limits.residentBytes) return false;
        rest -= entry.residentBytes;
        return true;
      });
    if (tooMuch.length > 0) watched.onMemory(tooMuch);
  };

  const lookAtPorts = (entries: readonly TableEntry[]) => {
    const now = portsOf(entries);
    const text = JSON.stringify(now);
    if (text === ports) return;
    ports = text;
    watched.onPorts(now);
  };

  const look = () => {
    timer = null;
    const entries = watched.find();
    lookAtMemory(entries);
    lookAtPorts(entries);
    const written = entries.reduce((sum, { pid }) => sum + writtenBy(pid), 0);
    // Fewer than before: a process has ended, and what it wrote since is unknown.
    const grew = written < disk.written ? 0 : written - disk.written;
    const isDue = Date.now() - disk.at > limits.diskEveryMs || grew > limits.diskAfterBytes;
    if (isDue && !disk.isLooking) {
      disk = { ...disk, written };
      void lookAtDisk();
    }
    const isSoon = Date.now() - wokenAt < limits.soonMs;
    if (entries.length > 0 || Date.now() - wokenAt < limits.lookEveryMs) {
      timer = setTimeout(look, isSoon ? limits.lookSoonMs : limits.lookEveryMs);
    }
  };

  return {
    wake: () => {
      wokenAt = Date.now();
      timer ??= setTimeout(look, limits.lookSoonMs);
    },
    lookAtDisk,
    usage: () => ({ residentBytes, diskBytes: disk.bytes }),
    isFull: () => disk.bytes > limits.diskBytes,
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
