import type { TextRun } from "../../../shared/cv-document.ts";
import { clipAgain, isClippedAway, UNCLIPPED, type ClipBox } from "./pdf-clip.ts";
import { angleOf, apply, boxOf, isRectangle, multiply, type Matrix } from "./pdf-geometry.ts";
import { wholeCharacters } from "./whole-characters.ts";
import { createPainting, type Painting } from "./pdf-painting.ts";
import type { PdfJs } from "./pdf-engine.ts";

export interface PdfFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** A run with what decides whether a person could see it. */
export interface PaintedRun extends TextRun {
  readonly invisible: boolean;
  /** The colour of the topmost filled area behind it; paper is white. */
  readonly behind: string;
}

/** Latin Modern, Computer Modern and others say their weight in short forms. */
const BOLD_NAME =
  /bold|black|heavy|semibd|demi|(?:^|[+-])(?:cmbx|sfbx|lmbx|lmssbx|cmssbx|ecbx)|[-,_ ]bd?$/i;
const ITALIC_NAME = /ital|obliq|slant|(?:^|[+-])(?:cmti|cmsl|sfti|sfsl|lmri|lmti)|[-,_ ]it?$/i;
/** Fonts of pictures; what they write as letters is no text. */
const ICON_FONT =
  /awesome|marvosym|fontello|icomoon|material ?icons|ionicons|webdings|wingdings|academicons/i;
/** The colour of what we can't see: a picture, a gradient, a pattern. */
export const UNKNOWN = "";
/** Points; a smaller picture is an icon or a bullet, and no ground of text. */
const SMALLEST_PICTURE = 20;
/** Stands for any icon: a sign of the private use area. */
const ICON = "\ue000";
/** A gap in em from which two glyphs are two words: below the tightest justified space in use. */
const WORD_GAP = 0.17;
/** A gap in em that no word space has: columns, tabs, dates set to the right. */
const RUN_GAP = 1.1;

interface State {
  ctm: Matrix;
  font: PdfFont;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  /** 0–1. */
  alpha: number;
  clip: ClipBox;
}

const START: Omit<State, "ctm"> = {
  font: {},
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: "#000000",
  alpha: 1,
  clip: UNCLIPPED,
};

/**
 * Turns a page's drawing operators into text runs with font, weight, colour and place.
 * One pass over pdf.js's operator list gives all of it at once, where its text content would give no
 * weight and no colour. `viewport` maps to points with the origin at the top left.
 */
export function readTextRuns(
  pdfjs: PdfJs,
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  page: number,
  viewport: Matrix,
  fontOf: (id: string) => PdfFont,
): PaintedRun[] {
  const reader = new OperatorReader(page, viewport, fontOf);
  const { fnArray, argsArray } = operators;
  const actions = actionTable(pdfjs, reader);
  for (let i = 0; i < fnArray.length; i += 1) {
    actions.get(fnArray[i]!)?.((argsArray[i] ?? []) as never);
  }
  return reader.finish();
}

type Action = (args: never) => void;

function actionTable(pdfjs: PdfJs, r: OperatorReader): Map<number, Action> {
  const { OPS } = pdfjs;
  const table: [number, Action][] = [
    [OPS.save, () => r.save()],
    [OPS.restore, () => r.restore()],
    [OPS.transform, (m: Matrix) => r.transform(m)],
    [
      OPS.paintFormXObjectBegin,
      ([m, box]: [Matrix | null, ArrayLike<number> | null]) => r.beginForm(m, box),
    ],
    [OPS.paintFormXObjectEnd, () => r.restore()],
    [OPS.setGState, ([entries]: [readonly (readonly [string, unknown])[]]) => r.setGState(entries)],
    [OPS.clip, () => r.clipNext()],
    [OPS.eoClip, () => r.clipNext()],
    [OPS.endPath, () => r.endPath()],
    [OPS.setFillRGBColor, ([colour]: [string]) => r.setFill(colour)],
    // A pattern or a gradient has no one colour.
    [OPS.setFillColorN, () => r.setFill(UNKNOWN)],
    [OPS.shadingFill, () => r.paintOverClip()],
    [OPS.setCharSpacing, ([v]: [number]) => void (r.state.charSpacing = v)],
    [OPS.setWordSpacing, ([v]: [number]) => void (r.state.wordSpacing = v)],
    [OPS.setHScale, ([v]: [number]) => void (r.state.hScale = v / 100)],
    [OPS.setLeading, ([v]: [number]) => void (r.state.leading = -v)],
    [OPS.setTextRise, ([v]: [number]) => void (r.state.rise = v)],
    [OPS.setTextRenderingMode, ([v]: [number]) => void (r.state.mode = v)],
    [OPS.setFont, ([id, size]: [string, number]) => r.setFont(id, size)],
    [OPS.beginText, () => r.setTextMatrix([1, 0, 0, 1, 0, 0])],
    [OPS.setTextMatrix, (m: [Matrix] | Matrix) => r.setTextMatrix(flatMatrix(m))],
    [OPS.moveText, ([x, y]: [number, number]) => r.moveText(x, y)],
    [
      OPS.setLeadingMoveText,
      ([x, y]: [number, number]) => {
        r.state.leading = y;
        r.moveText(x, y);
      },
    ],
    [OPS.nextLine, () => r.moveText(0, r.state.leading)],
    [OPS.showText, ([glyphs]: [(Glyph | number)[]]) => r.showText(glyphs)],
    [
      OPS.constructPath,
      ([op, path, minMax]: [number, unknown, ArrayLike<number> | null]) =>
        r.takePath(op === OPS.fill || op === OPS.eoFill || op === OPS.fillStroke, path, minMax),
    ],
  ];
  return new Map(table);
}

