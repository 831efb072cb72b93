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
export const slotsFolder = (): string => {
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
  const count = Math.floor((limits.lastPort - limits.firstPort) / limits.portsEach);
  const names = await accountNames();
  return locked(async (leases) => {
    for (let number = 0; number < count; number++) {
      const slot = slotOf(number, limits);
      if (slot.owner && names.has(slot.owner.uid)) continue;
      const isFree = (await holderOf(leases, number)) === null && (await areFree(slot.ports));
      if (!isFree) continue;
      await lease(leases, number, folder);
      return slot;
    }
    return null;
  });
}

/**
 * The slot that a folder had before, when it still is its own: leases may be lost while folders stay
 * (a new container over an old disk), and folders may be copied. `null` when another has it.
 */
export async function keepSlot(
  number: number,
  folder: string,
  limits: RunnerLimits,
): Promise<Slot | null> {
  return locked(async (leases) => {
    const holder = await holderOf(leases, number);
    if (holder !== null && holder !== folder) return null;
    await lease(leases, number, folder);
    return slotOf(number, limits);
  });
}

async function lease(leases: string, number: number, folder: string): Promise<void> {
  const mine: Lease = { folder, pid: process.pid, startedAt: startOf(process.pid) };
  await writeFile(join(leases, String(number)), JSON.stringify(mine));
}

async function locked<T>(work: (leases: string) => Promise<T>): Promise<T> {
  const leases = slotsFolder();
  await mkdir(leases, { recursive: true, mode: 0o700 });
  await lock(leases);
  try {
    return await work(leases);
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
  rm(join(slotsFolder(), String(slot.number)), { force: true });

/** The folder whose lease holds: it is there, or the runner that took it is about to make it. */
async function holderOf(leases: string, number: number): Promise<string | null> {
  const text = await readFile(join(leases, String(number)), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const { folder, pid, startedAt } = JSON.parse(text) as Lease;
    return existsSync(folder) || isSameProcess(pid, startedAt) ? folder : null;
  } catch {
    // Half written: its writer has died, or the lock would keep us out.
    return null;
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
