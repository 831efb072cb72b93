import { content } from "../content";
import { machineDate } from "../format";
import { talks, writings } from "../publications/works";
import { sections, type SectionId } from "../theme";

/** A place on the page that an index entry can lead to. */
export interface Locator {
  id: string;
  /** "[12]" for a publication, a year for a post; its name where it has no year. */
  label: string;
}

interface Passage extends Locator {
  text: string;
}

const isShown = (id: SectionId) => sections.some((section) => section.id === id);

const yearOf = (date?: string) => (date && machineDate(date)?.slice(0, 4)) || "";

const allTexts = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(allTexts)
      : [];

interface Datable {
  startDate?: string;
  endDate?: string;
  date?: string;
}

function entriesOf(section: "work" | "education" | "projects" | "volunteer" | "awards"): Passage[] {
  if (!isShown(section)) return [];
  return (content[section] ?? []).map((entry: Datable, index) => {
    const year = yearOf(entry.startDate) || yearOf(entry.date) || yearOf(entry.endDate);
    const texts = allTexts(entry);
    return {
      id: `${section}-${index + 1}`,
      label: year || (texts[0] ?? ""),
      text: texts.join("\n").toLowerCase(),
    };
  });
}

const passages: readonly Passage[] = [
  ...(isShown("publications")
    ? [...writings, ...talks].map(({ id, label, title, publisher, text }) => ({
        id,
        label: `[${label}]`,
        text: [title, publisher, text].filter(Boolean).join("\n").toLowerCase(),
      }))
    : []),
  ...entriesOf("work"),
  ...entriesOf("projects"),
  ...entriesOf("education"),
  ...entriesOf("volunteer"),
  ...entriesOf("awards"),
];

/** As a word of its own: "R" isn't in "Rotterdam". Scripts without spaces have no such borders. */
function wholeWord(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const border = /[\u2e80-\u9fff\uac00-\ud7af]/.test(term) ? "" : "[\\p{L}\\p{N}]";
  return border
    ? new RegExp(`(?<!${border})${literal}(?!${border})`, "u")
    : new RegExp(literal, "u");
}

/** Where the page speaks of a term, in the page's own words; nowhere, for most. */
export function mentionsOf(term: string): readonly Locator[] {
  const wanted = term.toLowerCase();
  const there = passages.filter(({ text }) => text.includes(wanted));
  if (there.length === 0) return [];
  const pattern = wholeWord(wanted);
  return there.filter(({ text }) => pattern.test(text)).map(({ id, label }) => ({ id, label }));
}
