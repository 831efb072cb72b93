import type { ComponentType } from "react";
import { Gallery } from "../projects/Gallery";
import { shown } from "../shown";
import type { SectionId } from "../theme";
import { About } from "./About";
import { Awards } from "./Awards";
import { Certificates } from "./Certificates";
import { Education } from "./Education";
import { Interests } from "./Interests";
import { Languages } from "./Languages";
import { Publications } from "./Publications";
import { References } from "./References";
import { Skills } from "./Skills";
import { Volunteer } from "./Volunteer";
import { Work } from "./Work";

/** Which component shows which section; a new section begins here. */
export const bodies: Record<SectionId, ComponentType> = {
  about: About,
  work: Work,
  projects: Gallery,
  skills: Skills,
  education: Education,
  volunteer: Volunteer,
  awards: Awards,
  certificates: Certificates,
  publications: Publications,
  languages: Languages,
  interests: Interests,
  references: References,
};

/** Sections of short things. */
const SHORT: ReadonlySet<SectionId> = new Set(["awards", "certificates", "languages", "interests"]);

/** Whether a section of short things follows another, or is followed: they share a row. */
export function isBeside(id: SectionId): boolean {
  const at = shown.findIndex((section) => section.id === id);
  const neighbours = [shown[at - 1], shown[at + 1]];
  return SHORT.has(id) && neighbours.some((section) => section && SHORT.has(section.id));
}
