import { content } from "../content";
import { Run } from "../parts/Run";

/** Skills as short lists side by side, each under its name. */
export function Tags() {
  return (
    <ul className="skill-tags">
      {(content.skills ?? []).map(({ name, level, keywords }, i) => (
        <li key={i}>
          {name && <h3>{name}</h3>}
          {level && <p className="level">{level}</p>}
          <Run items={keywords} />
        </li>
      ))}
    </ul>
  );
}
