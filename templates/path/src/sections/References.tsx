import { content } from "../content";
import { Prose } from "../parts/Prose";

/** Texts that come with quotation marks of their own get no second ones. */
const QUOTED = /^["'“”„«»‘「]/;

export function References() {
  return content.references?.map(({ name, reference }, index) => (
    <figure key={index} className="voice">
      {reference && (
        <blockquote className={QUOTED.test(reference) ? undefined : "unquoted"}>
          <Prose text={reference} />
        </blockquote>
      )}
      {name && <figcaption>{name}</figcaption>}
    </figure>
  ));
}
