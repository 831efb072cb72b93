import { z } from "zod";

/**
 * JSON Resume 1.0.0 (https://jsonresume.org/schema), every key optional as the standard has it.
 * Objects are loose: keys that the standard doesn't know are kept, so that import and export of
 * `resume.json` lose nothing (R1.2). Our own extensions live under `meta` only.
 */
const text = z.string();
const texts = z.array(z.string());

/** `2020`, `2020-03` or `2020-03-14` (the standard's iso8601 definition). */
export const isoDate = z
  .string()
  .regex(/^([1-2]\d{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

const location = z.looseObject({
  address: text,
  postalCode: text,
  city: text,
  countryCode: text,
  region: text,
});
const profile = z.looseObject({ network: text, username: text, url: text });

export const basicsSchema = z
  .looseObject({
    name: text,
    label: text,
    image: text,
    email: text,
    phone: text,
    url: text,
    summary: text,
    location: location.partial(),
    profiles: z.array(profile.partial()),
  })
  .partial();

const work = z.looseObject({
  name: text,
  position: text,
  location: text,
  description: text,
  url: text,
  startDate: text,
  endDate: text,
  summary: text,
  highlights: texts,
});
const volunteer = z.looseObject({
  organization: text,
  position: text,
  url: text,
  startDate: text,
  endDate: text,
  summary: text,
  highlights: texts,
});
const education = z.looseObject({
  institution: text,
  url: text,
  area: text,
  studyType: text,
  startDate: text,
  endDate: text,
  score: text,
  courses: texts,
});
const award = z.looseObject({ title: text, date: text, awarder: text, summary: text });
const certificate = z.looseObject({ name: text, date: text, issuer: text, url: text });
const publication = z.looseObject({
  name: text,
  publisher: text,
  releaseDate: text,
  url: text,
  summary: text,
});
const skill = z.looseObject({ name: text, level: text, keywords: texts });
const language = z.looseObject({ language: text, fluency: text });
const interest = z.looseObject({ name: text, keywords: texts });
const reference = z.looseObject({ name: text, reference: text });
const project = z.looseObject({
  name: text,
  description: text,
  highlights: texts,
  keywords: texts,
  startDate: text,
  endDate: text,
  url: text,
  roles: texts,
  entity: text,
  type: text,
});

export const resumeSchema = z
  .looseObject({
    $schema: text,
    basics: basicsSchema,
    work: z.array(work.partial()),
    volunteer: z.array(volunteer.partial()),
    education: z.array(education.partial()),
    awards: z.array(award.partial()),
    certificates: z.array(certificate.partial()),
    publications: z.array(publication.partial()),
    skills: z.array(skill.partial()),
    languages: z.array(language.partial()),
    interests: z.array(interest.partial()),
    references: z.array(reference.partial()),
    projects: z.array(project.partial()),
    meta: z
      .looseObject({
        canonical: text,
        version: text,
        lastModified: text,
        /** Ours: BCP 47 tag of the language the CV is written in; chooses the site's own words. */
        language: text,
      })
      .partial(),
  })
  .partial();

export type Resume = z.infer<typeof resumeSchema>;
export type Basics = NonNullable<Resume["basics"]>;

/** The list sections of JSON Resume in the standard's own order. */
export const RESUME_LISTS = [
  "work",
  "volunteer",
  "education",
  "awards",
  "certificates",
  "publications",
  "skills",
  "languages",
  "interests",
  "references",
  "projects",
] as const;
export type ResumeList = (typeof RESUME_LISTS)[number];
