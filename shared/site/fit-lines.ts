/** Words as they are set: their lines and the size of their letters in pixels. */
export interface SetText {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface Room {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Sizes to try, the largest first. */
  readonly sizes: readonly number[];
  /** From line to line, in parts of the size. */
  readonly leading: number;
  /** At most so many. */
  readonly lines: number;
}

/**
 * Words in the largest size in which they fit their room, in lines of about the same length. What fits
 * in none is cut in the smallest one, with an ellipsis.
 * @param measure the width of a line in a size, in pixels
 */
export function fitLines(
  words: string,
  room: Room,
  measure: (line: string, size: number) => number,
): SetText {
  const pieces = piecesOf(words);
  for (const size of room.sizes) {
    const most = Math.min(room.lines, Math.floor(room.height / (size * room.leading)) || 1);
    const by = (line: string) => measure(line, size);
    const lines = breakInto(pieces, room.width, by);
    if (lines !== null && lines.length <= most) {
      return { lines: evened(pieces, lines, room.width, by), size };
    }
  }
  const size = room.sizes.at(-1)!;
  const most = Math.max(1, Math.min(room.lines, Math.floor(room.height / (size * room.leading))));
  return { lines: cut(words, most, room.width, (line) => measure(line, size)), size };
}

/** Scripts that are written without spaces break between any two letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** What stays together in a line, each with what stands before it. */
function piecesOf(words: string): readonly string[] {
  const text = words.replace(/\s+/g, " ").trim();
  return text.split(/(?<= )/).flatMap((word) => (UNSPACED.test(word) ? graphemes(word) : [word]));
}

const graphemes = (text: string): readonly string[] => text.match(/\P{M}\p{M}*/gu) ?? [];

/** Lines no wider than `width`; `null` where a piece alone is wider. */
function breakInto(
  pieces: readonly string[],
  width: number,
  by: (line: string) => number,
): readonly string[] | null {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && by((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
    if (by(line.trimEnd()) > width) return null;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** The same number of lines, in the narrowest column that takes them. */
function evened(
  pieces: readonly string[],
  lines: readonly string[],
  width: number,
  by: (line: string) => number,
): readonly string[] {
  if (lines.length < 2) return lines;
  const longest = (tried: readonly string[]) => Math.max(...tried.map(by));
  let best = lines;
  for (let narrower = width * 0.95; narrower > width / lines.length; narrower -= width * 0.05) {
    const tried = breakInto(pieces, narrower, by);
    if (tried === null || tried.length > lines.length) break;
    if (longest(tried) < longest(best)) best = tried;
  }
  return best;
}

/** As many lines as there is room for; letters that are left end in an ellipsis. */
function cut(
  words: string,
  most: number,
  width: number,
  by: (line: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let rest = graphemes(words.replace(/\s+/g, " ").trim());
  while (rest.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1;
    if (by(rest.join("")) <= width) return [...lines, rest.join("")];
    let end = rest.length;
    while (end > 1 && by(rest.slice(0, end).join("").trimEnd() + (isLast ? "…" : "")) > width)
      end--;
    const space = rest.slice(0, end).lastIndexOf(" ");
    const at = space > 0 && rest[end] !== " " ? space : end;
    lines.push(rest.slice(0, at).join("").trimEnd() + (isLast ? "…" : ""));
    rest = graphemes(rest.slice(at).join("").trimStart());
  }
  return lines;
}
