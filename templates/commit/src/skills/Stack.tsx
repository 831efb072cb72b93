import { filled, joined } from "../filled";
import { Tags } from "../parts/Tags";
import { resume } from "../resume";

/** Groups of keywords as rows; skills that stand alone together as one row of tags. */
export function Stack() {
  const skills = filled(resume.skills);
  const isGroup = (skill: (typeof skills)[number]) => filled(skill.keywords).length > 0;
  const alone = skills.filter((skill) => !isGroup(skill));
  return (
    <div className="mt-6 flex flex-col gap-4">
      {skills.filter(isGroup).map(({ name, level, keywords }, index) => (
        <div key={index} className="row gap-y-1">
          {filled([level]).map((text) => (
            <p key={text} className="in-when meta text-muted">
              {text}
            </p>
          ))}
          <div className="in-wide pairs">
            {filled([name]).length > 0 ? <h3 className="title">{name}</h3> : <span />}
            <Tags items={keywords} />
          </div>
        </div>
      ))}
      {alone.length > 0 && (
        <div className="row">
          <div className="in-wide">
            <Tags items={alone.map(({ name, level }) => joined(" · ", name, level))} />
          </div>
        </div>
      )}
    </div>
  );
}
