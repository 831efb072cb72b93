import { filled } from "./filled";
import { resume } from "./resume";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

export interface Heading {
  id: SectionId;
  title: string;
  /** Entries, and the points and keywords under them: what a diff would call lines added. */
  lines: number;
}

interface Counted {
  highlights?: string[];
  keywords?: string[];
  courses?: string[];
}

function countLines(id: SectionId): number {
  if (id === "about") return filled([resume.basics?.summary]).length;
  return filled<object>(resume[id]).reduce<number>(
    (lines, { highlights, keywords, courses }: Counted) =>
      lines + [highlights, keywords, courses].reduce((sum, list) => sum + filled(list).length, 1),
    0,
  );
}

/** The sections that have something to show, in the order of theme.json. */
export const outline: Heading[] = sections
  .map(({ id, title }) => ({ id, title: title?.trim() || words[id], lines: countLines(id) }))
  .filter(({ lines }) => lines > 0);
