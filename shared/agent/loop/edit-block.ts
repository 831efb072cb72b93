import { fail, ok, type Result } from "../../failure.ts";

/**
 * A text with one block replaced. The block must occur exactly once, letter for letter. Fails with a
 * sentence for the model: how often it occurs and where, or which lines come nearest.
 */
export function editBlock(text: string, old: string, next: string): Result<string, string> {
  // Files of this project end their lines with \n; models now and then write \r\n.
  const block = text.includes("\r\n") ? old : old.replaceAll("\r\n", "\n");
  const places = placesOf(text, block);
  if (places.length === 1) {
    const at = places[0]!;
    return ok(text.slice(0, at) + next + text.slice(at + block.length));
  }
  if (places.length > 1) {
    const lines = places.slice(0, 8).map((at) => lineAt(text, at));
    return fail(
      `The block occurs ${places.length} times, at lines ${lines.join(", ")}. Nothing was changed; take in more of the lines around the one you mean.`,
    );
  }
  return fail(`The block doesn’t occur. Nothing was changed.\n${nearest(text, block)}`);
}

function placesOf(text: string, block: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(block); at >= 0; at = text.indexOf(block, at + 1)) places.push(at);
  return places;
}

const lineAt = (text: string, at: number) => text.slice(0, at).split("\n").length;

/** Lines looked at; a longer text is compared by its beginning. */
const MOST_LINES = 5_000;

/** What differs between the block and the lines that are most like it, with their numbers. */
function nearest(text: string, block: string): string {
  const lines = text.split("\n").slice(0, MOST_LINES);
  const wanted = block.split("\n");
  const bare = (line: string) => line.trim().replace(/\s+/g, " ");
  const wantedBare = wanted.map(bare);
  let best = { at: 0, likeness: 0 };
  for (let at = 0; at < lines.length; at += 1) {
    let likeness = 0;
    for (const [offset, line] of wantedBare.entries()) {
      if (line !== "") likeness += likenessOf(line, bare(lines[at + offset] ?? ""));
    }
    if (likeness > best.likeness) best = { at, likeness };
  }
  const asked = wantedBare.filter((line) => line !== "").length;
  if (best.likeness < asked / 4) return "No lines of the file are like it: read the file again.";
  const there = lines.slice(best.at, best.at + Math.min(wanted.length, 20));
  const first = there.findIndex((line, offset) => line !== wanted[offset]);
  const isSpace = there.every((line, offset) => bare(line) === wantedBare[offset]);
  const said = isSpace
    ? "Only white space differs"
    : `It first differs at line ${best.at + first + 1}`;
  const shown = there.map((line, offset) => `${best.at + offset + 1}: ${line}`).join("\n");
  return `${said}. The nearest lines are:\n${shown}`;
}

/** 0–1: 1 for the same line, else the share of words that both have. */
function likenessOf(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [one, other].map((line) => new Set(line.match(/[\p{L}\p{N}]+/gu) ?? []));
  const shared = [...a!].filter((word) => b!.has(word)).length;
  return (0.9 * shared) / Math.max(1, a!.size, b!.size);
}
