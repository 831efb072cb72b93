import type { OwnComponentId } from "../../ports/model.ts";
import type { Resume } from "../../resume.ts";

/** What a component shows of a résumé; `null` where there is nothing of it. */
export function componentData(id: OwnComponentId, { basics = {}, ...resume }: Resume): unknown {
  const { name, label, image, email, phone, url, location, profiles } = basics;
  const data = {
    hero: { name, label, image, email, phone, url, location, profiles },
    skills: resume.skills,
    timeline: resume.work,
    gallery: resume.projects,
    contact: { email, phone, url, location, profiles },
  }[id];
  return saysSomething(data) ? data : null;
}

function saysSomething(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return typeof value === "object" && value !== null && Object.values(value).some(saysSomething);
}
