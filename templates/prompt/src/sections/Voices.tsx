import type { Entry } from "../entries";
import { Prose } from "../parts/Prose";

/** What others say, quoted as in mail. */
export function Voices({ entries }: { entries: readonly Entry[] }) {
  return entries.map(({ title, text }, i) => (
    <figure key={i} className="voice">
      {text && (
        <blockquote>
          <Prose text={text} />
        </blockquote>
      )}
      {title && <figcaption>{title}</figcaption>}
    </figure>
  ));
}
