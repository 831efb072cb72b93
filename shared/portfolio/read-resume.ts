import { fail, ok, type Failure, type Result } from "../failure.ts";
import { RESUME_PATH, type ProjectFiles } from "../project.ts";
import { resumeSchema, type Resume } from "../resume.ts";

const unreadable = (detail: string): Failure => ({
  kind: "invalid",
  message: `The content in ${RESUME_PATH} can’t be read.`,
  nextStep:
    "Undo the last change to that file, or mend it in the code panel; nothing else is lost.",
  detail,
  retryable: false,
});

/**
 * The résumé of a project, just as it stands: unknown keys and the order of keys are kept (R1.2).
 * Fails with `invalid` when the file is missing, no JSON, or no JSON Resume.
 */
export function readResume(files: ProjectFiles): Result<Resume> {
  const text = files[RESUME_PATH];
  if (typeof text !== "string") return fail(unreadable("The file is missing."));
  try {
    // The schema only judges: what it gives back has its keys in another order.
    const written: unknown = JSON.parse(text);
    const judged = resumeSchema.safeParse(written);
    return judged.success ? ok(written as Resume) : fail(unreadable(judged.error.message));
  } catch (error) {
    return fail(unreadable(String(error)));
  }
}
