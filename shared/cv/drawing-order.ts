import { isDatesOnly, isDuration } from "./fields/dates.ts";
import { headingKind } from "./heading-words.ts";
import { textOf, type Part } from "./line.ts";
import type { Row } from "./rows.ts";

/**
 * A grid inside a column (skills in three columns, bullets in two) is drawn column by column: rows whose
 * drawing interlocks are read as drawn, unless that order jumps about, as in a file put together anyhow.
 */
export function inDrawingOrder(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const block = [rows[i]!];
    let last = lastOrder(rows[i]!);
    for (let more = interlocked(rows, i, last); more > 0; more = interlocked(rows, i, last)) {
      block.push(...rows.slice(i + 1, i + more + 1));
      i += more;
      last = Math.max(...block.map(lastOrder));
    }
    const drawn = block.length > 1 && block.some(isDivided) ? readAsDrawn(block) : null;
    result.push(...(drawn ?? block));
  }
  return result;
}

const lastOrder = (row: Row): number => Math.max(...row.parts.map((part) => part.order));

const isDivided = (row: Row): boolean =>
  row.parts.some((part) => part.apart && part.text.trim().length > 1);

/** A heading over a grid is drawn last where the layout lifts it; it stands first all the same. */
const isHeading = (row: Row): boolean =>
  !row.parts.some((part) => part.apart) && headingKind(textOf(row.parts)) !== null;

/** Rows that may lie between two whose drawing interlocks: a cell of theirs wraps. */
const ROWS_BETWEEN = 3;

/** How many of the rows after one belong to its grid: up to the next that was drawn before its end. */
function interlocked(rows: readonly Row[], at: number, last: number): number {
  for (let more = 1; more <= ROWS_BETWEEN && at + more < rows.length; more += 1) {
    if (!rows[at + more]!.parts.some((part) => part.order < last)) continue;
    // Looked at last, since few rows come so far.
    const between = rows.slice(at + 1, at + more);
    const reads = isHeading(rows[at]!) || rows.slice(at, at + more + 1).some(holdsDates);
    return reads || between.some(isHeading) ? 0 : more;
  }
  return 0;
}

/** A date beside what it dates is read across, whenever it was drawn. */
const holdsDates = (row: Row): boolean =>
  row.parts.some((part) => isDatesOnly(part.text) || isDuration(part.text));

interface Cell {
  readonly row: Row;
  readonly parts: readonly Part[];
}

/** Within one column nobody reads upwards, whatever was drawn first. */
function isOverRead(cell: Cell, read: readonly Cell[]): boolean {
  const edges = ({ parts }: Cell): readonly [number, number] => [parts[0]!.x, parts.at(-1)!.right];
  const [left, right] = edges(cell);
  return read.some((other) => {
    if (other.row.baseline <= cell.row.baseline + 2) return false;
    const [from, to] = edges(other);
    return Math.min(right, to) - Math.max(left, from) > 0.5 * Math.min(right - left, to - from);
  });
}

function readAsDrawn(block: readonly Row[]): Row[] | null {
  const cells = block
    .flatMap((row) => {
      const found: (Cell & { parts: Part[] })[] = [];
      for (const part of row.parts) {
        const last = found.at(-1);
        if (last && !part.apart) last.parts.push(part);
        else found.push({ row, parts: [{ ...part, apart: false }] });
      }
      return found;
    })
    .toSorted((a, b) => a.parts[0]!.order - b.parts[0]!.order);
  const upwards = cells.filter(
    ({ row }, i) => i > 0 && row.baseline < cells[i - 1]!.row.baseline - 2,
  ).length;
  if (upwards > cells.length / 3 || cells.some((cell, i) => isOverRead(cell, cells.slice(0, i))))
    return null;
  return cells.map(({ row, parts }) => ({ ...row, parts }));
}
