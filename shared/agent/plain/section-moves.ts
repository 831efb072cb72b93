import { headingKind, type SectionKind } from "../../cv/heading-words.ts";
import { SECTION_IDS, type SectionId, type Theme } from "../../theme.ts";
import { look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

type Sections = Theme["sections"];

/** What sections are called in requests, where that differs from their names. */
export const SECTION_NAMES: Readonly<Record<SectionId, string>> = {
  about: "About",
  work: "Experience",
  projects: "Projects",
  skills: "Skills",
  education: "Education",
  volunteer: "Volunteering",
  awards: "Awards",
  certificates: "Certificates",
  publications: "Publications",
  languages: "Languages",
  interests: "Interests",
  references: "References",
};

const OTHER_WORDS: Readonly<Record<string, SectionId>> = {
  intro: "about",
  introduction: "about",
  jobs: "work",
  "work history": "work",
  "job history": "work",
  "tech stack": "skills",
  stack: "skills",
  technologies: "skills",
  tools: "skills",
  career: "work",
  employment: "work",
  "employment history": "work",
  positions: "work",
  "work part": "work",
  "previous jobs": "work",
  "job list": "work",
  competences: "skills",
  competencies: "skills",
  expertise: "skills",
  abilities: "skills",
  studies: "education",
  degrees: "education",
  academics: "education",
  bio: "about",
  summary: "about",
  "about me": "about",
  "about text": "about",
  "volunteer work": "volunteer",
  "volunteer roles": "volunteer",
  volunteerism: "volunteer",
  charity: "volunteer",
  honours: "awards",
  honors: "awards",
  prizes: "awards",
  certifications: "certificates",
  licences: "certificates",
  licenses: "certificates",
  "side projects": "projects",
  hobby: "interests",
  "language skills": "languages",
  "languages spoken": "languages",
  referees: "references",
  reference: "references",
  schools: "education",
  certs: "certificates",
  papers: "publications",
  articles: "publications",
  writing: "publications",
  hobbies: "interests",
  testimonials: "references",
  recommendations: "references",
};

const OF_HEADING: Partial<Record<SectionKind, SectionId>> = { summary: "about" };

const plain = (text: string) => text.toLowerCase().trim();

/** The section that these words name: by the title the person gave it, or by what CVs call it. */
export function sectionOf(words: string, theme: Theme): SectionId | null {
  const whole = plain(words);
  const titled = theme.sections.find(({ title }) => title && plain(title) === whole);
  if (titled) return titled.id;
  const bare = whole
    .replace(/^(?:the|my|our|all|all the|all my|that|this) /, "")
    .replace(/ (?:section|part|block|bit|stuff|list|area|entries)$/, "");
  const again = theme.sections.find(({ title }) => title && plain(title) === bare);
  if (again) return again.id;
  const known = SECTION_IDS.find((id) => id === bare) ?? OTHER_WORDS[bare];
  if (known) return known;
  const heading = headingKind(bare);
  if (!heading) return null;
  const id = OF_HEADING[heading] ?? heading;
  return (SECTION_IDS as readonly string[]).includes(id) ? (id as SectionId) : null;
}

/** “projects, skills and work”: every one of them a section, or `null`. */
export function sectionsOf(words: string, theme: Theme): readonly SectionId[] | null {
  const parts = words.split(/\s*(?:,|;|&|\bthen\b|\band\b|>|→)\s*/iu).filter(Boolean);
  const ids = parts.map((part) => sectionOf(part, theme));
  if (ids.length > 0 && ids.every((id) => id !== null)) return [...new Set(ids)];
  // A title may hold a comma or an “and”.
  const whole = sectionOf(words, theme);
  return whole ? [whole] : null;
}

export const nameOf = (id: SectionId, theme: Theme) =>
  theme.sections.find((section) => section.id === id)?.title ?? SECTION_NAMES[id];

export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** An answer, or that it is so already. */
export function arranged(
  theme: Theme,
  sections: Sections,
  said: string,
  already: string,
): PlainAnswer {
  const same = JSON.stringify(sections) === JSON.stringify(theme.sections);
  return same ? nothing(already) : look(said, { ...theme, sections });
}

const withVisible = (theme: Theme, ids: readonly SectionId[], visible: boolean): Sections =>
  theme.sections.map((section) => (ids.includes(section.id) ? { ...section, visible } : section));

export function setVisible(
  words: string,
  visible: boolean,
  { theme }: PlainContext,
): PlainAnswer | null {
  const ids = sectionsOf(words, theme);
  if (!ids) return null;
  const names = listed(ids.map((id) => nameOf(id, theme)));
  const state = visible ? "shown" : "hidden";
  const verb = ids.length > 1 ? "are" : "is";
  return arranged(
    theme,
    withVisible(theme, ids, visible),
    `${names} ${verb} ${state} now.`,
    `${names} ${verb} ${state} already.`,
  );
}

/** The sections with some of them taken out and put back at a place among the others. */
function moved(
  theme: Theme,
  ids: readonly SectionId[],
  to: (others: Sections) => number,
): Sections {
  const taken = ids.flatMap((id) => theme.sections.filter((section) => section.id === id));
  const others = theme.sections.filter(({ id }) => !ids.includes(id));
  const at = to(others);
  return [...others.slice(0, at), ...taken, ...others.slice(at)];
}

export function move(
  words: string,
  context: PlainContext,
  to: (others: Sections) => number,
  where: string,
): PlainAnswer | null {
  const { theme } = context;
  const ids = sectionsOf(words, theme);
  if (!ids) return null;
  const names = listed(ids.map((id) => nameOf(id, theme)));
  const [comes, stands] = ids.length > 1 ? ["come", "stand"] : ["comes", "stands"];
  return arranged(
    theme,
    moved(theme, ids, to),
    `${names} ${comes} ${where} now.`,
    `${names} ${stands} there already.`,
  );
}

/** “After X”: behind it and all that stands before it. */
export function moveBeside(
  words: string,
  other: string,
  side: "before" | "after",
  context: PlainContext,
): PlainAnswer | null {
  const anchor = sectionOf(other, context.theme);
  if (!anchor || sectionsOf(words, context.theme)?.includes(anchor)) return null;
  const to = (others: Sections) =>
    others.findIndex(({ id }) => id === anchor) + (side === "after" ? 1 : 0);
  return move(words, context, to, `${side} ${nameOf(anchor, context.theme)}`);
}

export function step(words: string, by: 1 | -1, context: PlainContext): PlainAnswer | null {
  const id = sectionOf(words, context.theme);
  if (!id) return null;
  const shown = context.theme.sections.filter((section) => section.visible || section.id === id);
  const at = shown.findIndex((section) => section.id === id);
  const beside = shown[at + by];
  if (!beside) {
    return nothing(`${nameOf(id, context.theme)} is the ${by < 0 ? "first" : "last"} already.`);
  }
  return moveBeside(words, beside.id, by < 0 ? "before" : "after", context);
}

export function swap(one: string, other: string, { theme }: PlainContext): PlainAnswer | null {
  const [a, b] = [sectionOf(one, theme), sectionOf(other, theme)];
  if (!a || !b || a === b) return null;
  const find = (id: SectionId) => theme.sections.find((section) => section.id === id)!;
  const sections = theme.sections.map((section) =>
    section.id === a ? find(b) : section.id === b ? find(a) : section,
  );
  return look(`${nameOf(a, theme)} and ${nameOf(b, theme)} have changed places.`, {
    ...theme,
    sections,
  });
}

/** Words of a request that goes on, and isn’t over with the title. */
const GOES_ON = /\b(?:instead of|rather than|everywhere|on the page|and then|but)\b/i;

export function rename(words: string, title: string, { theme }: PlainContext): PlainAnswer | null {
  const id = sectionOf(words, theme);
  if (!id || title.length > 60 || GOES_ON.test(title) || title.includes('"')) return null;
  const sections = theme.sections.map((section) =>
    section.id === id ? { ...section, title } : section,
  );
  return arranged(
    theme,
    sections,
    `${nameOf(id, theme)} is called “${title}” now.`,
    `It is called “${title}” already.`,
  );
}
