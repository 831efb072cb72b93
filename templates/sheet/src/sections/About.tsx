import { textOf } from "../filled";
import { Prose } from "../parts/Prose";
import { resume } from "../resume";

/** A summary up to this many characters is set larger. */
const SHORT = 480;

export function About() {
  const summary = textOf(resume.basics?.summary);
  return (
    <div className={summary.length > SHORT ? "lead long" : "lead"}>
      <Prose text={summary} />
    </div>
  );
}
