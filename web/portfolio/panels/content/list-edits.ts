/** An edit of a list of texts, and the index that should have the focus after it. */
export interface ListEdit {
  readonly lines: readonly string[];
  readonly focus: number;
}

/** A new, empty line after this one. */
export function lineAfter(lines: readonly string[], at: number): ListEdit {
  return { lines: lines.toSpliced(at + 1, 0, ""), focus: at + 1 };
}

/** Takes a line away; the one before it gets the focus. */
export function withoutLine(lines: readonly string[], at: number): ListEdit {
  return { lines: lines.toSpliced(at, 1), focus: Math.max(0, at - 1) };
}

/** Moves a line up (-1) or down (1); `null` at the end of the list. */
export function moveLine(lines: readonly string[], at: number, by: -1 | 1): ListEdit | null {
  const line = lines[at];
  const to = at + by;
  if (line === undefined || to < 0 || to >= lines.length) return null;
  return { lines: lines.toSpliced(at, 1).toSpliced(to, 0, line), focus: to };
}

/** Words from what was typed or pasted, apart at commas, semicolons and line breaks; none twice. */
export function addWords(words: readonly string[], typed: string): readonly string[] {
  const fresh = typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return [...new Set([...words, ...fresh])];
}
