import type { AnswerSchema } from "../model/model.ts";

const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;
const date = { type: "string", description: "YYYY, YYYY-MM or YYYY-MM-DD" } as const;
const object = (properties: Readonly<Record<string, AnswerSchema>>) =>
  ({ type: "object", properties }) as const;
const list = (properties: Readonly<Record<string, AnswerSchema>>) =>
  ({ type: "array", items: object(properties) }) as const;
const span = { startDate: date, endDate: date } as const;

/** JSON Resume 1.0.0 in the words of a model's answer. */
export const RESUME_ANSWER: AnswerSchema = object({
  basics: object({
    name: text,
    label: text,
    email: text,
    phone: text,
    url: text,
    summary: text,
    location: object({
      address: text,
      postalCode: text,
      city: text,
      region: text,
      countryCode: text,
    }),
    profiles: list({ network: text, username: text, url: text }),
  }),
  work: list({
    name: text,
    position: text,
    location: text,
    url: text,
    ...span,
    summary: text,
    highlights: texts,
  }),
  volunteer: list({
    organization: text,
    position: text,
    url: text,
    ...span,
    summary: text,
    highlights: texts,
  }),
  education: list({
    institution: text,
    url: text,
    area: text,
    studyType: text,
    ...span,
    score: text,
    courses: texts,
  }),
  awards: list({ title: text, date, awarder: text, summary: text }),
  certificates: list({ name: text, date, issuer: text, url: text }),
  publications: list({ name: text, publisher: text, releaseDate: date, url: text, summary: text }),
  skills: list({ name: text, level: text, keywords: texts }),
  languages: list({ language: text, fluency: text }),
  interests: list({ name: text, keywords: texts }),
  references: list({ name: text, reference: text }),
  projects: list({
    name: text,
    description: text,
    url: text,
    ...span,
    highlights: texts,
    keywords: texts,
    roles: texts,
    entity: text,
  }),
});
