import { entriesOf } from "../entries";
import { Keywords } from "../parts/EntryView";

/** Skills as `ls -l` lists files: what it is, what is in it, and the level. */
export function Table() {
  return (
    <ul className="skill-table">
      {entriesOf("skills").map(({ title, of, keywords }, i) => (
        <li key={i}>
          {title && <span className="key">{title}</span>}
          <Keywords items={keywords} />
          {of && <span className="level">{of}</span>}
        </li>
      ))}
    </ul>
  );
}
