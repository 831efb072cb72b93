import { findDates, isDatesOnly, isPresentAlone } from "./fields/dates.ts";
import type { Part } from "./line.ts";
import type { Row } from "./rows.ts";

/**
 * A date range in a narrow left gutter wraps: “2018/09–” beside the title and “2021/06” beside the
 * next line. Puts the halves together on the first row.
 */
export function mendGutterDates(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (const row of rows) {
    const above = result.at(-1);
    const joined = above && wrappedDate(above, row);
    if (!above || !joined) {
      result.push(row);
      continue;
    }
    const [first, ...others] = above.parts;
    result[result.length - 1] = {
      ...above,
      parts: [{ ...first!, text: joined.text }, ...others],
    };
    if (joined.rest.length) result.push({ ...row, parts: joined.rest });
  }
  return result;
}

function wrappedDate(above: Row, row: Row): { text: string; rest: Part[] } | null {
  const [first, second] = above.parts;
  const [part, next] = row.parts;
  if (!first || !part || !second?.apart) return null;
  if (next ? !next.apart : part.right > second.x) return null;
  if (part.x >= second.x) return null;
  const open = /[-–—至到]\s*(?:至)?\s*$/.test(first.text) && findDates(first.text) !== null;
  const halfDone = open || !isDatesOnly(first.text);
  const rest = part.text.trim();
  if (!halfDone || !(isDatesOnly(rest) || isPresentAlone(rest) || rest === "今")) return null;
  const text = `${first.text.trim()}${open ? "" : " "}${rest}`;
  if (!isDatesOnly(text)) return null;
  return { text, rest: row.parts.slice(1).map((p, i) => (i === 0 ? { ...p, apart: false } : p)) };
}
