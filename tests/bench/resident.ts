import { readdirSync, readFileSync } from "node:fs";

interface Entry {
  readonly parent: number;
  readonly bytes: number;
}

function read(pid: string): Entry | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const number = (name: string) =>
      Number.parseInt(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? "0", 10);
    return { parent: number("PPid"), bytes: 1024 * (number("RssAnon") + number("RssShmem")) };
  } catch {
    // It has ended.
    return null;
  }
}

/** Resident megabytes that the processes started by this one have for themselves, this one included. */
export function residentMb(): number {
  const table = new Map<number, Entry>();
  for (const name of readdirSync("/proc")) {
    const entry = /^\d+$/.test(name) ? read(name) : null;
    if (entry) table.set(Number(name), entry);
  }
  const isOurs = (pid: number): boolean => {
    if (pid === process.pid) return true;
    const parent = table.get(pid)?.parent ?? 0;
    return parent > 1 && isOurs(parent);
  };
  let bytes = 0;
  for (const [pid, entry] of table) if (isOurs(pid)) bytes += entry.bytes;
  return bytes / 2 ** 20;
}
