import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Publications(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="entries">
        {filled(resume.publications).map((publication, i) => (
          <Entry
            key={i}
            title={publication.name}
            under={[publication.publisher]}
            on={publication.releaseDate}
            url={publication.url}
            summary={publication.summary}
          />
        ))}
      </ul>
    </Band>
  );
}
