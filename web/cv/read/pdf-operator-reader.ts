import type { TextRun } from "../../../shared/cv-document.ts";
import { clipAgain, isClippedAway, UNCLIPPED, type ClipBox } from "./pdf-clip.ts";
import { angleOf, apply, boxOf, isRectangle, multiply, type Matrix } from "./pdf-geometry.ts";
import { createPainting, type Painting } from "./pdf-painting.ts";
import { wholeCharacters } from "./whole-characters.ts";
export interface PdfFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

export interface Glyph {
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

/** Carries out a page's drawing operators, keeping the graphics state, and collects the text. */
export class OperatorReader {
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
