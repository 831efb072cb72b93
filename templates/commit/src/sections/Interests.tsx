import { filled } from "../filled";
import { Tags } from "../parts/Tags";
import { resume } from "../resume";

export function Interests() {
  return (
    <div className="row mt-5">
      <ul className="in-wide flex flex-col gap-3">
        {filled(resume.interests).map(({ name, keywords }, index) => (
          <li key={index} className="pairs">
            <span className="title">{name}</span>
            <Tags items={keywords} />
          </li>
        ))}
      </ul>
    </div>
  );
}
