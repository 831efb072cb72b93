import { findDates, isDatesOnly, isDuration, type DateRange } from "./fields/dates.ts";
import { cellsOf, lineOf, styleOf, textOf, type Line, type Part } from "./line.ts";
import { joinWrapped } from "./words.ts";

/** A head line, a paragraph or a list item: its wrapped lines joined, its dates set apart. */
export interface Item {
  readonly lines: readonly Line[];
  readonly bullet: boolean;
  /** The text without the cells that are nothing but dates or durations. */
  readonly text: string;
  readonly cells: readonly Part[][];
  readonly dates: { readonly range: DateRange; readonly line: Line } | null;
  /** Size, weight and slant; see `line.ts`. */
  readonly style: string;
  readonly colour: string;
  readonly indent: number;
  readonly gapAbove: number;
  readonly bold: boolean;
  readonly fontSize: number;
}

/** Labels that layouts print inside an entry; they name no fact. */
const NOISE =
  /^(?:highlights|responsibilities|key achievements|courses|keywords|roles|aufgaben)\s*:?$/i;

/**
 * Step three's first half: joins wrapped lines, and parts dates from what they date. `startsItem` says
 * what a section knows better: a line that begins something new, however full the line above is.
 */
export function toItems(
  lines: readonly Line[],
  known: ReadonlySet<string>,
  startsItem: (line: Line, above: Line) => boolean = () => false,
): Item[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (NOISE.test(line.text)) continue;
    const group = groups.at(-1);
    if (group && !startsItem(line, group.at(-1)!) && continues(group, line)) group.push(line);
    else groups.push([line]);
  }
  return groups
    .flatMap((group) => (isListOfSentences(group) ? group.map((line) => [line]) : [group]))
    .map((group) => itemOf(group, known))
    .filter((item) => item.text !== "" || item.dates !== null);
}

function itemOf(group: readonly Line[], known: ReadonlySet<string>): Item {
  const first = group[0]!;
  let dates: Item["dates"] = null;
  const cells: Part[][] = [];
  let text = "";
  group.forEach((line, index) => {
    const kept = cellsOf(line).filter((cell) => {
      const cellText = textOf(cell);
      if (isDatesOnly(cellText)) {
        dates ??= { range: findDates(cellText)!, line };
        return false;
      }
      return !isDuration(cellText);
    });
    const lineText = kept.map(textOf).join(" ");
    if (!lineText) return;
    text = joinWrapped(text, lineText, known);
    if (index === 0 || cells.length === 0) cells.push(...kept);
    else appendToLast(cells, kept, known);
  });
  const own = cells.flat();
  const styled = own.length ? lineOf(first, dates ? [firstWords(first)] : ownParts(first)) : first;
  return {
    lines: group,
    bullet: first.bullet,
    text,
    cells,
    dates,
    style: styleOf(styled),
    colour: styled.colour,
    indent: contentIndent(first),
    gapAbove: first.gapAbove,
    bold: styled.bold,
    fontSize: styled.fontSize,
  };
}

function appendToLast(cells: Part[][], more: readonly Part[][], known: ReadonlySet<string>): void {
  const last = cells.at(-1)!;
  for (const [i, cell] of more.entries()) {
    if (i > 0) {
      cells.push(cell);
      continue;
    }
    const before = last.at(-1)!;
    const joined = joinWrapped(before.text.trimEnd(), cell[0]!.text, known);
    const glue = joined.slice(0, joined.length - cell[0]!.text.length);
    last[last.length - 1] = { ...before, text: glue };
    last.push({ ...cell[0]!, apart: false }, ...cell.slice(1));
  }
}

/**
 * Three lines or more of which each begins and ends a sentence: items whose marks are drawn, not
 * written, and which happen to fill their lines. A paragraph breaks its lines inside its sentences.
 */
const isListOfSentences = (group: readonly Line[]): boolean =>
  group.length >= 3 &&
  !group[0]!.bullet &&
  group.every(({ text }) => /^[\p{Lu}\p{Lo}\d«“"]/u.test(text) && /[.!?。][”"»)]?$/u.test(text));

/** Points of difference in an indent that the eye takes for none. */
const SAME_INDENT = 3.5;

/** Whether a line is the wrapped rest of the lines before it. */
function continues(group: readonly Line[], line: Line): boolean {
  const above = group.at(-1)!;
  if (line.bullet || !line.wraps || line.headingLevel !== above.headingLevel) return false;
  if (Math.abs(line.fontSize - above.fontSize) > 0.8) return false;
  if (line.place.kind === "line") {
    if (line.gapAbove > 0 || startsWithDates(line)) return false;
    return group[0]!.bullet || wouldNotFit(above, line);
  }
  if (isDatesOnly(line.text) || startsWithDates(line)) return false;
  if (hasDateCell(line) && group.some(hasDateCell)) return false;
  return continuesOnPaper(group, above, line);
}

