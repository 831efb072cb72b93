import { entriesOf } from "./entries";
import { isFilled } from "./filled";
import { resume } from "./resume";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

export interface Shown {
  id: SectionId;
  title: string;
  /** How many entries there are; none for a text. */
  count: number;
}

/** The sections that have something to say, in the owner's order, each once. */
export const shown: readonly Shown[] = listShown();

function listShown(): Shown[] {
  const seen = new Set<SectionId>();
  return sections.flatMap(({ id, title }) => {
    const count = id === "about" ? 0 : entriesOf(id).length;
    const says = id === "about" ? isFilled(resume.basics?.summary) : count > 0;
    if (seen.has(id) || !says) return [];
    seen.add(id);
    return [{ id, title: title?.trim() || words[id], count }];
  });
}
