import { Fragment } from "react";
import { FitText } from "../fit/FitText";
import { HeroLines } from "./HeroLines";
import { heading } from "./heading";

const WIDE = { height: 190, tallest: 215, gap: 20, longest: 22 };
const NARROW = { height: 330, tallest: 460, gap: 40, longest: 9 };

/** More blocks than these are too low to be read from across the street. */
const MOST = 4;
/** Words no longer than this, as “de” and “J.”, share a block with the next. */
const SHORT = 2;

/** The name in parts, a block for each. */
function partsOf(name: string): string[] {
  const parts: string[] = [];
  let before = "";
  for (const word of name.split(/\s+/)) {
    const part = before ? `${before} ${word}` : word;
    before = [...word].length <= SHORT ? part : "";
    if (!before) parts.push(part);
  }
  if (before) parts.push(before);
  return [...parts.slice(0, MOST - 1), ...[parts.slice(MOST - 1).join(" ")].filter(Boolean)];
}

/** A flag of the name: each word of it a block of colour; they slide apart as one scrolls on. */
export function Blocks() {
  return (
    <header className="flag">
      <h1>
        {partsOf(heading.name).map((part, index) => (
          <Fragment key={index}>
            {index > 0 && " "}
            <span className="flag-block">
              <FitText text={part} wide={WIDE} narrow={NARROW} />
            </span>
          </Fragment>
        ))}
      </h1>
      <HeroLines />
    </header>
  );
}
