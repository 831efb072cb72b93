import { ok, type Result } from "../../shared/failure.ts";
import { readResume } from "../../shared/portfolio/read-resume.ts";
import { RESUME_PATH, type ProjectFiles } from "../../shared/project.ts";

/**
 * The résumé as JSON Resume, character for character as the project has it: unknown keys, order and
 * all (R1.2). Fails with `invalid` when it can't be read as one.
 */
export function exportResumeJson(files: ProjectFiles): Result<string> {
  const resume = readResume(files);
  return resume.ok ? ok(String(files[RESUME_PATH])) : resume;
}
