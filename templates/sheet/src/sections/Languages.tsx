import { filled } from "../filled";
import { resume } from "../resume";

export function Languages() {
  return (
    <ul className="pairs">
      {filled(resume.languages).map(({ language, fluency }, i) => (
        <li key={i}>
          {language && <span className="title">{language}</span>}
          {fluency && <span className="of">{fluency}</span>}
        </li>
      ))}
    </ul>
  );
}
