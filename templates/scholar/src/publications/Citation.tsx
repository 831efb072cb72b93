import { comma } from "../comma";
import { Day } from "../parts/Dates";
import { Prose } from "../parts/Prose";
import { bibtexOf } from "./bibtex";
import { identifierOf } from "./identifiers";
import { isOwnName } from "./own-name";
import type { Work } from "./works";

interface Props {
  work: Work;
  /** What stands over the group: a date that is the same isn't said again. */
  heading?: string;
}

/** One work as a bibliography gives it: number, authors, title, where; its identifier in the margin. */
export function Citation({ work, heading }: Props) {
  const { id, label, kind, title, authors, publisher, type, text, url } = work;
  const date = work.date === heading ? undefined : work.date;
  return (
    <li id={id} className="citation" data-kind={kind}>
      <span className="number">{label}</span>
      <div className="reference">
        <p className="authors-title">
          <Authors names={authors} />
          {title && <cite>{title}</cite>}
        </p>
        {(publisher || type) && (
          <p className="venue">{[publisher, type].filter(Boolean).join(" · ")}</p>
        )}
        <Prose text={text} />
        {title && (
          <details className="bibtex">
            <summary>BibTeX</summary>
            <pre dir="ltr">{bibtexOf(work)}</pre>
          </details>
        )}
      </div>
      {(date || url) && (
        <div className="notes">
          {date && (
            <p>
              <Day date={date} />
            </p>
          )}
          {url && (
            <p>
              <Place url={url} />
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function Authors({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="authors">
      {names.map((name, i) => (
        <span key={i}>
          {isOwnName(name) ? <strong>{name}</strong> : name}
          {i < names.length - 1
            ? name.includes(",")
              ? "; "
              : comma
            : name.endsWith(".")
              ? " "
              : ". "}
        </span>
      ))}
    </span>
  );
}

/** "doi:10.1145/3597503": a link that says what it is. */
function Place({ url }: { url: string }) {
  const { shown, href } = identifierOf(url);
  if (!href) return <bdi>{shown}</bdi>;
  return (
    <a href={href} dir="ltr" className="identifier">
      {shown}
    </a>
  );
}
