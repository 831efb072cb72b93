import { Prose } from "../parts/Prose";
import { resume } from "../resume";

/** A summary up to this many characters is set large. */
const SHORT = 420;

export function About() {
  const summary = resume.basics?.summary ?? "";
  return (
    <div className={summary.length > SHORT ? "lead long" : "lead"}>
      <Prose text={summary} />
    </div>
  );
}
