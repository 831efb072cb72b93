import { contentsEqual } from "../../../shared/portfolio/same-content.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { cvPdf } from "../../publish/cv-pdf.ts";
import { drawSharePicture } from "../../publish/draw-share-picture.ts";
import { finishSite, type SiteToFinish } from "../../publish/finish-site.ts";
import { rememberBuild, rememberLast } from "../../publish/prepared.ts";
import { shrinkPictures } from "../../publish/shrink-pictures.ts";
import { takeInPictures } from "../../publish/take-in-pictures.ts";
import { buildProject, isBuiltHere, withChanges } from "../../sandbox/build-project.ts";
import { buildInLanguages } from "./build-in-languages.ts";

interface Given {
  readonly project: OpenProject;
  /** Where the project runs now; `null`: nowhere yet. */
  readonly sandbox: () => Sandbox | null;
}

/** Of this page’s life: what the sheet makes ready, publishing finds. */
const build = rememberBuild((files, changes) => buildProject(files, changes, null));
const setPdf = rememberLast(cvPdf, (resume) => JSON.stringify(resume));

/** The open project as a finished site, as it stands now or as `files` had it. Fails as `finishSite` does. */
export const finishProject = (
  { project, sandbox }: Given,
  wish: Pick<SiteToFinish, "hidden" | "noIndex" | "url" | "isOurs" | "addDesk" | "onStep"> &
    Partial<Pick<SiteToFinish, "files">>,
) =>
  finishSite({
    files: project.getState().files,
    ...wish,
    now: Date.now(),
    build: (files, changes) =>
      buildInLanguages({
        files,
        changes,
        hidden: wish.hidden,
        url: wish.url,
        build: (one, changed) =>
          isBuiltHere(one)
            ? build(one, changed)
            : buildRunning(project.getState().files, withChanges(one, changed), sandbox()),
      }),
    takeInPictures,
    shrinkPictures,
    drawPicture: drawSharePicture,
    setPdf,
  });

/** Builds what the sandbox isn’t showing: it gets what differs, and has its own files back afterwards. */
function buildRunning(shown: ProjectFiles, wanted: ProjectFiles, running: Sandbox | null) {
  const paths = new Set([...Object.keys(shown), ...Object.keys(wanted)]);
  const changes = [...paths].flatMap((path) => {
    const content = wanted[path] ?? null;
    return contentsEqual(shown[path] ?? null, content) ? [] : [{ path, content }];
  });
  return buildProject(shown, changes, running);
}
