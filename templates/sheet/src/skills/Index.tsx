import { filled } from "../filled";
import { resume } from "../resume";
import { yearsOf } from "./mentions";

/** Skills as the index of a book: where a book gives pages, the years of the entries that name them. */
export function Index() {
  return (
    <ul className="index">
      {filled(resume.skills).map(({ name, level, keywords }, i) => (
        <li key={i}>
          {(name || level) && (
            <p>
              {name && <Term text={name} className="caps" />}
              {level && <span className="of">{level}</span>}
            </p>
          )}
          {filled(keywords).length > 0 && (
            <ul>
              {filled(keywords).map((keyword, k) => (
                <li key={k}>
                  <Term text={keyword} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Term({ text, className }: { text: string; className?: string }) {
  const years = yearsOf(text);
  return (
    <>
      <span className={className}>{text}</span>
      {years.length > 0 && <span className="years">{years.join(", ")}</span>}
    </>
  );
}
