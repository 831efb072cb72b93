import type { Heading } from "../outline";

/** The table of contents, where journals had it for two centuries: on the cover. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  if (headings.length < 2) return null;
  return (
    <nav className="contents">
      <ol>
        {headings.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span className="section-number">{number}</span> {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
