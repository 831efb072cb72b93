import { entriesOf } from "../entries";
import { filled } from "../filled";
import { mentionsOf } from "./mentions";

/** Skills as `grep -c` counts: how many entries of the page name each word, a block of cells for each. */
export function Count() {
  return (
    <ul className="counts">
      {entriesOf("skills").map(({ title, of, keywords }, i) => (
        <li key={i}>
          {(title || of) && (
            <p>
              {title && <Counted term={title} isKey />} {of && <span className="level">{of}</span>}
            </p>
          )}
          {filled(keywords).length > 0 && (
            <ul>
              {filled(keywords).map((keyword, k) => (
                <li key={k}>
                  <Counted term={keyword} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Counted({ term, isKey = false }: { term: string; isKey?: boolean }) {
  const count = mentionsOf(term);
  return (
    <>
      <span className={isKey ? "key" : undefined}>{term}</span>
      {count > 0 && (
        <span className="blocks" style={{ ["--count" as string]: count }}>
          {" "}
          {count}
        </span>
      )}
    </>
  );
}
