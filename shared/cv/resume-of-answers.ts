import type { Resume } from "../resume.ts";
import { detectLanguage } from "./detect-language.ts";
import { findDates } from "./fields/dates.ts";
import { networkOf } from "./fields/profiles.ts";

/** Work or study, as a person answers it. */
export interface AnsweredEntry {
  /** The role, or what was studied. */
  readonly what: string;
  /** The company, or the school. */
  readonly where: string;
  /** “2016 – now”, “Mar 2020 – Jun 2023”, “2019”. */
  readonly when: string;
  /** What was done there, a line each. */
  readonly told: string;
}

/** What somebody without a CV at hand is asked (R1.11). Every answer may be empty but the name. */
export interface FewAnswers {
  readonly name: string;
  readonly role: string;
  /** “Porto, Portugal”. */
  readonly place: string;
  readonly about: string;
  readonly work: readonly AnsweredEntry[];
  readonly study: readonly AnsweredEntry[];
  /** With commas or line breaks between them; `languages` too. */
  readonly skills: string;
  readonly languages: string;
  /** Web addresses, with spaces or line breaks between them. */
  readonly links: string;
  readonly email: string;
  readonly phone: string;
}

export const NO_ENTRY: AnsweredEntry = { what: "", where: "", when: "", told: "" };

export const NO_ANSWERS: FewAnswers = {
  name: "",
  role: "",
  place: "",
  about: "",
  work: [NO_ENTRY],
  study: [NO_ENTRY],
  skills: "",
  languages: "",
  links: "",
  email: "",
  phone: "",
};

/**
 * Answers as a résumé: each word as it was written, in the place it was asked for; nothing is added.
 * What can't be read as a time or as an address is left out: ask `timeProblem` and `linkProblem` before.
 */
export function resumeOfAnswers(answers: FewAnswers): Resume {
  const { links, profiles } = linksOf(answers.links);
  const basics = withoutEmpty({
    name: answers.name.trim(),
    label: answers.role.trim(),
    email: answers.email.trim(),
    phone: answers.phone.trim(),
    url: links[0] ?? "",
    summary: answers.about.trim(),
    location: locationOf(answers.place),
    profiles,
  });
  return {
    ...withoutEmpty({
      basics,
      work: answers.work.filter(isTold).map((entry) =>
        withoutEmpty({
          position: entry.what.trim(),
          name: entry.where.trim(),
          ...datesOf(entry.when),
          highlights: linesOf(entry.told),
        }),
      ),
      education: answers.study.filter(isTold).map((entry) =>
        withoutEmpty({
          area: entry.what.trim(),
          institution: entry.where.trim(),
          ...datesOf(entry.when),
          courses: linesOf(entry.told),
        }),
      ),
      skills: piecesOf(answers.skills).map((name) => ({ name })),
      languages: piecesOf(answers.languages).map(languageOf),
    }),
    meta: { language: detectLanguage(proseOf(answers)) },
  };
}

/** Whether anything of an entry was filled in. */
export const isTold = (entry: AnsweredEntry): boolean =>
  Object.values(entry).some((answer: string) => answer.trim() !== "");

/** Why a time can't be read, with what to write instead; `null` when it can, or none was given. */
export function timeProblem(when: string): string | null {
  if (when.trim() === "") return null;
  return findDates(when.trim())?.length === when.trim().length
    ? null
    : "Write it like “2016 – now”, “Mar 2020 – Jun 2023” or “2019”.";
}

/** Which of the links is no address; `null` when all are. */
export function linkProblem(links: string): string | null {
  const wrong = wordsOf(links).find((word) => !isAddress(word));
  return wrong === undefined ? null : `“${wrong}” is no address. Write it like “github.com/name”.`;
}

const wordsOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

const isAddress = (word: string): boolean =>
  /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#:]\S*)?$/iu.test(word);

/** A lone date ends what it dates: a start alone would say that it still goes on. */
function datesOf(when: string): { startDate?: string; endDate?: string } {
  if (timeProblem(when) !== null) return {};
  const found = findDates(when);
  if (found?.start === undefined) return {};
  if (!found.isRange) return { endDate: found.start };
  return { startDate: found.start, ...(found.end === undefined ? {} : { endDate: found.end }) };
}

/** The town before the first comma, what it lies in after it, as the reader of CVs has it. */
function locationOf(place: string): Record<string, unknown> {
  const [city = "", ...rest] = place.split(/\s*[,，]\s*/).map((part) => part.trim());
  return withoutEmpty({ city, region: rest.filter(Boolean).join(", ") });
}

function linksOf(text: string) {
  const all = wordsOf(text)
    .filter(isAddress)
    .map((link) => (/^https?:\/\//i.test(link) ? link : `https://${link}`));
  const profiles = all.flatMap((url) => {
    const network = networkOf(url);
    if (network === null) return [];
    const username =
      url
        .replace(/[/?#]+$/, "")
        .split("/")
        .at(-1) ?? "";
    return [{ network, username: username.replace(/^@/, ""), url }];
  });
  const others = all.filter((url) => networkOf(url) === null);
  // The first site is the person's own; JSON Resume keeps further ones among the profiles.
  const further = others.slice(1).map((url) => ({ network: hostOf(url), url }));
  return { links: others, profiles: [...profiles, ...further] };
}

const hostOf = (url: string): string =>
  url.replace(/^https?:\/\/(www\.)?/i, "").split(/[/?#]/)[0] ?? url;

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/^\s*[-–•*]\s+/, "").trim())
    .filter(Boolean);

const piecesOf = (text: string): string[] =>
  text
    .split(/[,，、;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** “German (fluent)”, “German: fluent”. */
function languageOf(piece: string) {
  const match = /^(.+?)\s*(?:\((.+)\)|:\s*(.+))$/.exec(piece);
  const fluency = match?.[2] ?? match?.[3];
  return match && fluency ? { language: match[1]!, fluency } : { language: piece };
}

/** What was written in sentences: the only answers that show a language. */
const proseOf = ({ about, work, study }: FewAnswers): string =>
  [about, ...[...work, ...study].flatMap(({ what, told }) => [what, told])].join("\n");

function withoutEmpty<T extends Record<string, unknown>>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => !isEmpty(one))) as Partial<T>;
}

const isEmpty = (value: unknown): boolean =>
  value === "" ||
  value === undefined ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
