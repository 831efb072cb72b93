import type { ResumeList } from "../../resume.ts";
import { content, kind, nothing } from "./plain-kind.ts";
import { sectionOf } from "./section-moves.ts";

/** Addresses, dates and the like aren’t texts. */
const NO_TEXT = new Set(["url", "image", "email", "phone", "startDate", "endDate", "date", "meta"]);

function replacedIn(value: unknown, what: RegExp, by: string): unknown {
  if (typeof value === "string") return value.replace(what, () => by);
  if (Array.isArray(value)) return value.map((one) => replacedIn(one, what, by));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      NO_TEXT.has(key) ? one : replacedIn(one, what, by),
    ]),
  );
}

/** Words in the texts put right, wherever they stand, or where they are said to. */
export const TEXT_REPLACE_KIND = kind(
  "text-replace",
  "typo: “experiance” should be “experience”",
  `[fix|correct] [the|a] (typo|spelling|spelling mistake|mistake) in [the|my] {where}: "{old}" (should be|to|is) "{new}"
   [fix|correct] [the|a] (typo:|spelling:|mistake:) "{old}" (should be|to|is) "{new}"
   [in] [the|my] {where}[,:] "{old}" should be "{new}"
   (replace|change) "{old}" (with|to|by) "{new}"
   (replace|change) "{old}" (with|to|by) "{new}" in [the|my] {where}
   "{old}" should (be|say|read) "{new}"`,
  ({ old, new: by, where }, { resume, theme }) => {
    const id = where ? sectionOf(where, theme) : null;
    if (where && !id) return null;
    // “"Projects" should be "Side projects"” is about a heading.
    if (!where && sectionOf(old!, theme) !== null && !JSON.stringify(resume).includes(old!))
      return null;
    const escaped = old!.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    const what = new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, "gu");
    const key: ResumeList | "basics" | null = id === "about" ? "basics" : id;
    const next = key
      ? { ...resume, [key]: replacedIn(resume[key], what, by!) }
      : (replacedIn(resume, what, by!) as typeof resume);
    return JSON.stringify(next) === JSON.stringify(resume)
      ? nothing(`“${old}” stands nowhere ${where ? "there" : "in your texts"}.`)
      : content(`“${old}” is “${by}” now.`, next);
  },
);
