import { filled } from "../filled";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { resume } from "../resume";

export function Work() {
  return filled(resume.work).map((job, i) => {
    const { name, position, url, location, description } = job;
    const firm = (name || url) && <Link url={url} text={name} />;
    return (
      <Entry
        key={i}
        aside={(job.startDate || job.endDate) && <Dates start={job.startDate} end={job.endDate} />}
        title={position || firm}
        of={position && firm}
        note={filled([description, location]).join("\u2002·\u2002")}
        text={job.summary}
        points={job.highlights}
      />
    );
  });
}
