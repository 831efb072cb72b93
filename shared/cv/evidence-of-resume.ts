import type { Evidence, Extraction } from "../cv-document.ts";
import type { Resume } from "../resume.ts";
import { RESUME_LISTS } from "../resume.ts";

/** A résumé that came as data needs no reading: every value is certain and has no place on paper. */
export function evidenceOfResume(resume: Resume): Extraction {
  const evidence: Evidence[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (value !== null && typeof value === "object") {
      for (const [key, child] of Object.entries(value))
        walk(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    } else if (value !== undefined && value !== "")
      evidence.push({ pointer, places: [], confidence: 1, rule: "given as data" });
  };
  for (const key of ["basics", ...RESUME_LISTS] as const) walk(resume[key], `/${key}`);
  const sections = RESUME_LISTS.filter((key) => (resume[key]?.length ?? 0) > 0).length;
  return { resume, evidence, counts: { pages: 1, sections, facts: evidence.length }, steps: [] };
}
