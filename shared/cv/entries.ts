import { findDates } from "./fields/dates.ts";
import { isPlace } from "./fields/places.ts";
import { positionScore } from "./fields/role-words.ts";
import type { Item } from "./items.ts";

/** One job, degree, project …: the lines that name it, and what is said about it. */
export interface Entry {
  readonly head: readonly Item[];
  readonly body: readonly Item[];
  /** For a further position at one employer: the head of the position before. */
  readonly under: readonly Item[] | null;
}

/** Letters; a longer line is prose. */
const LONGEST_HEAD = 130;

const isProse = (item: Item): boolean =>
  item.bullet ||
  item.text.length > (item.dates ? 2 : 1) * LONGEST_HEAD ||
  (item.text.length > 60 && /[.!?。]$/.test(item.text)) ||
  isShortSentence(item);

/** A sentence too short to be told from a name by its length alone: names have few words and dates. */
const isShortSentence = ({ text, bold, dates }: Item): boolean =>
  text.length > 40 &&
  !bold &&
  dates === null &&
  /\p{Ll}{2}[.!?]$/u.test(text) &&
  text.split(/\s+/).length > 5 &&
  !/(?:Inc|Ltd|Corp|Cia|Bros|Gebr|Univ)\.$/.test(text);

/**
 * Step three's second half: where each entry of a section starts. A section sets its entries' first
 * lines in one style; where that style is the body's own, dates tell: one date range an entry, always
 * at the same distance from its first line.
 */
export function findEntries(items: readonly Item[]): Entry[] {
  if (items.length === 0) return [];
  const starts = entryStarts(items);
  const bounds = starts.length ? starts : [0];
  const body = bodyStyleOf(items);
  return bounds.flatMap((start, i) => {
    const end = bounds[i + 1] ?? items.length;
    return splitPositions(items.slice(start, end), body);
  });
}

type Key = (item: Item) => string;
const byStyle: Key = (item) => item.style;
/** Colour tells heads from body only where nothing else does: links change it at will. */
const byColour: Key = (item) => `${item.style}|${item.colour}`;

