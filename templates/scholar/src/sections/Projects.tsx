import { comma } from "../comma";
import { content } from "../content";
import { Dates } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Link } from "../parts/Link";
import { Run } from "../parts/Run";

export function Projects() {
  return content.projects?.map((project, index) => {
    const { name, url, startDate, endDate, entity, type, roles = [] } = project;
    return (
      <Entry
        key={index}
        id={`projects-${index + 1}`}
        title={(name || url) && <Link url={url} text={name} />}
        of={entity}
        when={(startDate || endDate) && <Dates start={startDate} end={endDate} />}
        notes={[type, roles.join(comma)]}
        text={project.description}
        points={project.highlights}
      >
        <Run items={project.keywords} />
      </Entry>
    );
  });
}
