import { filled } from "../filled";
import { listOf } from "../list";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Education(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="entries">
        {filled(resume.education).map((course, i) => {
          const title = listOf([course.studyType, course.area]);
          return (
            <Entry
              key={i}
              title={title || course.institution}
              under={[title ? course.institution : undefined, course.score]}
              start={course.startDate}
              end={course.endDate}
              url={course.url}
              tags={course.courses}
            />
          );
        })}
      </ul>
    </Band>
  );
}
