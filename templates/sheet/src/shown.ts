import { filled } from "./filled";
import { resume } from "./resume";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

export interface Shown {
  id: SectionId;
  title: string;
  /** The summary opens the CV like a first paragraph: its heading needn’t be seen. */
  isOpening: boolean;
}

/** The sections that have something to say, in the owner's order, each once. */
export const shown: readonly Shown[] = listShown();

function listShown(): Shown[] {
  const seen = new Set<SectionId>();
  return sections.flatMap(({ id, title }) => {
    const entries = id === "about" ? filled([resume.basics?.summary]) : filled<object>(resume[id]);
    if (seen.has(id) || entries.length === 0) return [];
    seen.add(id);
    return [{ id, title: title?.trim() || words[id], isOpening: id === "about" && !title?.trim() }];
  });
}
