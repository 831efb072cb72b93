import type { Basics, Resume } from "../../resume.ts";

/** A web address as JSON Resume has it, with its scheme. */
export const asUrl = (value: string) => (/^https?:\/\//i.test(value) ? value : `https://${value}`);

export const withBasics = (resume: Resume, change: Partial<Basics>): Resume => ({
  ...resume,
  basics: { ...resume.basics, ...change },
});

export function without(resume: Resume, key: keyof Basics): Resume {
  const { [key]: _, ...basics } = resume.basics ?? {};
  return { ...resume, basics };
}
