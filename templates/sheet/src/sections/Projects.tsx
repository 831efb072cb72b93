import { filled } from "../filled";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { Run } from "../parts/Run";
import { resume } from "../resume";

export function Projects() {
  return filled(resume.projects).map((project, i) => {
    const { name, url, startDate, endDate, entity, type, roles } = project;
    return (
      <Entry
        key={i}
        aside={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
        title={(name || url) && <Link url={url} text={name} />}
        of={entity}
        note={filled([type, ...filled(roles)]).join("\u2002·\u2002")}
        text={project.description}
        points={project.highlights}
      >
        <Run items={project.keywords} />
      </Entry>
    );
  });
}
