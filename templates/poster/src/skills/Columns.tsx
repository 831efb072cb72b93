import { filled } from "../filled";
import { resume } from "../resume";
import { Tags } from "../sections/Entry";

/** Skills side by side, each under a rule. */
export function Columns() {
  return (
    <ul className="columns">
      {filled(resume.skills).map((skill, i) => (
        <li key={i}>
          {skill.name && <h3>{skill.name}</h3>}
          {skill.level && <p className="under">{skill.level}</p>}
          <Tags items={skill.keywords} />
        </li>
      ))}
    </ul>
  );
}
