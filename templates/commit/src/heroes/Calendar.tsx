import type { CSSProperties } from "react";
import { calendarYears } from "./months";

/** The most that has a colour of its own; more going on at once looks the same. */
const STRONGEST = 3;

/** A working life as a calendar of contributions: a column a year, a square a month. */
export function Calendar() {
  const years = calendarYears();
  const [first, last] = [years[0], years[years.length - 1]];
  if (!first || !last) return null;
  const squares = (level: number) =>
    years
      .flatMap(({ months }, column) =>
        months.flatMap((count, row) =>
          Math.min(count, STRONGEST) === level ? [`M${column * 12} ${row * 12}h10v10h-10z`] : [],
        ),
      )
      .join("");
  return (
    <figure className="calendar in-body" style={{ "--years": years.length } as CSSProperties}>
      <svg viewBox={`0 0 ${years.length * 12 - 2} 142`} aria-hidden>
        {Array.from({ length: STRONGEST + 1 }, (_, level) => (
          <path key={level} className={`level-${level}`} d={squares(level)} />
        ))}
      </svg>
      <figcaption className="meta text-muted">
        <span>{first.year}</span>
        <span>{last.year}</span>
      </figcaption>
    </figure>
  );
}
