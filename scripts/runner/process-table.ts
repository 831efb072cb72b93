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

/** The folder's owner tells the user id, but for processes that have made themselves unreadable. */
const mayBeOf = (pid: number, uid: number): boolean => {
  try {
    const owner = statSync(`/proc/${pid}`).uid;
    return owner === uid || owner === 0;
  } catch {
    return false;
  }
};

/** Processes of a user id; all of them, also such as hide their memory from others. */
export function processesOfUid(uid: number): TableEntry[] {
  return processIds().flatMap((pid) => {
    const entry = mayBeOf(pid, uid) ? readEntry(pid) : null;
    return entry?.uid === uid && !entry.isZombie ? [entry] : [];
  });
}

/**
 * Processes that were started with this text in their environment, and still have it: a process that
 * clears its environment isn't found.
 */
export function processesMarked(mark: string): TableEntry[] {
  return processIds().flatMap((pid) => {
    if (!readProc(`${pid}/environ`)?.split("\0").includes(mark)) return [];
    const entry = readEntry(pid);
    return entry && !entry.isZombie ? [entry] : [];
  });
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
