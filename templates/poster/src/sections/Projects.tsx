import { filled } from "../filled";
import { resume } from "../resume";
import { Band, type BandProps } from "./Band";
import { Entry } from "./Entry";

export function Projects(props: BandProps) {
  return (
    <Band {...props}>
      <ul className="entries">
        {filled(resume.projects).map((project, i) => (
          <Entry
            key={i}
            title={project.name}
            under={[project.type, ...filled(project.roles), project.entity]}
            start={project.startDate}
            end={project.endDate}
            url={project.url}
            summary={project.description}
            highlights={project.highlights}
            tags={project.keywords}
          />
        ))}
      </ul>
    </Band>
  );
}
