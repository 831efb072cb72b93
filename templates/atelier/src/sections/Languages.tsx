import { filled, isFilled } from "../filled";
import { resume } from "../resume";

export function Languages() {
  return (
    <ul className="rows">
      {filled(resume.languages).map(({ language, fluency }, i) => (
        <li key={i}>
          {isFilled(language) && <h3>{language}</h3>}
          {isFilled(fluency) && <p>{fluency}</p>}
        </li>
      ))}
    </ul>
  );
}
