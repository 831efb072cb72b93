import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Volunteer() {
  return (
    <ul className="entries">
      {filled(resume.volunteer).map((post, i) => (
        <Entry
          key={i}
          title={post.position || post.organization}
          under={[post.position ? post.organization : undefined]}
          start={post.startDate}
          end={post.endDate}
          summary={post.summary}
          points={post.highlights}
          url={post.url}
        />
      ))}
    </ul>
  );
}
