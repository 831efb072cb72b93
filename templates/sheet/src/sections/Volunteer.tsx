import { filled } from "../filled";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { resume } from "../resume";

export function Volunteer() {
  return filled(resume.volunteer).map((duty, i) => {
    const { organization, position, url, startDate, endDate } = duty;
    const where = (organization || url) && <Link url={url} text={organization} />;
    return (
      <Entry
        key={i}
        aside={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
        title={position || where}
        of={position && where}
        text={duty.summary}
        points={duty.highlights}
      />
    );
  });
}
