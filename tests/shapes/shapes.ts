import type { Resume } from "../../shared/resume.ts";
import type { TemplateManifest } from "../../shared/template.ts";
import type { Theme } from "../../shared/theme.ts";
import type { Content } from "../templates/build-template.ts";
import { fullResume } from "../templates/full-resume.ts";
import { longResume } from "../templates/long-resume.ts";
import { readJson } from "../templates/template-folders.ts";
import { arabicResume } from "./arabic-resume.ts";
import { chineseResume } from "./chinese-resume.ts";
import { japaneseResume } from "./japanese-resume.ts";
import { fortyJobs, twoHundredSkills } from "./many-resumes.ts";

/** A kind of CV that people have, for which every template must be beautiful. */
export interface Shape {
  readonly name: string;
  /** The résumé; a template's own sample is what some shapes change. */
  readonly resume: (sample: Resume) => Resume;
}

/** Where the pictures of the shapes are served, below the site (see serve-template.ts). */
export const PICTURES = {
  portrait: "/pictures/portrait.svg",
  wide: "/pictures/wide.svg",
} as const;

const DATES = new Set(["startDate", "endDate", "date", "releaseDate"]);
const LINKS = new Set(["url"]);

/** The same value with every field of one of these names changed, or left out where null is given. */
function withFields(value: unknown, names: ReadonlySet<string>, to: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => withFields(one, names, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (!names.has(key)) return [[key, withFields(inner, names, to)]];
      return to === null ? [] : [[key, to]];
    }),
  );
}

function withPicture(resume: Resume, image: string | undefined): Resume {
  const { image: _, ...basics } = resume.basics ?? {};
  return { ...resume, basics: image === undefined ? basics : { ...basics, image } };
}

const LONG_LINK = `https://www.an-address-of-a-very-long-name.example/archive/${"2024/the-same-again-".repeat(8)}/index.html?from=${"abcdefghijklmnopqrstuvwxyz0123456789".repeat(4)}#end`;

export const SHAPES: readonly Shape[] = [
  { name: "its sample", resume: (sample) => sample },
  {
    name: "one line",
    resume: () => ({ basics: { name: "Ilse Varnhold", label: "Gardener in Leeds" } }),
  },
  { name: "a name only", resume: () => ({ basics: { name: "Ilse Varnhold" } }) },
  { name: "40 jobs", resume: () => fortyJobs },
  { name: "200 skills", resume: () => twoHundredSkills },
  { name: "90-letter words", resume: () => longResume },
  { name: "Arabic", resume: () => arabicResume },
  { name: "Chinese", resume: () => chineseResume },
  { name: "Japanese", resume: () => japaneseResume },
  { name: "no photo", resume: (sample) => withPicture(sample, undefined) },
  { name: "portrait photo", resume: (sample) => withPicture(sample, PICTURES.portrait) },
  { name: "wide photo", resume: (sample) => withPicture(sample, PICTURES.wide) },
  {
    name: "very long links",
    resume: (sample) => {
      const linked = withFields(sample, LINKS, LONG_LINK) as Resume;
      return { ...linked, basics: { ...linked.basics, url: LONG_LINK } };
    },
  },
  { name: "no dates", resume: (sample) => withFields(sample, DATES, null) as Resume },
  {
    name: "everything filled",
    resume: () => withPicture(fullResume(2).resume, PICTURES.portrait),
  },
  {
    name: "everything filled, from right to left",
    resume: () => ({
      ...withPicture(fullResume(2).resume, PICTURES.wide),
      meta: { language: "ar" },
    }),
  },
];

/**
 * What a shape is for a template: its résumé, and a look in both modes. Openings and ways to show
 * skills take turns, from one shape to the next, so that each meets some shapes.
 */
export function contentOf(shape: Shape, template: string): Required<Content> {
  const { variants = {} } = readJson(template, "template.json") as TemplateManifest;
  const turn = SHAPES.indexOf(shape);
  const chosen = Object.entries(variants).map(([part, all = []]) => [
    part,
    all[turn % all.length]?.id,
  ]);
  return {
    resume: shape.resume(readJson(template, "src/data/resume.json") as Resume),
    theme: {
      ...(readJson(template, "src/theme.json") as Theme),
      mode: "auto",
      variants: Object.fromEntries(chosen) as Record<string, string>,
    },
  };
}
