import { entriesOf } from "../entries";
import { filled } from "../filled";

/** Skills as folders: a branch for each, a twig for what is in it. */
export function Tree() {
  return (
    <ul className="tree">
      {entriesOf("skills").map(({ title, of, keywords }, i) => (
        <li key={i}>
          {title && <span className="key">{title}</span>}{" "}
          {of && <span className="level">{of}</span>}
          {filled(keywords).length > 0 && (
            <ul>
              {filled(keywords).map((keyword, k) => (
                <li key={k}>{keyword}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
