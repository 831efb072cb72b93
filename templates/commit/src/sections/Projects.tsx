import { filled, joined } from "../filled";
import { hash } from "../hash";
import { Branch } from "../parts/Branch";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Projects() {
  const projects = filled(resume.projects);
  return (
    <Branch>
      {projects.map((project, index) => (
        <Entry
          key={index}
          hash={hash("projects", project.name, project.startDate, `${projects.length - index}`)}
          start={project.startDate}
          end={project.endDate}
          titles={[project.name, joined(" · ", ...filled(project.roles))]}
          texts={[project.description]}
          lines={project.highlights}
          url={project.url}
          facts={[project.entity, project.type]}
          tags={project.keywords}
        />
      ))}
    </Branch>
  );
}
