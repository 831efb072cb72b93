import { filled } from "../filled";
import { resume } from "../resume";

/** Skills as a list of contents: dotted leaders run from the name to the level. */
export function Ledger() {
  return (
    <ul className="ledger">
      {filled(resume.skills).map(({ name, level, keywords }, i) => (
        <li key={i}>
          {(name || level) && (
            <p className={level ? "leader" : undefined}>
              {name && <span className="title">{name}</span>}
              {level && <span className="of">{level}</span>}
            </p>
          )}
          {filled(keywords).length > 0 && <p className="small">{filled(keywords).join(", ")}</p>}
        </li>
      ))}
    </ul>
  );
}
