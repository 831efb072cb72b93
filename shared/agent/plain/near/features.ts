import { isLanguageName } from "../../../cv/fields/language-names.ts";
import { PALETTES } from "../../../portfolio/palettes.ts";
import { TYPE_FAMILIES } from "../../../portfolio/type-families.ts";
import type { ResumeList } from "../../../resume.ts";
import { isColourName } from "../colour-kinds.ts";
import { isKnownFace } from "../nearest-pair.ts";
import { sectionOf } from "../section-moves.ts";
import { SECTION_IDS, type Theme } from "../../../theme.ts";
import { stem, textWords } from "./text-words.ts";

/** A stretch of a text that speaks of an entry of a list, or of one of its lines. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly as: ResumeList | "line" | "name" | "label" | "city";
}

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["$quote", /"[^"]{2,}"|(?<=^|[\s(])'[^']{2,}'(?=$|[\s,.!?)])/gu],
  ["$email", /[\p{L}\d._+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  [
    "$url",
    /(?:https?:\/\/\S+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|io|dev|example|me|co|uk|de|fr|eu|app|design|info)\b(?:\/\S*)?)/giu,
  ],
  ["$handle", /(?<=^|\s)@[\p{L}\d_.-]+/gu],
  ["$colour", /#[0-9a-f]{3,8}\b/giu],
  ["$phone", /\+?\(?\d[\d\s().-]{6,}\d/gu],
  ["$year", /\b(?:19|20)\d{2}\b/gu],
  [
    "$month",
    /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\bMay\b(?= \d|$|,)/giu,
  ],
];

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly string[];
}

/** Sections by the words that people have for them; one of another title is known by that too. */
const PLAIN_THEME = {
  sections: SECTION_IDS.map((id) => ({ id, visible: true })),
} as unknown as Theme;

const isNamed = (words: string, names: readonly string[]) =>
  names.some((name) => name.toLowerCase() === words);

const FAMILIES = Object.values(TYPE_FAMILIES).map(({ family }) =>
  family.replace(/ Variable$/u, ""),
);
const PALETTE_NAMES = PALETTES.map(({ name }) => name);

/** What one to three words in a row are by name: a section, a colour, a typeface, a template, a language. */
function nameToken(words: string, written: string, templates: readonly string[]): string | null {
  if (isNamed(words, templates) && /^\p{Lu}/u.test(written)) return "$template";
  if (isNamed(words, FAMILIES) || isKnownFace(words)) return "$font";
  if (isColourName(words) || isNamed(words, PALETTE_NAMES)) return "$colour";
  if (
    isLanguageName(words) &&
    words.split(" ").length === 1 &&
    /^\p{Lu}|^\p{Ll}{5,}/u.test(written)
  )
    return "$langname";
  return sectionOf(words, PLAIN_THEME) === null ? null : "$section";
}

const covered = (pieces: readonly Piece[], start: number, end: number) =>
  pieces.some((one) => start < one.end && one.start < end);

function patternPieces(text: string, taken: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [token, pattern] of PATTERNS) {
    for (const found of text.matchAll(pattern)) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (!covered([...taken, ...pieces], start, end)) pieces.push({ start, end, tokens: [token] });
    }
  }
  return pieces;
}

const FUNCTION =
  /^(?:the|my|a|an|i|it|is|was|to|of|in|on|at|for|and|or|not|with|as|this|that|me|you|be|so|but|all|im|its|dont|work)$/u;

function wordPieces(
  text: string,
  taken: readonly Piece[],
  templates: readonly string[],
): readonly Piece[] {
  const words = textWords(text).filter(({ start, end }) => !covered(taken, start, end));
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at]!;
    let long = 1;
    let name: string | null = null;
    for (let count = 3; count > 0 && name === null; count -= 1) {
      const run = words.slice(at, at + count);
      const end = run.at(-1)!.end;
      if (run.length < count || end - one.start > 40) continue;
      const said = run.map(({ word }) => word).join(" ");
      if (FUNCTION.test(run[0]!.word) || FUNCTION.test(run.at(-1)!.word)) continue;
      name = nameToken(said, text.slice(one.start, end), templates);
      if (name !== null) long = count;
    }
    const run = words.slice(at, at + long);
    const raw = run.map(({ word }) => stem(word));
    const isProper =
      name === null &&
      one.start > 0 &&
      /^\p{Lu}[\p{Ll}\d]/u.test(one.written) &&
      !/[.!?]\s*$/u.test(text.slice(0, one.start));
    const token = name ?? (isProper ? "$proper" : /^\d/u.test(one.word) ? "$num" : raw[0]!);
    pieces.push({
      start: one.start,
      end: run.at(-1)!.end,
      tokens: name === null ? [token] : [token, raw.join("_")],
    });
    at += long - 1;
  }
  return pieces;
}

/**
 * A text as a row of tokens: names that stand in the CV, values and dates are told by their kind alone
 * (`$skills`, `$email`, `$year`), so that what is learnt of one CV holds for all.
 * @param spans where the text speaks of entries
 * @param templates names of templates
 */
export function tokensOf(
  text: string,
  spans: readonly MaskedSpan[],
  templates: readonly string[],
): readonly (readonly string[])[] {
  const plain = text.replace(/[“”„«»]/gu, '"').replace(/[‘’]/gu, "'");
  const quotes = [...plain.matchAll(PATTERNS[0]![1])].map((found): Piece => {
    const [start, end] = [found.index, found.index + found[0].length];
    const inside = spans.find((span) => span.start >= start && span.end <= end);
    return { start, end, tokens: inside ? ["$entry", `$${inside.as}`] : ["$quote"] };
  });
  const entries = spans
    .filter(({ start, end }) => !covered(quotes, start, end))
    .map(({ start, end, as }): Piece => ({
      start,
      end,
      tokens: /^(?:line|name|label|city)$/u.test(as) ? [`$${as}`] : ["$entry", `$${as}`],
    }));
  const named = [...quotes, ...entries];
  const values = patternPieces(plain, named);
  const words = wordPieces(plain, [...named, ...values], templates);
  const all = [...named, ...values, ...words].toSorted((a, b) => a.start - b.start);
  const row = all.map(({ tokens }) => tokens);
  // A name of several words is one.
  return row.filter((tokens, at) => tokens[0] !== "$proper" || row[at - 1]?.[0] !== "$proper");
}

/** What of a row of tokens the acts are told apart by: its words, their beginnings, and two of them in a row. */
export function featuresOf(row: readonly (readonly string[])[], text: string): ReadonlySet<string> {
  const features = new Set<string>();
  const main = ["^", ...row.map(([token]) => token!), "$"];
  for (const token of row.flat()) {
    features.add(token);
    // Another ending, or another word of the same root.
    if (/^\p{Ll}{5,}$/u.test(token)) features.add(`~${token.slice(0, 4)}`);
  }
  for (let at = 0; at + 1 < main.length; at += 1) features.add(`${main[at]} ${main[at + 1]}`);
  if (text.trim().endsWith("?")) features.add("?");
  return features;
}

/** Whether a feature only hints: two words in a row, the beginning of one. */
export const isHint = (feature: string): boolean =>
  feature.includes(" ") || feature.startsWith("~");
