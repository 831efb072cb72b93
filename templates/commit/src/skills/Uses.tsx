import { filled } from "../filled";
import { resume } from "../resume";
import { countUses } from "./count-uses";

/** As many pluses as fit beside a word. */
const MOST = 9;

/** Skills as `git grep --count` would list them: beside each, how many entries of the page name it. */
export function Uses() {
  return (
    <div className="row mt-6">
      <ul className="uses in-wide">
        {filled(resume.skills).map(({ name, level, keywords }, index) => {
          const terms = filled(keywords);
          return (
            <li key={index}>
              {filled([name]).map((text) => (
                <div key={text} className="use">
                  <h3 className="title">{text}</h3>
                  {terms.length === 0 && <Count term={text} />}
                </div>
              ))}
              {filled([level]).map((text) => (
                <p key={text} className="meta text-muted">
                  {text}
                </p>
              ))}
              {terms.length > 0 && (
                <ul>
                  {terms.map((term, place) => (
                    <li key={place} className="use meta">
                      <span>{term}</span>
                      <Count term={term} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Count({ term }: { term: string }) {
  const count = countUses(String(term));
  if (count === 0) return null;
  return (
    <>
      <span className="meta text-end text-muted">{count}</span>
      <span aria-hidden className="meta pluses">
        {"+".repeat(Math.min(count, MOST))}
      </span>
    </>
  );
}
