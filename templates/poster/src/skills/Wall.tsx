import { filled, isFilled } from "../filled";
import { resume } from "../resume";
import { Tags } from "../sections/Entry";
import { usesOf } from "./uses-of";

/** Named by so many entries or more, a skill is as large as they come. */
const LARGEST = 3;

/** A wall of words: the more of the page’s entries name a skill, the larger it stands. */
export function Wall() {
  return (
    <ul className="wall">
      {filled(resume.skills).map((skill, i) => (
        <li key={i} data-size={Math.min(usesOf(skill), LARGEST)}>
          {skill.name && <h3>{skill.name}</h3>}
          {isFilled([skill.level, skill.keywords]) && (
            <div className="wall-note">
              {skill.level && <p className="under">{skill.level}</p>}
              <Tags items={skill.keywords} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
