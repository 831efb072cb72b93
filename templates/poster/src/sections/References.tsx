import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";

export function References(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="quotes">
        {filled(resume.references).map(({ name, reference }, i) => (
          <li key={i}>
            <figure>
              {reference && <blockquote>{reference}</blockquote>}
              {name && <figcaption>{name}</figcaption>}
            </figure>
          </li>
        ))}
      </ul>
    </Band>
  );
}
