import { content } from "./content";
import { pathWords } from "./path-words";
import { sections, type SectionId } from "./theme";
import { KINDS, kinds } from "./time/stops";
import { kindTitle } from "./timeline/kind-title";
import { words } from "./words";

export type ChapterId = Exclude<SectionId, (typeof KINDS)[number]> | "timeline";

export interface Chapter {
  id: ChapterId;
  title: string;
}

const isOnLine = (id: SectionId) => KINDS.some((kind) => kind === id);

function chapterOf({ id, title }: { id: SectionId; title?: string }): Chapter | undefined {
  if (isOnLine(id)) {
    const [only] = kinds;
    if (!only) return undefined;
    return { id: "timeline", title: kinds.length > 1 ? pathWords.timeline : kindTitle(only.kind) };
  }
  const said = id === "about" ? content.basics?.summary : content[id];
  return said ? { id: id as ChapterId, title: title?.trim() || words[id] } : undefined;
}

/**
 * What the page has, in the owner's order, each once. All that has a time is one chapter, where the
 * first of it would stand.
 */
export const outline: readonly Chapter[] = sections
  .flatMap((section) => chapterOf(section) ?? [])
  .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at);
