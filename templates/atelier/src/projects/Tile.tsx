import type { CSSProperties } from "react";
import { textOf } from "../filled";
import { Dates } from "../parts/Dates";
import { filters } from "./filters";
import { Picture } from "./Picture";
import type { Piece } from "./pieces";
import { Room } from "./Room";

interface Props {
  piece: Piece;
  /** Whether it hangs where a reader looks first. */
  isFirst: boolean;
}

/** A piece on the wall: its picture, and the smallest of labels. */
export function Tile({ piece, isFirst }: Props) {
  const { id, project, title, years, ratio, hasRoom } = piece;
  const entity = textOf(project.entity);
  const within = filters.flatMap(({ ids }, i) => (ids.has(id) ? [i + 1] : []));
  return (
    <li
      className="tile"
      data-in={within.join(" ") || undefined}
      style={{ "--ratio": ratio } as CSSProperties}
    >
      <article>
        <div className="label">
          <h3>
            {hasRoom ? (
              <button type="button" popoverTarget={id}>
                {title}
              </button>
            ) : (
              title
            )}
          </h3>
          {entity && entity !== title && <p>{entity}</p>}
          {hasRoom
            ? years && <p className="years">{years}</p>
            : years && <Dates start={project.startDate} end={project.endDate} />}
        </div>
        <div className="frame">
          <Picture piece={piece} width={800} isFirst={isFirst} />
        </div>
        {hasRoom && <Room piece={piece} />}
      </article>
    </li>
  );
}
