import { filled } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Work() {
  const work = filled(resume.work);
  return (
    <Branch>
      {work.map((job, index) => (
        <Entry
          key={index}
          hash={hash("work", job.name, job.startDate, `${work.length - index}`)}
          start={job.startDate}
          end={job.endDate}
          titles={[job.position, job.name]}
          texts={[job.summary]}
          lines={job.highlights}
          url={job.url}
          facts={[job.location, job.description]}
        />
      ))}
    </Branch>
  );
}
