import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Awards() {
  return (
    <ul className="entries">
      {filled(resume.awards).map(({ title, awarder, date, summary }, i) => (
        <Entry key={i} title={title} under={[awarder]} end={date} summary={summary} />
      ))}
    </ul>
  );
}
