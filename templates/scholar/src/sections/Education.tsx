import { comma } from "../comma";
import { content } from "../content";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { Run } from "../parts/Run";

export function Education() {
  return content.education?.map((study, index) => {
    const { institution, url, startDate, endDate, studyType, area } = study;
    const degree = [studyType, area].filter(Boolean).join(comma);
    const school = (institution || url) && <Link url={url} text={institution} />;
    return (
      <Entry
        key={index}
        id={`education-${index + 1}`}
        title={degree || school}
        of={degree && school}
        when={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
        notes={[study.score]}
      >
        <Run items={study.courses} />
      </Entry>
    );
  });
}
