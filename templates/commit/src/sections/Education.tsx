import { filled, joined } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Education() {
  const education = filled(resume.education);
  return (
    <Branch>
      {education.map((study, index) => (
        <Entry
          key={index}
          hash={hash(
            "education",
            study.institution,
            study.startDate,
            `${education.length - index}`,
          )}
          start={study.startDate}
          end={study.endDate}
          titles={[joined(", ", study.studyType, study.area), study.institution]}
          url={study.url}
          facts={[study.score]}
          lines={study.courses}
        />
      ))}
    </Branch>
  );
}
