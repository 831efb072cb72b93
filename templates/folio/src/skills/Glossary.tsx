import { filled } from "../filled";
import { Run } from "../parts/Run";
import { resume } from "../resume";

/** Skills as the back of a book has its terms: in columns, each with its level and what belongs to it. */
export function Glossary() {
  return (
    <ul className="glossary">
      {filled(resume.skills).map(({ name, level, keywords }, i) => (
        <li key={i}>
          {name && <h3>{name}</h3>}
          {level && <p className="degree">{level}</p>}
          <Run items={keywords} />
        </li>
      ))}
    </ul>
  );
}
