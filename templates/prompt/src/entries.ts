import { filled, textOf } from "./filled";
import { resume } from "./resume";
import type { SectionId } from "./theme";

/** One line of a list, one file of a folder: `work/1`. */
export interface Entry {
  title?: string | undefined;
  url?: string | undefined;
  /** Where, for whom. */
  of?: string | undefined;
  /** The address of that place, when the title has none of its own. */
  ofUrl?: string | undefined;
  /** Small facts in a line of their own. */
  notes?: readonly (string | undefined)[] | undefined;
  start?: string | undefined;
  end?: string | undefined;
  /** One day rather than a span of time. */
  on?: string | undefined;
  text?: string | undefined;
  points?: readonly string[] | undefined;
  keywords?: readonly string[] | undefined;
}

/** The folders: every section that is a list. */
export type FolderId = Exclude<SectionId, "about">;

const folders: Record<FolderId, () => Entry[]> = {
  work: () =>
    filled(resume.work).map(({ name, position, url, startDate, endDate, ...job }) => ({
      title: textOf(position) || textOf(name),
      of: textOf(position) && name,
      ofUrl: url,
      notes: [job.description, job.location],
      start: startDate,
      end: endDate,
      text: job.summary,
      points: job.highlights,
    })),
  projects: () =>
    filled(resume.projects).map(
      ({ name, url, entity, type, roles, startDate, endDate, ...one }) => ({
        title: name,
        url,
        of: entity,
        notes: [type, ...filled(roles)],
        start: startDate,
        end: endDate,
        text: one.description,
        points: one.highlights,
        keywords: one.keywords,
      }),
    ),
  skills: () =>
    filled(resume.skills).map(({ name, level, keywords }) => ({
      title: name,
      of: level,
      keywords,
    })),
  education: () =>
    filled(resume.education).map(({ institution, url, startDate, endDate, score, ...study }) => {
      const degree = filled([study.studyType, study.area]).join(", ");
      return {
        title: degree || institution,
        of: degree && institution,
        ofUrl: url,
        notes: [score],
        start: startDate,
        end: endDate,
        keywords: study.courses,
      };
    }),
  volunteer: () =>
    filled(resume.volunteer).map(
      ({ organization, position, url, startDate, endDate, ...duty }) => ({
        title: textOf(position) || textOf(organization),
        of: textOf(position) && organization,
        ofUrl: url,
        start: startDate,
        end: endDate,
        text: duty.summary,
        points: duty.highlights,
      }),
    ),
  awards: () =>
    filled(resume.awards).map(({ title, date, awarder, summary }) => ({
      title,
      of: awarder,
      on: date,
      text: summary,
    })),
  certificates: () =>
    filled(resume.certificates).map(({ name, date, issuer, url }) => ({
      title: name,
      url,
      of: issuer,
      on: date,
    })),
  publications: () =>
    filled(resume.publications).map(({ name, publisher, releaseDate, url, summary }) => ({
      title: name,
      url,
      of: publisher,
      on: releaseDate,
      text: summary,
    })),
  languages: () =>
    filled(resume.languages).map(({ language, fluency }) => ({ title: language, of: fluency })),
  interests: () =>
    filled(resume.interests).map(({ name, keywords }) => ({ title: name, keywords })),
  references: () =>
    filled(resume.references).map(({ name, reference }) => ({ title: name, text: reference })),
};

/** What a section lists, newest as the résumé has it. */
export const entriesOf = (id: FolderId): readonly Entry[] => folders[id]();
