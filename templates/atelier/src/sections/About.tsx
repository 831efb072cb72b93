import { textOf } from "../filled";
import { Prose } from "../parts/Prose";
import { resume } from "../resume";

/** A summary up to this many characters is set larger. */
const SHORT = 380;

export function About() {
  const summary = textOf(resume.basics?.summary);
  return (
    <div className={summary.length > SHORT ? "summary long" : "summary"}>
      <Prose text={summary} />
    </div>
  );
}
