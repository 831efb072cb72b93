import { hasWidthAxis, isLatin, sideRoom, textReach, textWidth } from "./letter-widths";

/** The width of every setting, in its own units. */
export const MEASURE = 1000;

/** The form that a text is to fill, in units of the measure. */
export interface Form {
  /** The height to aim for. */
  readonly height: number;
  /** The height never to exceed; lines then end before the measure does. */
  readonly tallest: number;
  /** Between the ink of two lines. */
  readonly gap: number;
  /** A word wider than this, in em at its narrowest, is broken: it would be too small to read. */
  readonly longest: number;
}

export interface Line {
  readonly text: string;
  readonly size: number;
  /** From the first letter's edge to the last one's; their ink is what fills the measure. */
  readonly length: number;
  /** Where the first letter's ink would else begin, so that it begins at the edge. */
  readonly before: number;
  readonly after: number;
  readonly baseline: number;
  /** `font-stretch`, in per cent. */
  readonly stretch: number;
}

export interface Setting {
  readonly lines: readonly Line[];
  readonly height: number;
}

interface Piece {
  readonly text: string;
  /** Whether a space comes before it when it doesn't begin a line. */
  readonly spaced: boolean;
}

const NARROWEST = 62;
const WIDEST = 125;
/** How much of its normal width a text gains for each per cent of `font-stretch`. */
const GAIN = 0.0088;

const scale = (stretch: number) => 1 + (stretch - 100) * GAIN;
const round = (value: number) => Math.round(value * 10) / 10;

const canStretch = (text: string, stack: string) => hasWidthAxis(stack) && isLatin(text);

/** Words, also at hyphens and before @; words that are too long in parts of like length. */
function piecesOf(text: string, longest: number, stack: string): Piece[] {
  return text.split(/\s+/).flatMap((word) =>
    word.split(/(?<=\p{L}[-/])(?=\p{L})|(?=@)/u).flatMap((part, index) => {
      const letters = part.match(/\P{Mark}\p{Mark}*/gu) ?? [];
      const narrowest = textWidth(part, stack) * (canStretch(part, stack) ? scale(NARROWEST) : 1);
      const parts = Math.max(1, Math.ceil(narrowest / longest));
      const length = Math.ceil(letters.length / parts);
      return Array.from({ length: parts }, (_, nth) => ({
        text: letters.slice(nth * length, (nth + 1) * length).join(""),
        spaced: index === 0 && nth === 0,
      })).filter((piece) => piece.text !== "");
    }),
  );
}

const join = (pieces: readonly Piece[]) =>
  pieces.reduce((text, { text: next, spaced }) => text + (text && spaced ? " " : "") + next, "");

/** At most `most` pieces: neighbours are joined, the shortest pair first. */
function joinDownTo(most: number, pieces: readonly Piece[]): Piece[] {
  const joined = [...pieces];
  while (joined.length > most) {
    const lengths = joined
      .slice(1)
      .map((piece, i) => (joined[i]?.text.length ?? 0) + piece.text.length);
    const at = lengths.indexOf(Math.min(...lengths));
    const pair = joined.slice(at, at + 2);
    joined.splice(at, 2, { text: join(pair), spaced: pair[0]?.spaced ?? true });
  }
  return joined;
}

/** What a break within a word costs, beside `off`: lines of one size are worth less than whole words. */
const BREAK_COST = 0.5;

/** Every way to break the pieces into lines, and what its breaks cost. */
function* waysToBreak(pieces: readonly Piece[]): Generator<{ texts: string[]; cost: number }> {
  for (let breaks = 0; breaks < 2 ** (pieces.length - 1); breaks++) {
    const lines: Piece[][] = [];
    pieces.forEach((piece, i) => {
      const line = lines.at(-1);
      if (line && !((breaks >> (i - 1)) & 1)) line.push(piece);
      else lines.push([piece]);
    });
    const within = lines.slice(1).filter((line) => !line[0]?.spaced).length;
    yield { texts: lines.map(join), cost: within * BREAK_COST };
  }
}

/** One line as wide as the measure, in the width of letter that brings it nearest to the size. */
function setLine(text: string, aim: number, stack: string) {
  const sides = sideRoom(text, stack);
  const normal = Math.max(0.1, textWidth(text, stack) - sides.left - sides.right);
  const wanted = Math.round(100 + (MEASURE / aim / normal - 1) / GAIN);
  const stretch = canStretch(text, stack) ? Math.min(WIDEST, Math.max(NARROWEST, wanted)) : 100;
  const size = MEASURE / (normal * scale(stretch));
  // Narrow letters stand closer: half the room at the narrowest.
  const room = size * Math.min(1, 0.5 + (stretch - NARROWEST) / 76);
  return {
    text,
    stretch,
    size,
    before: sides.left * room,
    after: sides.right * room,
    reach: textReach(text),
  };
}

/** Lines as near to one size as the width axis allows; and how far off they are. */
function setIn(texts: readonly string[], form: Form, stack: string) {
  const reach = texts.map(textReach).reduce((sum, { above, below }) => sum + above + below, 0);
  const aim = Math.max(1, form.height - form.gap * (texts.length - 1)) / reach;
  const sized = texts.map((text) => setLine(text, aim, stack));
  const off = sized.reduce((sum, { size }) => sum + Math.log(size / aim) ** 2, 0);
  return { sized, off };
}

/**
 * Sets a text as a poster does: broken into lines that each fill the measure, short ones in wide
 * letters and long ones in narrow letters, so that all come out about equally tall and the whole
 * has the form asked for.
 */
export function setLines(text: string, form: Form, stack: string): Setting {
  const pieces = joinDownTo(9, piecesOf(text.trim(), form.longest, stack));
  if (pieces.length === 0) return { lines: [], height: 0 };
  let best = setIn([join(pieces)], form, stack);
  for (const { texts, cost } of waysToBreak(pieces)) {
    const next = setIn(texts, form, stack);
    next.off += cost;
    if (next.off < best.off) best = next;
  }
  const gaps = form.gap * (best.sized.length - 1);
  const ink = best.sized.reduce(
    (sum, { size, reach }) => sum + size * (reach.above + reach.below),
    0,
  );
  const shrink = Math.min(1, (form.tallest - gaps) / ink);
  let y = 0;
  const lines = best.sized.map(({ text, stretch, size, reach, before, after }, i) => {
    const baseline = y + (i > 0 ? form.gap : 0) + size * shrink * reach.above;
    y = baseline + size * shrink * reach.below;
    return {
      text,
      stretch,
      size: round(size * shrink),
      length: round((MEASURE + before + after) * shrink),
      before: round(before * shrink),
      after: round(after * shrink),
      baseline: round(baseline),
    };
  });
  return { lines, height: round(y) };
}
