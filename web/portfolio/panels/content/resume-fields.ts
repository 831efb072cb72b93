/**
 * Every field of JSON Resume as a form row, in the order a person thinks of them. A table, so that
 * the form has no code of its own for a section.
 */
import type { ResumeList } from "../../../../shared/resume.ts";
import type { SectionId } from "../../../../shared/theme.ts";

export type FieldKind = "text" | "long" | "url" | "email" | "phone" | "date" | "lines" | "words";

export interface FormField {
  /** Key in the entry; `location/city` reaches one level down. */
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Shares its row with the field after it. */
  readonly half?: boolean;
  readonly hint?: string;
  /** What an empty field means, shown in it. */
  readonly empty?: string;
}

export interface FormSection {
  readonly id: ResumeList;
  readonly label: string;
  /** “a job”, as in “Add a job”. */
  readonly entry: string;
  readonly empty: string;
  /** Keys that name an entry in a list, best first; `beside` is the line under it. */
  readonly title: readonly string[];
  readonly beside: readonly string[];
  readonly fields: readonly FormField[];
}

const text = (key: string, label: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label,
  kind: "text",
  ...more,
});
const url: FormField = { key: "url", label: "Link", kind: "url" };
const summary: FormField = { key: "summary", label: "Summary", kind: "long" };
const highlights: FormField = { key: "highlights", label: "Highlights", kind: "lines" };
const keywords: FormField = { key: "keywords", label: "Keywords", kind: "words" };
const period: readonly FormField[] = [
  { key: "startDate", label: "From", kind: "date", half: true },
  { key: "endDate", label: "To", kind: "date", half: true, empty: "Present" },
];

export const BASICS_FIELDS: readonly FormField[] = [
  text("name", "Name"),
  text("label", "What you do"),
  { key: "summary", label: "About you", kind: "long" },
  { key: "email", label: "Email", kind: "email" },
  { key: "phone", label: "Phone", kind: "phone" },
  { key: "url", label: "Website", kind: "url" },
];

export const LOCATION_FIELDS: readonly FormField[] = [
  text("location/address", "Street"),
  text("location/postalCode", "Postal code", { half: true }),
  text("location/city", "City", { half: true }),
  text("location/region", "Region", { half: true }),
  text("location/countryCode", "Country", { half: true, hint: "Two letters, as in GB" }),
];

export const PROFILE_FIELDS: readonly FormField[] = [
  text("network", "Network", { half: true }),
  text("username", "Username", { half: true }),
  url,
];

export const FORM_SECTIONS: readonly FormSection[] = [
  {
    id: "work",
    label: "Work",
    entry: "a job",
    empty: "Where you worked, and what came of it.",
    title: ["name", "position"],
    beside: ["position"],
    fields: [
      text("position", "Position"),
      text("name", "Company"),
      ...period,
      text("location", "Place"),
      url,
      text("description", "What the company does"),
      summary,
      highlights,
    ],
  },
  {
    id: "projects",
    label: "Projects",
    entry: "a project",
    empty: "Things you made, alone or with others.",
    title: ["name"],
    beside: ["description", "entity"],
    fields: [
      text("name", "Name"),
      { key: "description", label: "Description", kind: "long" },
      ...period,
      url,
      text("entity", "For whom", { half: true }),
      text("type", "Kind", { half: true }),
      // Not of the standard; templates with a gallery show it.
      text("image", "Picture", {
        hint: "Its address, or a file in public, as in ./pictures/pool.jpg. Galleries show it.",
      }),
      { key: "roles", label: "Your roles", kind: "words" },
      highlights,
      keywords,
    ],
  },
  {
    id: "skills",
    label: "Skills",
    entry: "a skill",
    empty: "What you are good at, in groups.",
    title: ["name"],
    beside: ["keywords", "level"],
    fields: [text("name", "Skill or group"), text("level", "Level"), keywords],
  },
  {
    id: "education",
    label: "Education",
    entry: "a place of study",
    empty: "Schools, degrees, courses.",
    title: ["institution", "area"],
    beside: ["studyType", "area"],
    fields: [
      text("institution", "School or university"),
      text("studyType", "Degree", { half: true }),
      text("area", "Field", { half: true }),
      ...period,
      text("score", "Grade"),
      url,
      { key: "courses", label: "Courses", kind: "lines" },
    ],
  },
  {
    id: "volunteer",
    label: "Volunteering",
    entry: "a role",
    empty: "What you do without pay.",
    title: ["organization", "position"],
    beside: ["position"],
    fields: [
      text("position", "Position"),
      text("organization", "Organisation"),
      ...period,
      url,
      summary,
      highlights,
    ],
  },
  {
    id: "awards",
    label: "Awards",
    entry: "an award",
    empty: "Prizes, grants, honours.",
    title: ["title"],
    beside: ["awarder"],
    fields: [
      text("title", "Title"),
      text("awarder", "Given by", { half: true }),
      { key: "date", label: "Date", kind: "date", half: true },
      summary,
    ],
  },
  {
    id: "certificates",
    label: "Certificates",
    entry: "a certificate",
    empty: "Exams and licences.",
    title: ["name"],
    beside: ["issuer"],
    fields: [
      text("name", "Name"),
      text("issuer", "Issued by", { half: true }),
      { key: "date", label: "Date", kind: "date", half: true },
      url,
    ],
  },
  {
    id: "publications",
    label: "Publications",
    entry: "a publication",
    empty: "Papers, books, articles.",
    title: ["name"],
    beside: ["publisher"],
    fields: [
      text("name", "Title"),
      text("publisher", "Publisher", { half: true }),
      { key: "releaseDate", label: "Date", kind: "date", half: true },
      url,
      summary,
    ],
  },
  {
    id: "languages",
    label: "Languages",
    entry: "a language",
    empty: "What you speak, and how well.",
    title: ["language"],
    beside: ["fluency"],
    fields: [
      text("language", "Language", { half: true }),
      text("fluency", "How well", { half: true }),
    ],
  },
  {
    id: "interests",
    label: "Interests",
    entry: "an interest",
    empty: "What you like when nobody pays you.",
    title: ["name"],
    beside: ["keywords"],
    fields: [text("name", "Interest"), keywords],
  },
  {
    id: "references",
    label: "References",
    entry: "a reference",
    empty: "What others say of you.",
    title: ["name"],
    beside: ["reference"],
    fields: [text("name", "Name"), { key: "reference", label: "What they say", kind: "long" }],
  },
];

/** The form section of a theme's section; “about” is part of the basics and has none. */
export function formSection(id: SectionId): FormSection | undefined {
  return FORM_SECTIONS.find((section) => section.id === id);
}
