/**
 * The machine's processes as Linux' /proc shows them. Elsewhere the table is empty: what rests on it
 * (memory, disk, ports, processes that left their group) isn't watched there.
 */
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import type { ListeningPort } from "./workspace.ts";

export const HAS_PROCESS_TABLE = process.platform === "linux";

export interface TableEntry {
  readonly pid: number;
  readonly parent: number;
  /** The effective user id. */
  readonly uid: number;
  /** Resident bytes that are its own: not those of files it maps, which the system can drop. */
  readonly residentBytes: number;
  /** Whether it has ended and only its exit code is left. */
  readonly isZombie: boolean;
}

const readProc = (path: string): string | null => {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return null;
  }
};

const processIds = (): number[] =>
  HAS_PROCESS_TABLE ? readdirSync("/proc").map(Number).filter(Number.isInteger) : [];

function readEntry(pid: number): TableEntry | null {
  const status = readProc(`${pid}/status`);
  if (status === null) return null;
  const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, "m").exec(status)?.[1] ?? "";
  const kilobytes = (name: string) => (Number.parseInt(field(name), 10) || 0) * 1024;
  return {
    pid,
    parent: Number(field("PPid")),
    uid: Number(field("Uid").split(/\s+/)[1]),
    residentBytes: kilobytes("RssAnon") + kilobytes("RssShmem"),
    isZombie: field("State").startsWith("Z"),
  };
}

/** Who a process belongs to by its folder: its user id, or root's where it hides its memory. */
const ownerOf = (pid: number): number | null => {
  try {
    return statSync(`/proc/${pid}`).uid;
  } catch {
    return null;
  }
};

/** How old a look at the whole machine may be for those that only watch, in milliseconds. */
const LOOK_HOLDS_MS = 80;
/** How long a process that was found to be root's own isn't looked into again, in milliseconds. */
const ROOT_HOLDS_MS = 2_000;

/** One look at the machine, shared by all workspaces. */
interface Look {
  readonly at: number;
  readonly pidsOf: ReadonlyMap<string, readonly number[]>;
}

const rootsOwn = new Map<number, number>();
let byOwner: Look = { at: 0, pidsOf: new Map() };
let byMark: Look = { at: 0, pidsOf: new Map() };

/** All processes by a key of each. */
function lookAt(keyOf: (pid: number) => string | null): Look {
  const pidsOf = new Map<string, number[]>();
  for (const pid of processIds()) {
    const key = keyOf(pid);
    if (key === null) continue;
    const pids = pidsOf.get(key);
    if (pids) pids.push(pid);
    else pidsOf.set(key, [pid]);
  }
  return { at: Date.now(), pidsOf };
}

function uidOf(pid: number, isThorough: boolean): string | null {
  const owner = ownerOf(pid);
  if (owner !== 0) return owner === null ? null : String(owner);
  if (!isThorough && Date.now() - (rootsOwn.get(pid) ?? 0) < ROOT_HOLDS_MS) return "0";
  const uid = readEntry(pid)?.uid ?? 0;
  if (uid === 0) rootsOwn.set(pid, Date.now());
  return String(uid);
}

const entriesOf = (look: Look, key: string): TableEntry[] =>
  (look.pidsOf.get(key) ?? []).flatMap((pid) => {
    const entry = readEntry(pid);
    return entry && !entry.isZombie ? [entry] : [];
  });

/**
 * Processes of a user id. `thorough`: as of now, and also those that have just hidden their memory;
 * otherwise the look may be a moment old.
 */
export function processesOfUid(uid: number, { thorough = true } = {}): TableEntry[] {
  if (thorough || Date.now() - byOwner.at > LOOK_HOLDS_MS) {
    for (const [pid, at] of rootsOwn) if (Date.now() - at > ROOT_HOLDS_MS) rootsOwn.delete(pid);
    byOwner = lookAt((pid) => uidOf(pid, thorough));
  }
  return entriesOf(byOwner, String(uid)).filter((entry) => entry.uid === uid);
}

/**
 * Processes that were started with this variable in their environment, and still have it: a process
 * that clears its environment isn't found.
 */
export function processesMarked(
  name: string,
  mark: string,
  { thorough = true } = {},
): TableEntry[] {
  if (thorough || Date.now() - byMark.at > LOOK_HOLDS_MS) {
    byMark = lookAt((pid) => {
      const variables = readProc(`${pid}/environ`)?.split("\0") ?? [];
      return variables.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
    });
  }
  return entriesOf(byMark, mark);
}

/** A process and all that descends from it, of the entries given. */
export function treeOf(root: number, entries: readonly TableEntry[]): number[] {
  const found = new Set([root]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of entries) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** When a process started, in the system's ticks since boot: with its id that names it for good. */
export function startOf(pid: number): number | null {
  // The second field is a name in brackets, in which anything may stand.
  const fields = readProc(`${pid}/stat`)?.split(") ").at(-1)?.split(" ");
  return fields ? Number(fields[19]) : null;
}

/** Bytes that a process has written to files so far. */
export const writtenBy = (pid: number): number =>
  Number(/^write_bytes: (\d+)$/m.exec(readProc(`${pid}/io`) ?? "")?.[1] ?? 0);

/** TCP_LISTEN in the kernel's include/net/tcp_states.h. */
const LISTENS = "0A";

interface Socket extends ListeningPort {
  readonly uid: number;
  readonly inode: string;
}

function socketsIn(table: "tcp" | "tcp6"): Socket[] {
  const lines = (readProc(`net/${table}`) ?? "").split("\n").slice(1);
  return lines.flatMap((line) => {
    const [, local = "", , state, , , , uid, , inode = ""] = line.trim().split(/\s+/);
    const [host = "", port = ""] = local.split(":");
    if (state !== LISTENS) return [];
    // ::1 in the table's byte order; all else of version 6 is a wildcard, which takes version 4 too.
    const address = host === "00000000000000000000000001000000" ? "::1" : "127.0.0.1";
    return [{ port: Number.parseInt(port, 16), address, uid: Number(uid), inode }];
  });
}

function holds(pid: number, inodes: ReadonlySet<string>): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      const inode = /^socket:\[(\d+)\]$/.exec(linkAt(`/proc/${pid}/fd/${name}`))?.[1];
      return inode && inodes.has(inode) ? [inode] : [];
    });
  } catch {
    return [];
  }
}

const linkAt = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
};

/** Ports that these processes listen on; one that listens twice (both versions of IP) counts once. */
export function portsOf(entries: readonly TableEntry[]): ListeningPort[] {
  if (entries.length === 0) return [];
  const uids = new Set(entries.map(({ uid }) => uid));
  const sockets = [...socketsIn("tcp"), ...socketsIn("tcp6")].filter(({ uid }) => uids.has(uid));
  if (sockets.length === 0) return [];
  const inodes = new Set(sockets.map(({ inode }) => inode));
  const held = new Set(entries.flatMap(({ pid }) => holds(pid, inodes)));
  const ports = new Map<number, ListeningPort>();
  for (const { port, address, inode } of sockets) {
    if (held.has(inode) && !ports.has(port)) ports.set(port, { port, address });
  }
  return [...ports.values()].toSorted((a, b) => a.port - b.port);
}
