/** Text for comparison: no case, accents, spaces or punctuation. */
export const tight = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00ad]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}+#]+/gu, "");

/** Text for comparison that keeps its words apart. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00ad]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

export const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** A regular expression for whole words of a list; Chinese and Japanese words need no edges. */
export function wordsPattern(words: string): RegExp {
  const list = words
    .split("|")
    .map((word) => plain(word))
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const latin = list.filter((word) => !CJK.test(word)).map(escape);
  const east = list.filter((word) => CJK.test(word)).map(escape);
  const branches = [
    ...(latin.length ? [`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`] : []),
    ...(east.length ? [`(?:${east.join("|")})`] : []),
  ];
  return new RegExp(branches.join("|"), "u");
}

/**
 * Joins a line to the one before. A hyphen at the line's end is kept in addresses and where both
 * halves are words of the document; otherwise the typesetter put it there.
 */
export function joinWrapped(before: string, after: string, known: ReadonlySet<string>): string {
  if (!before) return after;
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  // Only the last word matters; a paragraph grows long, and isn't read anew for each of its lines.
  const last = before.slice(-LONGEST_WORD).split(/\s/).at(-1)!;
  const isAddress = /(?:@|:\/\/|www\.|\.\w{2,}\/)/.test(last);
  const hyphen = /(\p{L}+)[-‐]$/u.exec(last);
  if (hyphen && /^\p{L}/u.test(after)) {
    const next = /^\p{L}+/u.exec(after)![0];
    const whole = plain(hyphen[1]! + next);
    if (isAddress || !/^\p{Ll}/u.test(after)) return before + after;
    if (known.has(whole)) return before.slice(0, -1) + after;
    const bothWords = known.has(plain(hyphen[1]!)) && known.has(plain(next));
    return bothWords || /-\p{L}+-$/u.test(last) ? before + after : before.slice(0, -1) + after;
  }
  if (isAddress && /[-/]$/.test(last)) return before + after;
  if (isAddress && last === before && /^[a-z\d./_-]+$/.test(after)) return before + after;
  if (/.[–/]$/.test(last)) return before + after;
  const eastern = CJK.test(last.slice(-1)) && CJK.test(after.slice(0, 1));
  return eastern ? before + after : `${before} ${after}`;
}

/** Letters. */
const LONGEST_WORD = 300;

/** The words of a document, for `joinWrapped`. */
export function vocabularyOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const word of plain(text.replace(/-$/, " ")).split(/[^\p{L}]+/u))
      if (word) words.add(word);
  return words;
}
