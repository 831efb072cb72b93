import type { ContentsLine } from "../contents";

/** The table of contents, with years where a book has pages. */
export function Contents({ lines }: { lines: readonly ContentsLine[] }) {
  return (
    <nav className="contents">
      <ol>
        {lines.map(({ id, title, years }) => (
          <li key={id}>
            <a href={`#${id}`} style={{ ["--section" as string]: `--${id}` }}>
              <span>{title}</span>
              {years && <span className="years">{years}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
