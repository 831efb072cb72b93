import type { Resume } from "../../resume.ts";
import type { Rule, Spotted } from "./finding.ts";
import { lengthOf, monthsOf, type Span } from "./months.ts";

/** Months; a shorter pause between two posts needs no word. */
const LONGEST_PAUSE = 6;
/** Months; people start a post in the month in which they leave another. */
const HAND_OVER = 1;

interface Dated {
  readonly pointer: string;
  readonly name: string;
  readonly house: string;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

const titleOf = (what: string | undefined, where: string | undefined, fallback: string): string =>
  [what, where].filter(Boolean).join(" at ") || fallback;

const jobsOf = (resume: Resume): Dated[] =>
  (resume.work ?? []).map((job, i) => ({
    pointer: `/work/${i}`,
    name: titleOf(job.position, job.name, "A post"),
    house: job.name ?? "",
    startDate: job.startDate,
    endDate: job.endDate,
  }));

const studiesOf = (resume: Resume): Dated[] =>
  (resume.education ?? []).map((study, i) => ({
    pointer: `/education/${i}`,
    name: titleOf(study.studyType, study.institution, "A course of study"),
    house: study.institution ?? "",
    startDate: study.startDate,
    endDate: study.endDate,
  }));

const voluntaryOf = (resume: Resume): Dated[] =>
  (resume.volunteer ?? []).map((post, i) => ({
    pointer: `/volunteer/${i}`,
    name: titleOf(post.position, post.organization, "Voluntary work"),
    house: post.organization ?? "",
    startDate: post.startDate,
    endDate: post.endDate,
  }));

const allOf = (resume: Resume): Dated[] => [
  ...jobsOf(resume),
  ...voluntaryOf(resume),
  ...studiesOf(resume),
];

/** Those with a start, in order of time; a lone end date says too little to compare. */
function spansOf(dated: readonly Dated[], today: string): Span[] {
  const now = monthsOf(today)!;
  return dated
    .flatMap(({ pointer, name, house, startDate, endDate }): Span[] => {
      const start = monthsOf(startDate);
      if (!start) return [];
      return [{ pointer, name, house, start, end: monthsOf(endDate) ?? now, goesOn: !endDate }];
    })
    .toSorted((a, b) => a.start.first - b.start.first || a.end.last - b.end.last);
}

function overlaps(resume: Resume, today: string): Spotted[] {
  const spans = spansOf(jobsOf(resume), today);
  return spans.flatMap((later, i) => {
    const earlier = spans.slice(0, i).find((span) => {
      const shared = Math.min(span.end.first, later.end.first) - later.start.last;
      return span.house !== later.house && shared > HAND_OVER;
    });
    return earlier
      ? [
          {
            pointer: later.pointer,
            sentence: `“${later.name}” runs at the same time as “${earlier.name}”.`,
          },
        ]
      : [];
  });
}

function gaps(resume: Resume, today: string): Spotted[] {
  const jobs = new Set(jobsOf(resume).map(({ pointer }) => pointer));
  const spans = spansOf(allOf(resume), today);
  const found: Spotted[] = [];
  let covered: Span | null = null;
  for (const span of spans) {
    const pause = covered ? span.start.first - covered.end.last - 1 : 0;
    // A pause before the first post is nobody's business; so is one between school and study.
    const matters = jobs.has(span.pointer) && spans.some((s) => isJobBefore(s, span, jobs));
    if (covered && pause > LONGEST_PAUSE && matters)
      found.push({
        pointer: span.pointer,
        sentence: `Nothing accounts for the ${lengthOf(pause)} between “${covered.name}” and “${span.name}”.`,
      });
    if (!covered || span.end.last > covered.end.last) covered = span;
  }
  return found;
}

const isJobBefore = (a: Span, b: Span, jobs: ReadonlySet<string>): boolean =>
  jobs.has(a.pointer) && a.start.first < b.start.first;

const backwards = (resume: Resume): Spotted[] =>
  allOf(resume).flatMap(({ pointer, name, startDate, endDate }) => {
    const [start, end] = [monthsOf(startDate), monthsOf(endDate)];
    return start && end && end.last < start.first
      ? [{ pointer, sentence: `“${name}” ends (${endDate}) before it begins (${startDate}).` }]
      : [];
  });

const inFuture = (resume: Resume, today: string): Spotted[] =>
  [...jobsOf(resume), ...voluntaryOf(resume)].flatMap(({ pointer, name, startDate, endDate }) => {
    const now = monthsOf(today)!.last;
    const late = [startDate, endDate].find((date) => (monthsOf(date)?.first ?? 0) > now);
    return late ? [{ pointer, sentence: `“${name}” has a date in the future (${late}).` }] : [];
  });

const undated = (resume: Resume): Spotted[] =>
  [...jobsOf(resume), ...studiesOf(resume)].flatMap(({ pointer, name, startDate, endDate }) =>
    startDate || endDate ? [] : [{ pointer, sentence: `“${name}” has no dates.` }],
  );

const startless = (resume: Resume): Spotted[] =>
  jobsOf(resume).flatMap(({ pointer, name, startDate, endDate }) =>
    !startDate && endDate
      ? [{ pointer, sentence: `“${name}” says when it ended, not when it began.` }]
      : [],
  );

const severalNow = (resume: Resume): Spotted[] => {
  const open = jobsOf(resume).filter((job) => job.startDate && !job.endDate);
  return open.length > 2
    ? open.slice(2).map(({ pointer, name }) => ({
        pointer,
        sentence: `“${name}” has no end, and ${open.length - 1} other posts go on too.`,
      }))
    : [];
};

/** Rules about time. A gap or an overlap is often right; the reader just shouldn't have to guess. */
export const TIME_RULES: readonly Rule[] = [
  {
    id: "ends-before-start",
    why: "Dates that can’t be right make a reader doubt the others.",
    todo: "Swap or correct the two dates.",
    find: backwards,
  },
  {
    id: "future-date",
    why: "A date that hasn’t come yet looks like a slip.",
    todo: "Correct it, or leave the end empty if it goes on today.",
    find: inFuture,
  },
  {
    id: "no-dates",
    why: "Without dates nobody can tell how long or how recent it was.",
    todo: "Add the years at least.",
    find: undated,
  },
  {
    id: "no-start",
    why: "How long somebody did something is the first thing that is looked for.",
    todo: "Add the year in which it began.",
    find: startless,
  },
  {
    id: "several-now",
    why: "Many open posts look as if some had been forgotten.",
    todo: "Give those an end that have one.",
    find: severalNow,
  },
  {
    id: "overlap",
    why: "Two posts at once raise the question which was the main one.",
    todo: "If both are right, say “part time” or “alongside” in the text; else correct the dates.",
    find: overlaps,
  },
  {
    id: "gap",
    why: "An unexplained pause is asked about; a word takes the question away.",
    todo: "Name what you did: travel, family, study, own projects.",
    find: gaps,
  },
];
