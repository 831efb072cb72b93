import { fail, ok, type Failure, type Result } from "../failure.ts";
import { THEME_PATH, type ProjectFiles } from "../project.ts";
import { themeSchema, type Theme } from "../theme.ts";

const unreadable = (detail: string): Failure => ({
  kind: "invalid",
  message: `The look in ${THEME_PATH} can’t be read.`,
  nextStep:
    "Undo the last change to that file, or mend it in the code panel; nothing else is lost.",
  detail,
  retryable: false,
});

/** The look of a project. Fails with `invalid` when the file is missing, no JSON, or no theme. */
export function readTheme(files: ProjectFiles): Result<Theme> {
  const text = files[THEME_PATH];
  if (typeof text !== "string") return fail(unreadable("The file is missing."));
  try {
    const parsed = themeSchema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : fail(unreadable(parsed.error.message));
  } catch (error) {
    return fail(unreadable(String(error)));
  }
}
