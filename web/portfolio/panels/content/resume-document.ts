import { ok, type Result } from "../../../../shared/failure.ts";
import { formatJson } from "../../../../shared/portfolio/format-json.ts";
import { readResume } from "../../../../shared/portfolio/read-resume.ts";
import { RESUME_PATH, type FileChange, type ProjectFiles } from "../../../../shared/project.ts";
import type { Json } from "./edit-json.ts";

/**
 * The résumé file as the form edits it: the plain JSON as it stands, so that key order and unknown
 * keys stay. Fails with `invalid` when it is no JSON Resume.
 */
export function readResumeDocument(files: ProjectFiles): Result<Json> {
  const read = readResume(files);
  return read.ok ? ok(read.value as unknown as Json) : read;
}

/** The change that writes an edited résumé back. */
export function resumeChange(document: Json): FileChange {
  return { path: RESUME_PATH, content: formatJson(document) };
}
