import { filled } from "../filled";
import { Day } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Awards() {
  return filled(resume.awards).map(({ title, date, awarder, summary }, i) => (
    <Entry key={i} aside={date && <Day date={date} />} title={title} of={awarder} text={summary} />
  ));
}
