import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Publications() {
  return (
    <ul className="entries">
      {filled(resume.publications).map(({ name, publisher, releaseDate, summary, url }, i) => (
        <Entry
          key={i}
          title={name}
          under={[publisher]}
          end={releaseDate}
          summary={summary}
          url={url}
        />
      ))}
    </ul>
  );
}