function bodyStyleOf(items: readonly Item[], key: Key = byStyle): string {
  const letters = new Map<string, number>();
  for (const item of items)
    letters.set(
      key(item),
      (letters.get(key(item)) ?? 0) + (isProse(item) ? 4 : 1) * item.text.length,
    );
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function entryStarts(items: readonly Item[]): number[] {
  const heads = items.flatMap((item, i) => (isProse(item) || !item.text ? [] : [i]));
  const first = heads[0];
  if (first === undefined) return items.map((_, i) => i);
  // Dates on a line of their own over each entry.
  if (items[0]!.text === "" && items[0]!.dates)
    return items.flatMap((item, i) => (item.text === "" && item.dates ? [i] : []));
  const key = items[first]!.style === bodyStyleOf(items) ? byColour : byStyle;
  const style = key(items[first]!);
  const dated = datedItems(items);
  const like = heads.filter((i) => key(items[i]!) === style && aligned(items[i]!, items[first]!));
  // Long titles may hold more letters than all that stands under them.
  const others = items.filter((item) => item.text && key(item) !== style).length;
  const alternates = others >= 0.7 * like.length && isAbout(like.length, dated.length);
  if (style !== bodyStyleOf(items, key) || alternates) return collapse(like, items, dated);
  if (dated.length >= 2 || (dated.length === 1 && items.length < 6))
    return startsByDates(items, first, dated);
  const spaced = heads.filter((i) => i === first || items[i]!.gapAbove > 0.45);
  return spaced.length > 1 && spaced.length < heads.length ? spaced : like;
}

const isAbout = (count: number, other: number): boolean =>
  count >= 2 && count <= 1.4 * other && other <= 1.4 * count;

/** Items that date an entry: those with dates set apart, where there are such; else with a year in the text. */
function datedItems(items: readonly Item[]): number[] {
  const apart = items.flatMap((item, i) => (item.dates !== null && !isProse(item) ? [i] : []));
  if (apart.length >= 2) return apart;
  return items.flatMap((item, i) => (hasDates(item) && !isProse(item) ? [i] : []));
}

const aligned = (a: Item, b: Item): boolean =>
  a.lines[0]!.page !== b.lines[0]!.page || Math.abs(a.indent - b.indent) < 12 || a.dates !== null;

const hasDates = (item: Item): boolean => item.dates !== null || datesInText(item) !== null;

function datesInText(item: Item): string | null {
  return /(?:19|20)\d{2}/.exec(item.text)?.[0] ?? (beginsWithRange(item.text) ? item.text : null);
}

/** Two lines of the style one after the other are two lines of one head, unless each has its own date. */
function collapse(
  starts: readonly number[],
  items: readonly Item[],
  dated: readonly number[],
): number[] {
  const few = dated.length > 0 && starts.length > 1.4 * dated.length;
  if (!few) return [...starts];
  return starts.filter((start, i) => {
    const before = starts[i - 1];
    if (before === undefined) return true;
    const between = items.slice(before + 1, start);
    // An employer over its dates, and under them the role in the employer's style.
    if (between.length === 1 && between[0]!.text === "" && between[0]!.dates)
      return hasDates(items[start]!) || startsWithDatesBelow(items, start, starts[i + 1]);
    if (start - before > 1) return true;
    return hasDates(items[before]!) && hasDates(items[start]!);
  });
}

/** Whether a line of dates alone follows a start before anything is said. */
function startsWithDatesBelow(
  items: readonly Item[],
  start: number,
  next: number | undefined,
): boolean {
  const below = items.slice(start + 1, next ?? items.length);
  const said = below.findIndex(isProse);
  const dates = below.findIndex((item) => item.text === "" && item.dates !== null);
  return dates >= 0 && (said < 0 || dates < said);
}

function startsByDates(items: readonly Item[], first: number, dated: readonly number[]): number[] {
  const distance = Math.min(2, dated[0]! - first);
  const starts: number[] = [];
  for (const at of dated) {
    let start = at;
    while (
      start > (starts.at(-1) ?? -1) + 1 &&
      at - start < distance &&
      !isProse(items[start - 1]!)
    )
      start -= 1;
    if (start > (starts.at(-1) ?? -1)) starts.push(start);
  }
  if (starts.length && starts[0]! > first) starts[0] = first;
  return starts;
}

/** Parts an entry's head from its body; a second dated head inside is a further position. */
function splitPositions(items: readonly Item[], body: string): Entry[] {
  const headEnd = endOfHead(items, body);
  const head = items.slice(0, headEnd);
  const entries: Entry[] = [];
  const more = items.findIndex(
    (item, i) =>
      i >= headEnd && !isProse(item) && item.style !== body && isDated(item, items[i + 1]),
  );
  if (more < 0) return [{ head, body: items.slice(headEnd), under: null }];
  entries.push({ head, body: items.slice(headEnd, more), under: null });
  for (const entry of splitPositions(items.slice(more), body))
    entries.push({ ...entry, under: entry.under ?? head });
  return entries;
}

/** A line with dates beside it, or over a line that dates begin: “Aug 2016 – Apr 2019 · Leeds”. */
const isDated = (item: Item, next: Item | undefined): boolean =>
  item.dates !== null ||
  (next !== undefined && next.text === "" && next.dates !== null) ||
  (next !== undefined && beginsWithRange(next.text));

const beginsWithRange = (text: string): boolean => {
  const dates = /\d{2}/.test(text) ? findDates(text) : null;
  return dates !== null && dates.isRange && dates.index === 0;
};

function endOfHead(items: readonly Item[], body: string): number {
  let end = 0;
  let pieces = 0;
  let dated = false;
  let hasRole = false;
  for (const item of items) {
    if (isProse(item) || end >= 5) break;
    const plainLine = item.style === body && item.text !== "" && end > 0;
    const isRole = !hasRole && item.text.length < 70 && positionScore(item.text) > 0;
    if (plainLine && !isRole && isBelowHead(item, items[0]!, pieces, dated)) break;
    hasRole ||= positionScore(item.text) > 0;
    pieces += item.cells.length + (isMixed(item) ? 1 : 0);
    dated ||= hasDates(item);
    end += 1;
  }
  return Math.max(1, end);
}

const isMixed = (item: Item): boolean =>
  new Set(item.cells.flat().map((p) => `${p.bold}${p.italic}${p.colour}`)).size > 1;

/** Whether a line in the body's style is said of the entry, rather than part of what names it. */
function isBelowHead(item: Item, first: Item, pieces: number, dated: boolean): boolean {
  const full = dated ? pieces >= 2 : pieces >= 3;
  if (!hasDates(item) && full && !(dated && isPlace(item.text))) return true;
  if (pieces > 0 && item.gapAbove > 0.6 && dated) return true;
  // Under a head with its dates left of it, a list whose signs are drawn stands in from it.
  const hasGutter = first.dates !== null && first.indent > first.lines[0]!.indent + 20;
  return !hasDates(item) && hasGutter && item.indent > first.indent + 8;
}
