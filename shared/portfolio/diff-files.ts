import type { FileContent, ProjectFiles, ProjectPath } from "../project.ts";
import { changesBetween, fileAt } from "./apply-changes.ts";

/** How one file differs between two states. Lines are counted for text only; bytes have none. */
export interface FileDiff {
  readonly path: ProjectPath;
  readonly change: "added" | "removed" | "changed";
  readonly addedLines: number;
  readonly removedLines: number;
}

/** The files that differ, by path. */
export function diffFiles(before: ProjectFiles, after: ProjectFiles): readonly FileDiff[] {
  return changesBetween(before, after)
    .map(({ path, content }) => {
      const old = fileAt(before, path);
      const lines = countLines(old, content);
      const change = old === null ? "added" : content === null ? "removed" : "changed";
      return { path, change, ...lines } as const;
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const linesOf = (content: FileContent | null): readonly string[] =>
  typeof content === "string" && content !== "" ? content.replace(/\n$/, "").split("\n") : [];

function countLines(before: FileContent | null, after: FileContent | null) {
  const [old, now] = [linesOf(before), linesOf(after)];
  const kept = commonLines(old, now);
  return { addedLines: now.length - kept, removedLines: old.length - kept };
}

/** Beyond this many differing pairs the exact count isn't worth the wait. */
const MOST_STEPS = 4_000_000;

/** How many lines two texts have in common, in order. */
function commonLines(old: readonly string[], now: readonly string[]): number {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const a = old.slice(head, old.length - tail);
  const b = now.slice(head, now.length - tail);
  const middle = a.length * b.length <= MOST_STEPS ? longestCommon(a, b) : sharedAnywhere(a, b);
  return head + tail + middle;
}

/** Length of the longest common subsequence, row by row (Wagner and Fischer 1974). */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const line of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 0; at < b.length; at++) {
      next[at + 1] = line === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!);
    }
    row = next;
  }
  return row[b.length]!;
}

/** An upper bound for huge rewrites: lines that both have, wherever they stand. */
function sharedAnywhere(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1);
  return b.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count > 0;
  }).length;
}
