import { filled, isFilled, textOf } from "../filled";
import { Prose } from "../parts/Prose";
import { resume } from "../resume";

export function References() {
  return (
    <ul className="voices">
      {filled(resume.references).map(({ name, reference }, i) => (
        <li key={i}>
          <figure>
            {isFilled(reference) && (
              <blockquote>
                <Prose text={textOf(reference)} />
              </blockquote>
            )}
            {isFilled(name) && <figcaption>{name}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}
