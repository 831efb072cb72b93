import type { ReactNode } from "react";
import { Dates } from "../parts/Dates";
import { Link } from "../parts/Link";
import { Points } from "../parts/Points";
import { Prose } from "../parts/Prose";
import { Run } from "../parts/Run";
import { pathWords } from "../path-words";
import type { Stop } from "../time/stops";
import { kindTitle } from "./kind-title";

interface Props {
  stop: Stop;
  showsKind: boolean;
  isFolded: boolean;
}

/** One thing on the line: what it was, where, when, and what came of it. */
export function StopEntry({ stop, showsKind, isFolded }: Props) {
  const { id, kind, title, of, notes, text, points, tags, startDate, endDate, isOpen } = stop;
  const said = notes.filter(Boolean);
  const hasMore = Boolean(text || points?.length || tags?.length);
  const isDated = Boolean(startDate || endDate);
  return (
    <li
      id={id}
      className={`stop of-${kind}${isOpen ? " open" : ""}`}
      style={{ viewTimelineName: `--${id}` }}
    >
      {showsKind && <p className="kind">{kindTitle(kind)}</p>}
      {(title.text || title.url || of.text || of.url) && (
        <h4 className="title">
          <Link {...title} url={title.url} />
          {of.text || of.url ? (
            <span className="of">
              {" "}
              <Link {...of} url={of.url} />
            </span>
          ) : null}
        </h4>
      )}
      {(isDated || said.length > 0) && (
        <p className="facts">
          {isDated && (
            <span>
              <Dates start={startDate} end={endDate} />
            </span>
          )}
          {said.map((note, i) => (
            <span key={i}>{note}</span>
          ))}
        </p>
      )}
      {hasMore && (
        <More isFolded={isFolded} about={title.text ?? of.text}>
          <Prose text={text} />
          <Points points={points} />
          <Run items={tags} />
        </More>
      )}
    </li>
  );
}

interface MoreProps {
  isFolded: boolean;
  about: string | undefined;
  children: ReactNode;
}

function More({ isFolded, about, children }: MoreProps) {
  if (!isFolded) return <div className="more">{children}</div>;
  return (
    <details className="more">
      <summary>
        {pathWords.more} <span className="unseen">{about}</span>
      </summary>
      {children}
    </details>
  );
}
