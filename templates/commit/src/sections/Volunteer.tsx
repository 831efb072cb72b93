import { filled } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Volunteer() {
  const volunteer = filled(resume.volunteer);
  return (
    <Branch>
      {volunteer.map((post, index) => (
        <Entry
          key={index}
          hash={hash("volunteer", post.organization, post.startDate, `${volunteer.length - index}`)}
          start={post.startDate}
          end={post.endDate}
          titles={[post.position, post.organization]}
          texts={[post.summary]}
          lines={post.highlights}
          url={post.url}
        />
      ))}
    </Branch>
  );
}
