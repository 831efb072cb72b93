import { filled } from "../filled";
import { listOf } from "../list";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Education() {
  return (
    <ul className="entries">
      {filled(resume.education).map((study, i) => {
        const degree = listOf([study.studyType, study.area]);
        return (
          <Entry
            key={i}
            title={degree || study.institution}
            under={[degree ? study.institution : undefined, study.score]}
            start={study.startDate}
            end={study.endDate}
            items={study.courses}
            url={study.url}
          />
        );
      })}
    </ul>
  );
}
