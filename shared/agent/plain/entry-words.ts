import { leadingLanguage } from "../../cv/fields/language-names.ts";
import type { Resume, ResumeList } from "../../resume.ts";

/** What an entry of each list is called, the key that names it, and its other words in requests. */
export interface EntryWords {
  readonly list: ResumeList;
  /** “the job at Acme” */
  readonly called: string;
  /** The keys by which people mean one of them, the one shown first. */
  readonly keys: readonly string[];
  /** Alternatives of a phrase. */
  readonly nouns: string;
}

export const ENTRIES: readonly EntryWords[] = [
  {
    list: "work",
    called: "job",
    keys: ["name", "position"],
    nouns:
      "work experience|job|work|position|role|employer|company|experience|internship|placement|apprenticeship",
  },
  {
    list: "education",
    called: "education",
    keys: ["institution", "area", "studyType"],
    nouns: "degree|education|school|university|study|studies",
  },
  { list: "projects", called: "project", keys: ["name"], nouns: "project|side project" },
  { list: "skills", called: "skill", keys: ["name"], nouns: "skill|technology|tool" },
  { list: "languages", called: "language", keys: ["language"], nouns: "language" },
  { list: "awards", called: "award", keys: ["title"], nouns: "award|prize|honour|honor" },
  {
    list: "certificates",
    called: "certificate",
    keys: ["name"],
    nouns: "certificate|certification|cert",
  },
  {
    list: "publications",
    called: "publication",
    keys: ["name"],
    nouns: "publication|paper|article|book",
  },
  { list: "interests", called: "interest", keys: ["name"], nouns: "interest|hobby" },
  {
    list: "references",
    called: "reference",
    keys: ["name"],
    nouns: "reference|recommendation|testimonial",
  },
  {
    list: "volunteer",
    called: "volunteer role",
    keys: ["organization", "position"],
    nouns: "volunteer role|volunteer work|volunteering|volunteer job|volunteer position",
  },
];

export type Entry = Readonly<Record<string, unknown>>;

export const entriesOf = (resume: Resume, list: ResumeList): readonly Entry[] =>
  (resume[list] ?? []) as readonly Entry[];

export const withEntries = (resume: Resume, list: ResumeList, entries: readonly Entry[]): Resume =>
  ({ ...resume, [list]: entries }) as Resume;

/** Letters and digits without case, accents and marks: “node.js” and “Node JS” are one. */
const key = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, "");

export const sameWords = (one: unknown, other: string): boolean =>
  typeof one === "string" && key(one) === key(other) && key(other) !== "";

/** Whether these words are the name of a language and nothing else. */
export const isLanguage = (words: string): boolean =>
  leadingLanguage(words)?.length === words.trim().length;

/** “Rust, Go and C” as three. Marks in quotation are kept; names with “and” inside can be quoted. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/\s*(?:,|;)\s*(?:and\s+)?|\s+(?:and|&)\s+/iu)
    .map((part) => part.trim().replace(/^["']|["']$/g, ""))
    .filter(Boolean);
}
