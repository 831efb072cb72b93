import { filled } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Awards() {
  const awards = filled(resume.awards);
  return (
    <Branch>
      {awards.map((award, index) => (
        <Entry
          key={index}
          hash={hash("awards", award.title, award.date, `${awards.length - index}`)}
          date={award.date}
          titles={[award.title, award.awarder]}
          texts={[award.summary]}
        />
      ))}
    </Branch>
  );
}
