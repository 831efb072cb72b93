import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Work(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="entries">
        {filled(resume.work).map((job, i) => (
          <Entry
            key={i}
            title={job.position || job.name}
            under={[job.position ? job.name : undefined, job.location]}
            start={job.startDate}
            end={job.endDate}
            url={job.url}
            summary={job.summary}
            highlights={job.highlights}
          >
            {job.description && <p className="about-firm">{job.description}</p>}
          </Entry>
        ))}
      </ul>
    </Band>
  );
}
