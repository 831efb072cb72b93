import type { ReactNode } from "react";
import { comma } from "../comma";
import { Points } from "./Points";
import { Prose } from "./Prose";

interface Props {
  /** Its anchor: the index refers to it. */
  id?: string;
  title?: ReactNode;
  /** Follows the title on a line of its own: where, for whom. */
  of?: ReactNode;
  /** First in the margin. */
  when?: ReactNode;
  /** Under it in the margin: places, a level. */
  notes?: readonly (string | undefined)[];
  text?: string | undefined;
  points?: readonly string[] | undefined;
  /** In a group that has a heading of its own. */
  isNested?: boolean;
  children?: ReactNode;
}

/** One thing in a life: what it was in the column, when and where in the margin. */
export function Entry({
  id,
  title,
  of,
  when,
  notes = [],
  text,
  points,
  isNested,
  children,
}: Props) {
  const Heading = isNested ? "h4" : "h3";
  const shown = notes.filter(Boolean);
  return (
    <article className="entry" id={id}>
      {(title || of) && (
        <Heading className="entry-title">
          {title && <span className="title">{title}</span>}
          {title && of ? comma : null}
          {of && <span className="of">{of}</span>}
        </Heading>
      )}
      {(when || shown.length > 0) && (
        <div className="notes">
          {when && <p>{when}</p>}
          {shown.map((note, i) => (
            <p key={i}>{note}</p>
          ))}
        </div>
      )}
      <div className="body">
        <Prose text={text} />
        <Points points={points} />
        {children}
      </div>
    </article>
  );
}
