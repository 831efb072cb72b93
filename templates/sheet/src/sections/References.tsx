import { filled } from "../filled";
import { Prose } from "../parts/Prose";
import { resume } from "../resume";

/** Texts that come with quotation marks of their own get no second ones. */
const QUOTED = /^\s*["'“”„«»‘「]/;

export function References() {
  return filled(resume.references).map(({ name, reference }, i) => (
    <figure key={i} className="voice">
      {reference && (
        <blockquote className={QUOTED.test(reference) ? undefined : "unquoted"}>
          <Prose text={reference} />
        </blockquote>
      )}
      {name && <figcaption>{name}</figcaption>}
    </figure>
  ));
}
