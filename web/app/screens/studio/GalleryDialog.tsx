import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { RESUME_PATH } from "../../../../shared/project.ts";
import { listTemplates } from "../../../portfolio/load-template.ts";
import { TemplateGallery } from "../../../portfolio/panels/design/TemplateGallery.tsx";
import { useProject, useStudio, useView } from "./studio-context.tsx";
import { personName, useTemplatePages } from "./use-template-pages.ts";

/** All templates, large, over the studio. */
export function GalleryDialog() {
  const { acts, view } = useStudio();
  const isOpen = useView(({ dialog }) => dialog === "gallery");
  const pages = useTemplatePages();
  const name = useProject(({ files }) => personName(files[RESUME_PATH]));
  const template = useProject(({ files }) => {
    const theme = readTheme(files);
    return theme.ok ? theme.value.template : "";
  });
  return (
    <TemplateGallery
      isOpen={isOpen}
      templates={listTemplates()}
      pages={pages}
      name={name}
      value={template}
      onTake={(id) => void acts.changeTemplate(id)}
      onClose={() => view.setState({ dialog: null })}
    />
  );
}
