import { content } from "../content";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Grouped } from "../parts/Grouped";
import { Link } from "../parts/Link";
import type { Work as Job } from "../resume";
import { scholarWords } from "../scholar-words";
import { isTeaching } from "./rules";

export function Work() {
  return (
    <Grouped
      items={content.work ?? []}
      apart={isTeaching}
      heading={scholarWords.teaching}
      show={show}
    />
  );
}

function show(job: Job, index: number, isNested: boolean) {
  const { name, position, url, startDate, endDate } = job;
  const firm = (name || url) && <Link url={url} text={name} />;
  return (
    <Entry
      key={index}
      id={`work-${index + 1}`}
      isNested={isNested}
      title={position || firm}
      of={position && firm}
      when={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
      notes={[job.location, job.description]}
      text={job.summary}
      points={job.highlights}
    />
  );
}
