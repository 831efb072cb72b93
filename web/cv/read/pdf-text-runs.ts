import type { PdfJs } from "./pdf-engine.ts";
import type { Matrix } from "./pdf-geometry.ts";
import {
  OperatorReader,
  UNKNOWN,
  type Glyph,
  type PaintedRun,
  type PdfFont,
} from "./pdf-operator-reader.ts";

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
