import type { CSSProperties } from "react";
import { comma } from "../comma";
import { scholarWords } from "../scholar-words";
import { words } from "../words";
import { MARKS, recordYears, type Mark } from "./record";

const NAMES: Record<Mark, string> = {
  publications: words.publications,
  talks: scholarWords.talk,
  awards: words.awards,
};

/** The first year and the last, and every fifth that stands clear of them. */
const isNamed = (year: number, first: number, last: number) =>
  year === first || year === last || (year % 5 === 0 && year - first > 2 && last - year > 2);

/** A mark for each publication, talk and award over its year. The same is said in words below. */
export function Record() {
  const years = recordYears();
  const [first, last] = [years[0]?.year, years[years.length - 1]?.year];
  if (!first || !last) return null;
  const there = MARKS.filter((mark) => years.some(({ marks }) => marks.includes(mark)));
  const label = `${there.map((mark) => NAMES[mark]).join(comma)}: ${first}–${last}`;
  return (
    <figure className="record" aria-label={label}>
      <div className="plot" aria-hidden="true" dir="ltr">
        {years.map(({ year, marks }, at) => (
          <div key={year} className="column" style={{ "--at": at } as CSSProperties}>
            {marks.map((mark, i) => (
              <i key={i} className={`${mark}-mark`} />
            ))}
            <b>{isNamed(year, first, last) && year}</b>
          </div>
        ))}
      </div>
      <figcaption>
        {there.map((mark) => (
          <span key={mark}>
            <i className={`${mark}-mark`} /> {NAMES[mark]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
