import { filled, isFilled } from "../filled";
import { Run } from "../parts/Run";
import { resume } from "../resume";

export function Interests() {
  return (
    <ul className="rows">
      {filled(resume.interests).map(({ name, keywords }, i) => (
        <li key={i}>
          {isFilled(name) && <h3>{name}</h3>}
          <Run items={keywords} />
        </li>
      ))}
    </ul>
  );
}
