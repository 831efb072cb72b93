import type { CSSProperties } from "react";
import { axis, shareOf, yearsOn } from "../time/axis";
import { words } from "../words";
import { drawBranches, WIDTH } from "./branches";

const MOST_YEARS = 12;
/** Up to here a year leaves room for the word at the end of the line. */
const CLEAR_OF_END = 0.91;
const CLEAR_ON_TABLETS = 0.82;
const CLEAR_ON_PHONES = 0.6;

const nearness = (at: number) =>
  at > CLEAR_ON_TABLETS ? "late" : at > CLEAR_ON_PHONES ? "rather-late" : undefined;

const years = (axis ? yearsOn(axis, MOST_YEARS) : [])
  .map((year) => ({ year, at: shareOf(year, axis!) }))
  .filter(({ at }) => at <= CLEAR_OF_END);

/** The whole line across the page, for the eye; a plain line where nothing has a date. */
export function Branches() {
  const { height, trunk, branches } = axis
    ? drawBranches(axis)
    : { height: 28, trunk: 14, branches: [] };
  return (
    <div className={axis ? "branches" : "branches plain"} aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" style={{ height }}>
        <path className="trunk" d={`M0 ${trunk}H${WIDTH}`} />
        {branches.map(
          ({ id, kind, stem }) => stem && <path key={id} d={stem} className={`stem of-${kind}`} />,
        )}
        {branches.map(({ id, kind, d, isMoment }) => (
          <path key={id} d={d} className={`branch of-${kind}${isMoment ? " moment" : ""}`} />
        ))}
      </svg>
      {axis && (
        <p className="years">
          {years.map(({ year, at }) => (
            <span key={year} className={nearness(at)} style={{ "--at": at } as CSSProperties}>
              {year}
            </span>
          ))}
          {axis.isOpen && <span className="now">{words.present}</span>}
        </p>
      )}
    </div>
  );
}
