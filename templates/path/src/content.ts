import { isFilled } from "./filled";
import { resume as written, type Resume } from "./resume";

/** Texts without the space around them, numbers as texts; what says nothing isn't there. */
function tidy(value: unknown): unknown {
  if (!isFilled(value)) return undefined;
  if (Array.isArray(value)) return value.map(tidy).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return String(value).trim();
  const entries = Object.entries(value).map(([key, item]) => [key, tidy(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** The résumé as the page reads it. Files written by hand hold numbers, nulls and empty entries. */
export const content = (tidy(written) ?? {}) as Resume;

export const basics = content.basics ?? {};
