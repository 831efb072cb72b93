import { RESUME_PATH, type FileChange, type ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { effectiveChanges } from "./apply-changes.ts";
import { formatJson } from "./format-json.ts";

/** What makes the project's content this résumé; nothing when it is that already. */
export const changeResume = (files: ProjectFiles, resume: Resume): readonly FileChange[] =>
  effectiveChanges(files, [{ path: RESUME_PATH, content: formatJson(resume) }]);
