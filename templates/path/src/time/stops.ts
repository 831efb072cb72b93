import { comma } from "../comma";
import { content } from "../content";
import { sections, type SectionId } from "../theme";
import { momentsOf, type Moment } from "./moment";

/** The sections whose entries have a time, and so stand on the line. */
export const KINDS = [
  "work",
  "education",
  "projects",
  "volunteer",
  "awards",
  "certificates",
  "publications",
] as const satisfies readonly SectionId[];
export type Kind = (typeof KINDS)[number];

interface Named {
  text: string | undefined;
  url?: string | undefined;
}

/** What one entry says, whichever section it comes from. */
interface Said {
  title: Named;
  of: Named;
  notes: readonly (string | undefined)[];
  text?: string | undefined;
  points?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
}

/** Something in a life, with its place on the line. */
export interface Stop extends Said {
  /** Its anchor on the page. */
  id: string;
  kind: Kind;
  startDate: string | undefined;
  endDate: string | undefined;
  /** Where on the line it begins and ends; the same for a single moment. */
  span: { from: Moment; to: Moment } | undefined;
  /** It has begun and has no end. */
  isOpen: boolean;
}

const isSaid = ({ text, url }: Named) => Boolean(text || url);

/** Of a role and a place one may be missing: what is there becomes the title. */
const roleAt = (role: string | undefined, place: Named): Pick<Said, "title" | "of"> =>
  role ? { title: { text: role }, of: place } : { title: place, of: { text: undefined } };

const say: { [K in Kind]: () => readonly (Said & Dates)[] } = {
  work: () =>
    (content.work ?? []).map((job) => ({
      ...datesOf(job),
      ...roleAt(job.position, { text: job.name, url: job.url }),
      notes: [job.location, job.description],
      text: job.summary,
      points: job.highlights,
    })),
  volunteer: () =>
    (content.volunteer ?? []).map((duty) => ({
      ...datesOf(duty),
      ...roleAt(duty.position, { text: duty.organization, url: duty.url }),
      notes: [],
      text: duty.summary,
      points: duty.highlights,
    })),
  education: () =>
    (content.education ?? []).map((study) => ({
      ...datesOf(study),
      ...roleAt([study.studyType, study.area].filter(Boolean).join(comma) || undefined, {
        text: study.institution,
        url: study.url,
      }),
      notes: [study.score],
      tags: study.courses,
    })),
  projects: () =>
    (content.projects ?? []).map((project) => ({
      ...datesOf(project),
      title: { text: project.name, url: project.url },
      of: { text: project.entity },
      notes: [project.type, ...(project.roles ?? [])],
      text: project.description,
      points: project.highlights,
      tags: project.keywords,
    })),
  awards: () =>
    (content.awards ?? []).map(({ title, date, awarder, summary }) => ({
      ...datesOf({ endDate: date }),
      title: { text: title },
      of: { text: awarder },
      notes: [],
      text: summary,
    })),
  certificates: () =>
    (content.certificates ?? []).map(({ name, date, issuer, url }) => ({
      ...datesOf({ endDate: date }),
      title: { text: name, url },
      of: { text: issuer },
      notes: [],
    })),
  publications: () =>
    (content.publications ?? []).map(({ name, releaseDate, publisher, url, summary }) => ({
      ...datesOf({ endDate: releaseDate }),
      title: { text: name, url },
      of: { text: publisher },
      notes: [],
      text: summary,
    })),
};

type Dates = Pick<Stop, "startDate" | "endDate" | "span" | "isOpen">;

/**
 * The place of two dates on the line. An end in words that name no year leaves only the beginning; so
 * does an end that lies before it.
 */
function datesOf({ startDate, endDate }: { startDate?: string; endDate?: string }): Dates {
  const [start, end] = [momentsOf(startDate), momentsOf(endDate)];
  const isOpen = Boolean(start && !endDate);
  const from = start?.from ?? end?.from;
  if (from === undefined) return { startDate, endDate, span: undefined, isOpen: false };
  const to = startDate && start && end && end.to > from ? end.to : from;
  return { startDate, endDate, span: { from, to }, isOpen };
}

/** The kinds that there are, in the owner's order, each with the owner's own title for it. */
export const kinds: readonly { kind: Kind; title: string | undefined; stops: readonly Stop[] }[] =
  sections
    .filter(({ id }, at) => sections.findIndex((one) => one.id === id) === at)
    .flatMap(({ id, title }) => {
      const kind = KINDS.find((one) => one === id);
      if (!kind) return [];
      const stops = say[kind]().map((said, index) => ({
        ...said,
        kind,
        id: `${kind}-${index + 1}`,
      }));
      return stops.length > 0 ? [{ kind, title: title?.trim() || undefined, stops }] : [];
    });

/** Everything on the line, kind by kind. */
export const stops: readonly Stop[] = kinds.flatMap(({ stops }) => stops);

export const hasTitle = ({ title, of }: Said) => isSaid(title) || isSaid(of);
