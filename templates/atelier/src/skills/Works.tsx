import { filled, isFilled } from "../filled";
import { galleryWords } from "../gallery-words";
import { Run } from "../parts/Run";
import { Picture } from "../projects/Picture";
import type { Piece } from "../projects/pieces";
import { resume } from "../resume";
import { seenIn } from "./seen-in";

/** Small pictures beside a skill that still read as pictures. */
const MOST = 6;

/** Each skill with the pieces that it was used in, which open from here. */
export function Works() {
  return (
    <ul className="skill-rows">
      {filled(resume.skills).map((skill, i) => (
        <li key={i}>
          <div className="skill">
            {isFilled(skill.name) && <h3>{skill.name}</h3>}
            {isFilled(skill.level) && <p className="level">{skill.level}</p>}
          </div>
          <Run items={skill.keywords} />
          <Seen pieces={seenIn(skill).filter(({ hasRoom }) => hasRoom)} />
        </li>
      ))}
    </ul>
  );
}

function Seen({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0) return null;
  return (
    <ul className="seen">
      {pieces.slice(0, MOST).map((piece) => (
        <li key={piece.id}>
          <button type="button" popoverTarget={piece.id} title={piece.title}>
            <Picture piece={piece} width={400} />
            <span className="unseen">
              {galleryWords.seenIn} {piece.title}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
