import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Tags } from "./Entry";

export function Skills(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="columns">
        {filled(resume.skills).map((skill, i) => (
          <li key={i}>
            {skill.name && <h3>{skill.name}</h3>}
            {skill.level && <p className="under">{skill.level}</p>}
            <Tags items={skill.keywords} />
          </li>
        ))}
      </ul>
    </Band>
  );
}
