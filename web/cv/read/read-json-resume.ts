import type { CvDocument } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { RESUME_LISTS, resumeSchema } from "../../../shared/resume.ts";
import { WRONG } from "./say-what-is-wrong.ts";

/** Reads JSON Resume and keeps every key, known or not (R1.2). JSON of another kind is refused by name. */
export function readJsonResume(text: string): Result<CvDocument> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return fail(WRONG.corrupt("JSON file", error instanceof Error ? error.message : ""));
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return fail(WRONG.notAResume());
  const keys = Object.keys(value);
  const known = ["basics", ...RESUME_LISTS].filter((key) => keys.includes(key));
  if (known.length === 0) return fail(WRONG.notAResume());
  const asIs = resumeSchema.safeParse(value);
  const parsed = asIs.success ? asIs : resumeSchema.safeParse(withoutNulls(value));
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    return fail({
      ...WRONG.notAResume(),
      detail: where ? `${where.path.join("/")}: ${where.message}` : "",
    });
  }
  return ok({ kind: "resume", format: "json-resume", resume: parsed.data });
}

/** Programs write null for what a person left out; the standard has no null. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== null)
      .map(([key, child]) => [key, withoutNulls(child)]),
  );
}
