import { isFilled } from "./filled";
import { resume } from "./resume";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

const said = (id: SectionId) => isFilled(id === "about" ? resume.basics?.summary : resume[id]);

/** The sections that have something to say, in the owner's order, each with its title. */
export const shown = sections
  .filter(({ id }) => id in words && said(id))
  .map(({ id, title }) => ({ id, title: title?.trim() || words[id] }));
