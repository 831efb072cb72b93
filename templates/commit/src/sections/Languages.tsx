import { filled } from "../filled";
import { resume } from "../resume";

export function Languages() {
  return (
    <div className="row mt-5">
      <ul className="in-wide flex flex-col gap-1.5">
        {filled(resume.languages).map(({ language, fluency }, index) => (
          <li key={index} className="pairs">
            <span className="title">{language}</span>
            <span className="meta text-muted">{fluency}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
