/** What a person told: a free description, or answers by name. */
export interface Told {
  readonly description?: string | undefined;
  readonly answers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Which answers stand under a heading that the rules know. */
const SECTIONS = [
  ["about", "Summary"],
  ["experience", "Experience"],
  ["education", "Education"],
  ["skills", "Skills"],
  ["languages", "Languages"],
] as const;

/** Answers as the text of a CV, so that the rules read them as they read any. */
export function answersText({ answers = {}, description = "" }: Told): string {
  const contact = [answers.place, answers.email, answers.phone, answers.website];
  const head = [answers.name, answers.role, contact.filter(Boolean).join(" | ")];
  const sections = SECTIONS.flatMap(([id, heading]) => {
    const text = id === "about" ? answers.about || description : answers[id];
    return text ? [`# ${heading}`, text] : [];
  });
  return [...head.filter(Boolean), ...sections].join("\n\n");
}
