import { filled } from "../filled";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { Run } from "../parts/Run";
import { resume } from "../resume";

export function Education() {
  return filled(resume.education).map((study, i) => {
    const { institution, url, startDate, endDate } = study;
    const degree = filled([study.studyType, study.area]).join(", ");
    const school = (institution || url) && <Link url={url} text={institution} />;
    return (
      <Entry
        key={i}
        aside={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
        title={degree || school}
        of={degree && school}
        note={study.score}
      >
        <Run items={study.courses} />
      </Entry>
    );
  });
}
