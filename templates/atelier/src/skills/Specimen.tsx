import type { CSSProperties } from "react";
import { filled, isFilled, textOf } from "../filled";
import { Run } from "../parts/Run";
import { resume } from "../resume";
import { levelWeight } from "./level-weight";

/** More are set in a smaller size. */
const FEW = 14;

/** The skills as a type specimen: the better, the bolder. */
export function Specimen() {
  const skills = filled(resume.skills);
  return (
    <ul className={skills.length > FEW ? "specimen many" : "specimen"}>
      {skills.map(({ name, level, keywords }, i) => (
        <li key={i} style={{ "--weight": levelWeight(textOf(level)) } as CSSProperties}>
          {isFilled(name) && <h3>{name}</h3>}
          {isFilled(level) && <p className="level">{level}</p>}
          <Run items={keywords} />
        </li>
      ))}
    </ul>
  );
}
