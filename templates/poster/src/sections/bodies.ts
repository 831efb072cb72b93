import type { ComponentType } from "react";
import type { SectionId } from "../theme";
import { About } from "./About";
import { Awards } from "./Awards";
import type { BandProps } from "./Band";
import { Certificates } from "./Certificates";
import { Education } from "./Education";
import { Interests } from "./Interests";
import { Languages } from "./Languages";
import { Projects } from "./Projects";
import { Publications } from "./Publications";
import { References } from "./References";
import { Skills } from "./Skills";
import { Volunteer } from "./Volunteer";
import { Work } from "./Work";

/** Which component shows which section; a new section begins here. */
export const bodies: Record<SectionId, ComponentType<BandProps>> = {
  about: About,
  work: Work,
  projects: Projects,
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
