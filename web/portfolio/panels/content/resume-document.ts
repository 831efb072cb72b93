import { fail, ok, type Result } from "../../../../shared/failure.ts";
import { RESUME_PATH, type FileChange, type ProjectFiles } from "../../../../shared/project.ts";
import { resumeSchema } from "../../../../shared/resume.ts";
import type { Json } from "./edit-json.ts";

const unreadable = (detail: string) =>
  fail({
    kind: "invalid" as const,
    message: "The form can’t read src/data/resume.json.",
    nextStep: "Nothing is lost. Mend the file in the code editor, or undo the last change.",
    detail,
    retryable: false,
  });

/**
 * Reads the résumé file as the form edits it: the plain JSON, checked against JSON Resume but not
 * rewritten, so that key order and unknown keys stay. Fails with `invalid`.
 */
export function readResumeDocument(files: ProjectFiles): Result<Json> {
  const text = files[RESUME_PATH];
  if (typeof text !== "string") return unreadable("The file is missing.");
  try {
    const document = JSON.parse(text) as Json;
    const checked = resumeSchema.safeParse(document);
    if (checked.success) return ok(document);
    const [issue] = checked.error.issues;
    return unreadable(`${issue?.path.join("/") ?? ""}: ${issue?.message ?? "not JSON Resume"}`);
  } catch (error) {
    return unreadable(String(error));
  }
}

/** The change that writes an edited résumé back: two spaces, a newline at the end. */
export function resumeChange(document: Json): FileChange {
  return { path: RESUME_PATH, content: `${JSON.stringify(document, null, 2)}\n` };
}
