import { Picture } from "../projects/Picture";
import { pieces } from "../projects/pieces";
import { filled, textOf } from "../filled";
import { resume } from "../resume";
import { shown } from "../shown";

/** As many as are read rather than looked past. */
const MOST = 14;

/** Every piece by its name, which opens it; the work where there are no pieces. */
export function List() {
  if (pieces.length === 0) return <Employers />;
  return (
    <ul className="list">
      {pieces.slice(0, MOST).map((piece) => (
        <li key={piece.id}>
          {piece.hasRoom ? (
            <button type="button" popoverTarget={piece.id}>
              {piece.title}
            </button>
          ) : (
            <span>{piece.title}</span>
          )}
          {piece.years && <span className="years">{piece.years}</span>}
          <div className="glimpse" aria-hidden="true">
            <Picture piece={piece} width={400} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Employers() {
  const isShown = shown.some(({ id }) => id === "work");
  const names = filled(resume.work).map(({ name, position }) => textOf(name) || textOf(position));
  const said = [...new Set(filled(names))].slice(0, MOST);
  if (!isShown || said.length === 0) return null;
  return (
    <ul className="list">
      {said.map((name) => (
        <li key={name}>
          <a href="#work">{name}</a>
        </li>
      ))}
    </ul>
  );
}
