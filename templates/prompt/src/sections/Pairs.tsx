import type { Entry } from "../entries";
import { filled } from "../filled";

/** Names with what belongs to them, in two columns of cells. */
export function Pairs({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="pairs">
      {entries.map(({ title, of, keywords }, i) => {
        const rest = filled([of, ...filled(keywords)]).join(", ");
        return (
          <li key={i}>
            {title && <span className="key">{title}</span>} {rest && <span>{rest}</span>}
          </li>
        );
      })}
    </ul>
  );
}
