import { FitText } from "../fit/FitText";
import { HeroLines } from "./HeroLines";
import { heading } from "./heading";

const WIDE = { height: 400, tallest: 560, gap: 22, longest: 22 };
const NARROW = { height: 900, tallest: 1150, gap: 44, longest: 8 };

/** The poster itself: the name as large as it goes, or what stands in for a name. */
export function FullName() {
  return (
    <header className="hero">
      <HeroLines />
      <h1>
        <FitText text={heading.name} wide={WIDE} narrow={NARROW} />
      </h1>
    </header>
  );
}
