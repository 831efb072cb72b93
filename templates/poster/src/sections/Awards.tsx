import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Awards(props: BandProps) {
  return (
    <Band {...props} half>
      <ul className="entries">
        {filled(resume.awards).map((award, i) => (
          <Entry
            key={i}
            title={award.title}
            under={[award.awarder]}
            on={award.date}
            summary={award.summary}
          />
        ))}
      </ul>
    </Band>
  );
}
