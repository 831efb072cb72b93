import { factWords } from "./fact-words";
import { filled, textOf } from "./filled";
import { countryName, formatRange } from "./format";
import { listOf } from "./list";
import { resume, type Work } from "./resume";
import { words } from "./words";

/** One thing that the résumé says, short enough for a poster. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Which, where or for whom; may be empty. */
  readonly detail?: string;
}

const MOST = 5;

const distinct = (texts: readonly (string | undefined)[]) => [
  ...new Set(filled(texts.map(textOf))),
];

/** Work that goes on is later than any that ended; of two that go on, the one begun last. */
const lateness = ({ startDate, endDate }: Work) =>
  `${textOf(endDate) || "9999"} ${textOf(startDate)}`;

function latestRole(): Fact | null {
  const latest = filled(resume.work)
    .filter((job) => job.startDate || job.endDate)
    .sort((a, b) => lateness(b).localeCompare(lateness(a)))[0];
  const value = textOf(latest?.position) || textOf(latest?.name);
  if (!latest || !value) return null;
  return {
    label: textOf(latest.endDate)
      ? formatRange(textOf(latest.startDate), textOf(latest.endDate))
      : words.present,
    value,
    detail: listOf([textOf(latest.position) ? latest.name : undefined, latest.location]),
  };
}

function firstYear(): Fact | null {
  const years = filled(resume.work).flatMap(
    ({ startDate }) => /^\d{4}/.exec(textOf(startDate)) ?? [],
  );
  const value = years.sort()[0];
  return value ? { label: factWords.since, value } : null;
}

function place(): Fact | null {
  const { city, region, countryCode } = resume.basics?.location ?? {};
  if (!textOf(city)) return null;
  const around = [region, textOf(countryCode) && countryName(textOf(countryCode))];
  return {
    label: factWords.place,
    value: textOf(city),
    detail: listOf(around.filter((name) => name !== city)),
  };
}

/** How many there are, and which; one alone is no number to shout. */
function count(label: string, names: readonly (string | undefined)[]): Fact | null {
  const all = distinct(names);
  if (all.length < 2) return null;
  return { label, value: String(all.length), detail: all.length <= 6 ? listOf(all) : "" };
}

/**
 * The facts at the head of the page, chosen by one rule: the first five of this list that the résumé
 * bears out. Nothing is reckoned from today's date, so that a page never grows wrong.
 */
export function facts(): readonly Fact[] {
  const candidates = [
    latestRole(),
    place(),
    firstYear(),
    count(
      factWords.employers,
      filled(resume.work).map(({ name }) => name),
    ),
    count(
      words.languages,
      filled(resume.languages).map(({ language }) => language),
    ),
    count(
      words.publications,
      filled(resume.publications).map(({ name }) => name),
    ),
    count(
      words.projects,
      filled(resume.projects).map(({ name }) => name),
    ),
    count(
      words.awards,
      filled(resume.awards).map(({ title }) => title),
    ),
    count(
      words.certificates,
      filled(resume.certificates).map(({ name }) => name),
    ),
  ];
  return candidates.filter((fact) => fact !== null).slice(0, MOST);
}
