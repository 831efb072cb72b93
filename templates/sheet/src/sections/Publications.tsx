import { filled } from "../filled";
import { Day } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { resume } from "../resume";

export function Publications() {
  return filled(resume.publications).map(({ name, publisher, releaseDate, url, summary }, i) => (
    <Entry
      key={i}
      aside={releaseDate && <Day date={releaseDate} />}
      title={
        (name || url) && (
          <cite>
            <Link url={url} text={name} />
          </cite>
        )
      }
      of={publisher}
      text={summary}
    />
  ));
}
