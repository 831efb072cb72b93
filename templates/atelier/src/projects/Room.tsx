import { textOf } from "../filled";
import { galleryWords } from "../gallery-words";
import { listOf } from "../list";
import { Dates } from "../parts/Dates";
import { Out } from "../parts/Out";
import { Points } from "../parts/Points";
import { Prose } from "../parts/Prose";
import { Run } from "../parts/Run";
import { Picture } from "./Picture";
import type { Piece } from "./pieces";

/**
 * A piece seen alone, large, with the lights down. A popover: the browser opens it, Escape closes it,
 * and nothing of it is lost where a browser knows no popovers.
 */
export function Room({ piece }: { piece: Piece }) {
  const { id, project, title, pictures } = piece;
  const others = pictures.slice(1);
  return (
    <section className="room" id={id} popover="auto" aria-labelledby={`${id}-title`}>
      <div className="room-picture">
        <Picture piece={piece} width={1200} isTold />
      </div>
      <div className="room-text">
        <p className="room-title" id={`${id}-title`}>
          {title}
        </p>
        <Facts piece={piece} />
        <div className="room-story">
          <Prose text={textOf(project.description)} />
          <Points points={project.highlights} />
        </div>
        <Run items={project.keywords} />
        <Out url={project.url} />
      </div>
      {others.length > 0 && (
        <div className="room-picture">
          {others.map((address) => (
            <img key={address} src={address} alt="" loading="lazy" decoding="async" />
          ))}
        </div>
      )}
      <button className="close" type="button" popoverTarget={id} popoverTargetAction="hide">
        {galleryWords.close}
      </button>
    </section>
  );
}

/** What it is, for whom, as what, when. */
function Facts({ piece: { project, title } }: { piece: Piece }) {
  const { startDate, endDate } = project;
  const facts = [project.type, project.entity].map(textOf).filter((fact) => fact !== title);
  const roles = listOf(Array.isArray(project.roles) ? project.roles : []);
  return (
    <div className="facts">
      {facts.map((fact) => fact && <p key={fact}>{fact}</p>)}
      {roles && <p>{roles}</p>}
      <Dates start={startDate} end={endDate} />
    </div>
  );
}
