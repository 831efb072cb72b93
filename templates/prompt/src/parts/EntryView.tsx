import type { Entry } from "../entries";
import { filled, isFilled } from "../filled";
import { Dates, Day } from "./Dates";
import { Link } from "./Link";
import { Prose } from "./Prose";

interface Props {
  entry: Entry;
  /** `work/1`: how the shell calls it. */
  path: string;
  /** Where links lead; a copy in the shell's log has none. */
  id?: string | undefined;
}

/** One file of a folder: when and what it is called on the left, what it says on the right. */
export function EntryView({ entry, path, id }: Props) {
  const { title, url, of, ofUrl, notes, text, points, keywords } = entry;
  return (
    <article id={id} className="entry">
      {isFilled([title, url]) && (
        <h3>
          <span className="title">
            <Link url={url || (of ? undefined : ofUrl)} text={title} />
          </span>
          {of && (
            <>
              {", "}
              <Link url={ofUrl} text={of} />
            </>
          )}
        </h3>
      )}
      <When {...entry} path={path} />
      <div className="output">
        {!isFilled([title, url]) && isFilled([of, ofUrl]) && (
          <p>
            <Link url={ofUrl} text={of} />
          </p>
        )}
        {filled(notes).length > 0 && <p className="note">{filled(notes).join(" · ")}</p>}
        <Prose text={text} />
        <Points points={points} />
        <Keywords items={keywords} />
      </div>
    </article>
  );
}

function When({ start, end, on, path }: Pick<Entry, "start" | "end" | "on"> & { path: string }) {
  return (
    <p className="when">
      {(start || end) && <Dates start={start} end={end} />}
      {on && <Day date={on} />} <span className="path">{path}</span>
    </p>
  );
}

function Points({ points }: { points: readonly string[] | undefined }) {
  const shown = filled(points);
  if (shown.length === 0) return null;
  return (
    <ul className="points">
      {shown.map((point, i) => (
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}

/** Short words in a row, each in its brackets. */
export function Keywords({ items }: { items: readonly string[] | undefined }) {
  const shown = filled(items);
  if (shown.length === 0) return null;
  return (
    <ul className="keywords">
      {shown.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
