import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Volunteer(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="entries">
        {filled(resume.volunteer).map((post, i) => (
          <Entry
            key={i}
            title={post.position || post.organization}
            under={[post.position ? post.organization : undefined]}
            start={post.startDate}
            end={post.endDate}
            url={post.url}
            summary={post.summary}
            highlights={post.highlights}
          />
        ))}
      </ul>
    </Band>
  );
}
