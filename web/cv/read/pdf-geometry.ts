import type { TextRun } from "../../../shared/cv-document.ts";

/** A 2 × 3 affine matrix as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** A point through a matrix. */
export const apply = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The turn, in degrees against the clock, of a text that runs by (dx, dy) with y downwards. */
export function angleOf(dx: number, dy: number): 0 | 90 | 180 | 270 {
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? 180 : 0;
  return dy < 0 ? 90 : 270;
}

/** The box of a text from its base line, 0.8 of its size above it and 0.2 below, whichever way it is turned. */
export function boxOf(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  size: number,
  angle: 0 | 90 | 180 | 270,
): TextRun["box"] {
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  const length = Math.abs(angle % 180 === 0 ? x2 - x1 : y2 - y1);
  if (angle === 0) return { x, y: y1 - size * 0.8, width: length, height: size };
  if (angle === 180) return { x, y: y1 - size * 0.2, width: length, height: size };
  if (angle === 90) return { x: x1 - size * 0.8, y, width: size, height: length };
  return { x: x1 - size * 0.2, y, width: size, height: length };
}

/** Whether a path is four straight sides: the moves and lines of one rectangle, and nothing else. */
export function isRectangle(path: unknown): boolean {
  const ops = (Array.isArray(path) ? path[0] : path) as ArrayLike<number> | null | undefined;
  if (!ops || typeof ops.length !== "number" || ops.length < 12 || ops.length > 16) return false;
  const points: [number, number][] = [];
  for (let i = 0; i < ops.length;) {
    const op = ops[i]!;
    if (op === CLOSE) i += 1;
    else if ((op === MOVE && i === 0) || op === LINE) {
      points.push([ops[i + 1]!, ops[i + 2]!]);
      i += 3;
    } else return false;
  }
  const distinct = (at: 0 | 1): number => new Set(points.map((point) => point[at])).size;
  return points.length >= 4 && distinct(0) === 2 && distinct(1) === 2;
}

/** pdf.js's marks in a path: a move, a line, an end. */
const [MOVE, LINE, CLOSE] = [0, 1, 4];
