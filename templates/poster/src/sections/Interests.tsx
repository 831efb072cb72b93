import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Tags } from "./Entry";

export function Interests(props: BandProps) {
  return (
    <Band {...props} half>
      <ul className="rows">
        {filled(resume.interests).map(({ name, keywords }, i) => (
          <li key={i}>
            {name && <h3>{name}</h3>}
            <Tags items={keywords} />
          </li>
        ))}
      </ul>
    </Band>
  );
}
