/**
 * Slots: each is a block of ports and, where the runner is root, a user id. A workspace has one as long
 * as its folder is there. They are counted for the whole machine: two runners never share one.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Owner } from "./beneath.ts";
import type { RunnerLimits } from "./limits.ts";
import { HAS_PROCESS_TABLE, startOf } from "./process-table.ts";

export interface Slot {
  readonly number: number;
  readonly ports: readonly number[];
  /** `null`: its processes run as the runner does. */
  readonly owner: Owner | null;
}

interface Lease {
  /** The workspace's folder. */
  readonly folder: string;
  /** The runner that took it. */
  readonly pid: number;
  readonly startedAt: number | null;
}

/** Where leases are kept: below what only root or only we may write to. */
const leaseFolder = (): string => {
  const uid = process.getuid?.() ?? 0;
  return uid === 0 ? "/var/lib/cv2web/slots" : join(tmpdir(), `cv2web-${uid}`, "slots");
};

/** Whether the process that was noted is still the one that runs under its number. */
export function isSameProcess(pid: number, startedAt: number | null): boolean {
  if (HAS_PROCESS_TABLE) return startedAt !== null && startOf(pid) === startedAt;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The slot of that number. */
export function slotOf(number: number, limits: RunnerLimits): Slot {
  const first = limits.firstPort + number * limits.portsEach;
  const uid = limits.firstUid + number;
  return {
    number,
    ports: Array.from({ length: limits.portsEach }, (_, index) => first + index),
    owner: process.getuid?.() === 0 ? { uid, gid: uid } : null,
  };
}

/** Takes a free slot for a workspace's folder; `null` when none is left. */
export async function takeSlot(folder: string, limits: RunnerLimits): Promise<Slot | null> {
  const leases = leaseFolder();
  await mkdir(leases, { recursive: true, mode: 0o700 });
  const names = await accountNames();
  const count = Math.floor((limits.lastPort - limits.firstPort) / limits.portsEach);
  await lock(leases);
  try {
    for (let number = 0; number < count; number++) {
      const slot = slotOf(number, limits);
      if (slot.owner && names.has(slot.owner.uid)) continue;
      const path = join(leases, String(number));
      if ((await isTaken(path)) || !(await areFree(slot.ports))) continue;
      const mine: Lease = { folder, pid: process.pid, startedAt: startOf(process.pid) };
      await writeFile(path, JSON.stringify(mine));
      return slot;
    }
    return null;
  } finally {
    await rmdir(join(leases, LOCK));
  }
}

const LOCK = "lock";
/** Nobody holds it so long: its holder has died. */
const LOCK_IS_OLD_MS = 10_000;

async function lock(leases: string): Promise<void> {
  const path = join(leases, LOCK);
  for (;;) {
    try {
      await mkdir(path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const since = await stat(path).catch(() => null);
    if (since && Date.now() - since.mtimeMs > LOCK_IS_OLD_MS) await rmdir(path).catch(() => null);
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

/** Gives a slot back, when its workspace's folder is gone. */
export const freeSlot = (slot: Slot): Promise<void> =>
  rm(join(leaseFolder(), String(slot.number)), { force: true });

/** Whether a lease holds: its workspace is there, or the runner that took it is about to make it. */
async function isTaken(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return false;
  try {
    const { folder, pid, startedAt } = JSON.parse(text) as Lease;
    return existsSync(folder) || isSameProcess(pid, startedAt);
  } catch {
    // Half written: its writer has died, or the lock would keep us out.
    return false;
  }
}

/** User ids that have a name on this machine: never given to a workspace. */
async function accountNames(): Promise<ReadonlySet<number>> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  return new Set(passwd.split("\n").map((line) => Number(line.split(":")[2])));
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) if (!(await isFree(port))) return false;
  return true;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once("error", () => settle(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => settle(true)));
  });
