import { shown } from "../shown";
import { ways } from "../ways";

/** The usual commands, to touch; each is also a link to its place on the page, for want of a script. */
const LINES = [
  ...shown.slice(0, 5).map(({ id }) => id),
  ...(ways.length > 0 ? ["contact"] : []),
  ...(shown.length > 1 ? ["help"] : []),
];

export function Chips({ run }: { run: (line: string) => void }) {
  if (LINES.length === 0) return null;
  return (
    <ul className="chips">
      {LINES.map((line) => (
        <li key={line}>
          <a
            href={`#${line}`}
            onClick={(event) => {
              event.preventDefault();
              run(line);
            }}
          >
            {line}
          </a>
        </li>
      ))}
    </ul>
  );
}