/** pdf.js hands a text matrix either as six numbers or as one array of six. */
const flatMatrix = (m: [ArrayLike<number>] | Matrix): Matrix => {
  const six = typeof m[0] === "number" ? (m as Matrix) : (m[0] as ArrayLike<number>);
  return [six[0]!, six[1]!, six[2]!, six[3]!, six[4]!, six[5]!];
};

class OperatorReader {
  readonly runs: PaintedRun[] = [];
  state: State;
  readonly #stack: State[] = [];
  /** Of each save that isn't restored yet: whether nothing has been painted since. */
  readonly #isEmpty: boolean[] = [];
  readonly #page: number;
  readonly #viewport: Matrix;
  readonly #fontOf: (id: string) => PdfFont;
  readonly #painting: Painting = createPainting();
  /** How much was painted when each run was drawn. */
  readonly #paintedBefore: number[] = [];
  #clipsNext = false;
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  constructor(page: number, viewport: Matrix, fontOf: (id: string) => PdfFont) {
    this.#page = page;
    this.#viewport = viewport;
    this.#fontOf = fontOf;
    this.state = { ...START, ctm: [1, 0, 0, 1, 0, 0] };
  }
  save(): void {
    this.#stack.push({ ...this.state });
    this.#isEmpty.push(true);
  }
  restore(): void {
    const before = this.#stack.pop();
    if (this.#isEmpty.pop() && before && before.ctm !== this.state.ctm) this.#takePicture();
    if (before) this.state = before;
  }
  transform(m: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, m);
  }
  /** A gradient fills what the clip leaves. */
  paintOverClip(): void {
    this.#painting.paint({ ...this.state.clip, covers: false }, UNKNOWN);
  }
  /**
   * Pictures aren't decoded, and pdf.js leaves out the order to paint them: what remains of one is a
   * matrix between a save and a restore that paint nothing. It lies where the matrix puts the unit square.
   */
  #takePicture(): void {
    const m = multiply(this.#viewport, this.state.ctm);
    const [x1, y1] = apply(m, 0, 0);
    const [x2, y2] = apply(m, 1, 1);
    if (Math.abs(x2 - x1) < SMALLEST_PICTURE || Math.abs(y2 - y1) < SMALLEST_PICTURE) return;
    this.#painting.paint({ x1, y1, x2, y2, covers: false }, UNKNOWN);
  }
  beginForm(m: Matrix | null, box: ArrayLike<number> | null): void {
    this.save();
    if (m) this.transform(m);
    if (box && box.length >= 4) this.#clipTo(box);
  }
  setFill(colour: string): void {
    this.state.fill = typeof colour === "string" ? colour : "#000000";
  }
  setFont(id: string, size: number): void {
    this.state.font = this.#fontOf(id);
    this.state.fontSize = size;
  }
  setTextMatrix(m: Matrix): void {
    this.#textMatrix = m;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }
  moveText(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }
  setGState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [name, value] of entries)
      if (name === "ca" && typeof value === "number") this.state.alpha = value;
  }
  /** The next path clips what is drawn after it. */
  clipNext(): void {
    this.#clipsNext = true;
  }
  endPath(): void {
    this.#clipsNext = false;
  }
  takePath(fills: boolean, path: unknown, minMax: ArrayLike<number> | null): void {
    const clips = this.#clipsNext;
    this.#clipsNext = false;
    if ((!fills && !clips) || !minMax || minMax.length < 4) return;
    const m = multiply(this.#viewport, this.state.ctm);
    const [x1, y1] = apply(m, minMax[0]!, minMax[1]!);
    const [x2, y2] = apply(m, minMax[2]!, minMax[3]!);
    if (fills) {
      this.#isEmpty.fill(false);
      const isStraight = Math.abs(m[1]) + Math.abs(m[2]) < 1e-3;
      const covers = this.state.alpha > 0.95 && isStraight && isRectangle(path);
      this.#painting.paint({ x1, y1, x2, y2, covers }, this.state.fill);
    }
    if (clips) this.#clipTo(minMax);
  }
  /** Clips to a box in the units of the present matrix; turned, to the box around it. */
  #clipTo(box: ArrayLike<number>): void {
    const m = multiply(this.#viewport, this.state.ctm);
    const corners = [0, 2].flatMap((x) => [1, 3].map((y) => apply(m, box[x]!, box[y]!)));
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    this.state.clip = clipAgain(this.state.clip, {
      x1: Math.min(...xs),
      y1: Math.min(...ys),
      x2: Math.max(...xs),
      y2: Math.max(...ys),
    });
  }
  /** The runs, with those that were painted over afterwards known as invisible. */
  finish(): PaintedRun[] {
    return this.runs.map((run, i) =>
      run.invisible || !this.#painting.isCovered(run.box, this.#paintedBefore[i]!)
        ? run
        : { ...run, invisible: true },
    );
  }

  showText(glyphs: readonly (Glyph | number)[]): void {
    const s = this.state;
    const widthScale = (s.font.fontMatrix?.[0] ?? 0.001) * s.fontSize;
    let text = "";
    let start = this.#x;
    let end = this.#x;
    const flush = (): void => {
      if (text.trim()) this.#push(text, start, end);
      text = "";
    };
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        const gap = -glyph / 1000;
        this.#x += gap * s.fontSize * s.hScale;
        if (gap > RUN_GAP) flush();
        else if (gap > WORD_GAP && text && !text.endsWith(" ")) text += " ";
        continue;
      }
      // `isSpace` tells the byte 32, which subset fonts give to any letter; the meaning is in `unicode`.
      const space = /^\s$/.test(glyph.unicode) ? " " : glyph.unicode;
      if (!text) start = this.#x;
      // A space at the front only moves the run; the gap to the run before says that it is there.
      if (text || space.trim()) text += space;
      const advance =
        glyph.width * widthScale + s.charSpacing + (glyph.isSpace ? s.wordSpacing : 0);
      this.#x += advance * s.hScale;
      if (space.trim()) end = this.#x;
    }
    flush();
  }

  #push(raw: string, from: number, to: number): void {
    const s = this.state;
    const m = multiply(multiply(this.#viewport, s.ctm), this.#textMatrix);
    const [x1, y1] = apply(m, from, this.#y + s.rise);
    const [x2, y2] = apply(m, to, this.#y + s.rise);
    const fontSize = Math.abs(s.fontSize) * Math.hypot(m[2], m[3]);
    const angle = angleOf(x2 - x1, y2 - y1);
    const name = s.font.name ?? "";
    const text = wholeCharacters(raw.normalize("NFKC")).replace(/[\u0000-\u001f\u200b\ufeff]/g, "");
    if (!text.trim()) return;
    const icon = ICON_FONT.test(name) && text.trim().length <= 2 && !/[•●○◦▪■–-]/.test(text);
    const box = boxOf(x1, y1, x2, y2, fontSize, angle);
    this.#isEmpty.fill(false);
    this.#paintedBefore.push(this.#painting.count());
    this.runs.push({
      text: icon ? ICON : text.trimEnd(),
      page: this.#page,
      box,
      ...(angle ? { angle } : {}),
      fontSize,
      fontName: name,
      bold: Boolean(s.font.bold || s.font.black) || BOLD_NAME.test(name),
      italic: Boolean(s.font.italic) || ITALIC_NAME.test(name),
      ...(s.fill === UNKNOWN ? {} : { colour: s.fill }),
      invisible: s.mode === 3 || s.mode === 7 || s.alpha < 0.05 || isClippedAway(box, s.clip),
      behind: this.#painting.colourAt(box.x + box.width / 2, box.y + box.height / 2),
    });
  }
}
