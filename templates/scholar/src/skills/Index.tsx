import { Fragment } from "react";
import { comma } from "../comma";
import { content } from "../content";
import { language } from "../resume";
import { mentionsOf } from "./mentions";

interface Line {
  /** Absent for keywords that stand under no name. */
  name: string | undefined;
  level: string | undefined;
  keywords: readonly string[];
}

/** The index at the back of a book: terms by the alphabet, and where the page speaks of them. */
export function Index() {
  const { compare } = new Intl.Collator([language, "en"], { sensitivity: "base", numeric: true });
  const lines: Line[] = (content.skills ?? []).map(({ name, level, keywords = [] }) => ({
    name,
    level,
    keywords: [...keywords].sort(compare),
  }));
  lines.sort((a, b) => compare(a.name ?? a.keywords[0] ?? "", b.name ?? b.keywords[0] ?? ""));
  return (
    <ul className="index">
      {lines.map(({ name, level, keywords }, i) => (
        <li key={i}>
          {(name || level) && (
            <p className="term">
              {name && <span className="term-name">{name}</span>}
              {level && <span className="level">{level}</span>}
              {name && <Locators term={name} />}
            </p>
          )}
          {keywords.length > 0 && (
            <ul>
              {keywords.map((keyword, j) => (
                <li key={j} className="term">
                  {keyword}
                  <Locators term={keyword} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Locators({ term }: { term: string }) {
  return mentionsOf(term).map(({ id, label }) => (
    <Fragment key={id}>
      {comma}
      <a href={`#${id}`} className="locator">
        {label}
      </a>
    </Fragment>
  ));
}
