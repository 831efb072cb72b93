import { content } from "../content";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Grouped } from "../parts/Grouped";
import { Link } from "../parts/Link";
import type { Volunteer as Duty } from "../resume";
import { scholarWords } from "../scholar-words";
import { isTeaching } from "./rules";

export function Volunteer() {
  return (
    <Grouped
      items={content.volunteer ?? []}
      apart={isTeaching}
      heading={scholarWords.teaching}
      show={show}
    />
  );
}

function show(duty: Duty, index: number, isNested: boolean) {
  const { organization, position, url, startDate, endDate } = duty;
  const where = (organization || url) && <Link url={url} text={organization} />;
  return (
    <Entry
      key={index}
      id={`volunteer-${index + 1}`}
      isNested={isNested}
      title={position || where}
      of={position && where}
      when={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
      text={duty.summary}
      points={duty.highlights}
    />
  );
}
