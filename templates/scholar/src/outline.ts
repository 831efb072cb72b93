import { content } from "./content";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

export interface Heading {
  id: SectionId;
  /** 1, 2, 3: as sections of a paper are numbered. */
  number: number;
  title: string;
}

const isSaid = (id: SectionId) =>
  id === "about" ? Boolean(content.basics?.summary) : Array.isArray(content[id]);

/** The sections that have something to say, in the owner's order, each once. */
export const outline: readonly Heading[] = sections
  .filter(({ id }, at) => sections.findIndex((one) => one.id === id) === at && isSaid(id))
  .map(({ id, title }, at) => ({ id, number: at + 1, title: title?.trim() || words[id] }));
