import type { Resume } from "../../resume.ts";
import type { Rule, Spotted } from "./finding.ts";

/** Words; a longer list item is a paragraph. About two lines of a page. */
const LONGEST_ITEM = 40;
/** Items under one post; more aren't read. */
const MOST_ITEMS = 8;
/** Words about the person; more is a letter. */
const LONGEST_SUMMARY = 120;
/** Posts, newest first, of which results are expected. */
const RECENT = 3;

const words = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
const nameOf = (job: { position?: string | undefined; name?: string | undefined }): string =>
  [job.position, job.name].filter(Boolean).join(" at ") || "A post";

/** A figure that isn't a year: 40 %, 3 people, “twelve” and its like count too. */
const FIGURE =
  /(?<![\d.,])(?!(?:19|20)\d{2}(?![\d.,]))\d|[%€$£¥]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|half|double|doubled|twice|halved|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|millionen|verdoppelt|halbiert|deux|trois|quatre|cinq|dix|cent|mille|millions?|doublé|dos|tres|cuatro|cinco|diez|cien|mil|millones|duplicado|due|tre|quattro|cinque|dieci|cento|dois|três|quatro|dez|cem|milhões)\b|[一二三四五六七八九十百千万亿倍半]/iu;

/** Openings that say that somebody was there, not what they did. */
const WEAK =
  /^(?:responsible for|worked on|helped (?:to|with)|assisted (?:in|with)|involved in|participated in|duties included|tasked with|in charge of|verantwortlich für|zuständig für|mitarbeit (?:an|bei|in)|unterstützung (?:bei|der|des)|responsable (?:de|du|des)|participation à|chargée? de|encargad[oa] de|responsabile d[ie]|responsável por|负责|参与)/iu;

const noResult = (resume: Resume): Spotted[] =>
  (resume.work ?? []).slice(0, RECENT).flatMap((job, i) => {
    const texts = [...(job.highlights ?? []), job.summary ?? ""].filter((text) => text.trim());
    if (texts.length === 0 || texts.some((text) => FIGURE.test(text))) return [];
    return [{ pointer: `/work/${i}`, sentence: `“${nameOf(job)}” names no result with a figure.` }];
  });

const noText = (resume: Resume): Spotted[] =>
  (resume.work ?? []).slice(0, RECENT).flatMap((job, i) => {
    const says = job.summary?.trim() || job.highlights?.some((text) => text.trim());
    return says
      ? []
      : [{ pointer: `/work/${i}`, sentence: `“${nameOf(job)}” doesn’t say what you did there.` }];
  });

const noPosition = (resume: Resume): Spotted[] =>
  (resume.work ?? []).flatMap((job, i) =>
    job.position?.trim()
      ? []
      : [
          {
            pointer: `/work/${i}`,
            sentence: `What you were at “${job.name ?? "a post"}” is missing.`,
          },
        ],
  );

/** Every list item of work, voluntary work and projects with its pointer. */
function itemsOf(resume: Resume): { readonly pointer: string; readonly text: string }[] {
  return (["work", "volunteer", "projects"] as const).flatMap((list) =>
    (resume[list] ?? []).flatMap((entry, i) =>
      (entry.highlights ?? []).map((text, j) => ({
        pointer: `/${list}/${i}/highlights/${j}`,
        text,
      })),
    ),
  );
}

const short = (text: string): string => {
  const first = text.trim().split(/\s+/).slice(0, 6).join(" ");
  return first.length < text.trim().length ? `${first} …` : first;
};

const longItems = (resume: Resume): Spotted[] =>
  itemsOf(resume).flatMap(({ pointer, text }) =>
    words(text) > LONGEST_ITEM
      ? [{ pointer, sentence: `“${short(text)}” is ${words(text)} words long.` }]
      : [],
  );

const weakItems = (resume: Resume): Spotted[] =>
  itemsOf(resume).flatMap(({ pointer, text }) => {
    const opening = WEAK.exec(text.trim())?.[0];
    return opening ? [{ pointer, sentence: `“${short(text)}” begins with “${opening}”.` }] : [];
  });

function repeatedItems(resume: Resume): Spotted[] {
  const seen = new Set<string>();
  return itemsOf(resume).flatMap(({ pointer, text }) => {
    const key = text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, " ")
      .trim();
    const again = key !== "" && seen.has(key);
    seen.add(key);
    return again ? [{ pointer, sentence: `“${short(text)}” stands there twice.` }] : [];
  });
}

const manyItems = (resume: Resume): Spotted[] =>
  (resume.work ?? []).flatMap((job, i) => {
    const count = job.highlights?.length ?? 0;
    return count > MOST_ITEMS
      ? [{ pointer: `/work/${i}`, sentence: `“${nameOf(job)}” lists ${count} points.` }]
      : [];
  });

const longSummary = (resume: Resume): Spotted[] => {
  const count = words(resume.basics?.summary ?? "");
  return count > LONGEST_SUMMARY
    ? [{ pointer: "/basics/summary", sentence: `The text about you is ${count} words long.` }]
    : [];
};

/** Rules about what is said, and how. */
export const TEXT_RULES: readonly Rule[] = [
  {
    id: "no-position",
    why: "A post without a title is passed over.",
    todo: "Add what you were called, or what you were in plain words.",
    find: noPosition,
  },
  {
    id: "no-text",
    why: "A title alone says what was expected of you, not what you did.",
    todo: "Add one to three lines on what came of it.",
    find: noText,
  },
  {
    id: "no-result",
    why: "A figure is what people remember: how many, how much, how fast.",
    todo: "Add one: people, money, time, a share, a size.",
    find: noResult,
  },
  {
    id: "weak-opening",
    why: "Such an opening tells that you were there, not what you did.",
    todo: "Begin with the verb of what you did: built, led, taught, saved.",
    find: weakItems,
  },
  {
    id: "repeated",
    why: "Twice the same reads like a slip.",
    todo: "Keep it where it weighs more.",
    find: repeatedItems,
  },
  {
    id: "long-item",
    why: "Readers skim; after two lines they are gone.",
    todo: "Keep the result, and let the rest go or make it a second point.",
    find: longItems,
  },
  {
    id: "many-items",
    why: "The best point is lost among many.",
    todo: "Keep the strongest five or six.",
    find: manyItems,
  },
  {
    id: "long-summary",
    why: "The first paragraph decides whether the second is read.",
    todo: "Three or four sentences are plenty.",
    find: longSummary,
  },
];
