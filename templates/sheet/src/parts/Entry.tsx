import type { ReactNode } from "react";
import { Points } from "./Points";
import { Prose } from "./Prose";

interface Props {
  /** Hangs in the outer margin: dates. */
  aside?: ReactNode;
  title?: ReactNode;
  /** Follows the title on its line: where, for whom. */
  of?: ReactNode;
  /** A small line under it. */
  note?: ReactNode;
  text?: string | undefined;
  points?: readonly string[] | undefined;
  children?: ReactNode;
}

/** One thing in a life: its title in the column, its date hanging beside it. */
export function Entry({ aside, title, of, note, text, points, children }: Props) {
  return (
    <article className="entry">
      {(title || of) && (
        <h3>
          {title && <span className="title">{title}</span>}
          {title && of ? ", " : null}
          {of && <span className="of">{of}</span>}
        </h3>
      )}
      {aside && <p className="aside">{aside}</p>}
      {note && <p className="note">{note}</p>}
      <div className="body">
        <Prose text={text} />
        <Points points={points} />
        {children}
      </div>
    </article>
  );
}
