import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Work() {
  return (
    <ul className="entries">
      {filled(resume.work).map((job, i) => (
        <Entry
          key={i}
          title={job.position || job.name}
          under={[job.position ? job.name : undefined, job.location]}
          start={job.startDate}
          end={job.endDate}
          summary={job.summary}
          points={job.highlights}
          url={job.url}
        >
          {job.description && <p className="about-firm">{job.description}</p>}
        </Entry>
      ))}
    </ul>
  );
}
