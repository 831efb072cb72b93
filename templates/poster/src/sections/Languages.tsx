import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";

export function Languages(props: BandProps) {
  return (
    <Band {...props} half>
      <ul className="rows">
        {filled(resume.languages).map(({ language, fluency }, i) => (
          <li key={i}>
            {language && <h3>{language}</h3>}
            {fluency && <p>{fluency}</p>}
          </li>
        ))}
      </ul>
    </Band>
  );
}