/** A date left of a line starts something new, and so does a second date. */
const hasDateCell = (line: Line): boolean =>
  cellsOf(line).some((cell) => isDatesOnly(textOf(cell)));
const startsWithDates = (line: Line): boolean => isDatesOnly(textOf(cellsOf(line)[0] ?? []));

/** An address of the web broken at its hyphens and slashes. */
const BROKEN_ADDRESS = /(?:https?:\/\/|www\.|\.\w+\/)\S*[-/]$/;

/** An address too long for its column, cut where the column ends. */
const isAddressCut = (above: Line, line: Line): boolean =>
  /^[^\s@]+@[^\s@]+$|^https?:\/\/\S+$/.test(above.text) &&
  /^[a-z\d./_-]{1,30}$/.test(line.text) &&
  above.box.x + above.box.width > above.room - above.fontSize;

function continuesOnPaper(group: readonly Line[], above: Line, line: Line): boolean {
  const samePage = line.page === above.page;
  if (samePage && line.gapAbove > 0.75) return false;
  // Paragraphs stand farther apart than their lines do.
  if (samePage && line.gapAbove > line.leading && !/^\p{Ll}/u.test(line.text)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < SAME_INDENT;
  if (BROKEN_ADDRESS.test(group.map((l) => l.text).join("")) && !/\s/.test(line.text))
    return near(line.indent, above.indent);
  if (isAddressCut(above, line)) return near(line.indent, above.indent);
  const aligned =
    near(line.indent, contentIndent(group[0]!)) || near(line.indent, contentIndent(above));
  if (group[0]!.bullet)
    return aligned && (samePage ? line.gapAbove < 0.6 : wouldNotFit(above, line));
  const rightAligned = near(line.box.x + line.box.width, above.box.x + above.box.width);
  if (!aligned && !rightAligned) return false;
  // A wrapped line goes on in the style in which the one above ended.
  if (line.parts[0]!.bold !== ownParts(above).at(-1)!.bold) return false;
  return isTitleBroken(above, line) || wouldNotFit(above, line);
}

/**
 * A title was broken to fit its own, narrower box when it goes on in small letters, or when bold words
 * follow a long bold line closer than an entry would.
 */
function isTitleBroken(above: Line, line: Line): boolean {
  if (cellsOf(above).filter((cell) => !isDatesOnly(textOf(cell))).length !== 1) return false;
  const bothBold = line.bold && above.bold;
  if ((line.fontSize > 12.4 || bothBold) && /^\p{Ll}/u.test(line.text)) return true;
  const width = above.parts.findLast((part) => !isDatesOnly(part.text))?.right ?? 0;
  const long = width - above.indent > 0.55 * (above.room - above.indent);
  return bothBold && long && line.gapAbove < 0.2 && cellsOf(line).length === 1;
}

/** The part a dated head begins with: its style is the head's, whatever follows in lighter type. */
const firstWords = (line: Line): Part =>
  ownParts(line).find((part) => /\p{L}/u.test(part.text)) ?? line.parts[0]!;

/** A line's parts without its dates, which have a style of their own. */
function ownParts(line: Line): Part[] {
  const own = cellsOf(line).filter((cell) => !isDatesOnly(textOf(cell)));
  return own.length ? own.flat() : [...line.parts];
}

/** Where a line's own text begins, a date left of it apart. */
function contentIndent(line: Line): number {
  if (line.flushRight) return line.indent;
  const cells = cellsOf(line);
  const own = cells.find((cell) => !isDatesOnly(textOf(cell)));
  return own?.[0]?.x ?? line.indent;
}

/** The general sign of a wrapped line: its first word had no room left on the line above. */
function wouldNotFit(above: Line, line: Line): boolean {
  const word = /^(?:[\u3040-\u30ff\u3400-\u9fff]|\S+)/u.exec(line.text)?.[0] ?? "";
  if (line.place.kind === "line") {
    return above.text.length + 1 + word.length > line.room - 2 && above.text.length > 40;
  }
  const perLetter = line.box.width / Math.max(1, line.text.length);
  const cells = cellsOf(above);
  const aside = cells.length > 1 && isDatesOnly(textOf(cells.at(-1)!)) ? cells.at(-1)![0]! : null;
  const right = aside ? cells.at(-2)!.at(-1)!.right : above.box.x + above.box.width;
  const room = aside ? aside.x : above.room;
  return right + (word.length + 0.6) * perLetter > room - 1;
}
