import type { Publication } from "../resume";

export const KINDS = [
  "article",
  "conference",
  "preprint",
  "book",
  "thesis",
  "talk",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

/** JSON Resume has no field for the kind or the authors of a publication; many files add them. */
export interface Extra {
  type?: unknown;
  authors?: unknown;
}

/** One of these as a word of its own; `\b` knows letters of English only. */
const words = (some: string, elsewhere: string) =>
  new RegExp(`(?<!\\p{L})(?:${some})(?!\\p{L})|${elsewhere}`, "iu");

/** Journals that are called proceedings. */
const PROCEEDINGS_JOURNALS =
  "of the national academy|of the royal society|of the ieee *(?:$|[,;(\\d])";

/** The first rule that a text meets decides: a talk about a book is a talk. Lecture notes are none. */
const RULES: readonly (readonly [Kind, RegExp])[] = [
  [
    "talk",
    words(
      "talk|keynote|invited (?:talk|lecture|seminar|speaker)|lecture(?! notes)|seminar|colloquium|panel discussion|poster session|tutorial|vortrag|exposé|conférence invitée|charla|ponencia invitada|palestra|relazione su invito|voordracht",
      "报告|講演|محاضرة",
    ),
  ],
  [
    "thesis",
    words("thesis|dissertation|habilitation|thèse|tesis|tese|tesi|proefschrift", "学位|博士|رسالة"),
  ],
  [
    "preprint",
    words(
      "preprint|pre-print|working paper|arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|osf",
      "预印本",
    ),
  ],
  [
    "conference",
    words(
      `(?:in-?)?proceedings(?! (?:${PROCEEDINGS_JOURNALS}))|proc\\.|conference|workshop|symposium|congress|conferentie|konferenz|tagung|colloque|congreso|congresso|convegno|simposio`,
      "会议|学会|مؤتمر",
    ),
  ],
  [
    "article",
    words(
      `journal|article|letters|transactions|reviews?|annals|bulletin|quarterly|magazine|zeitschrift|revue|revista|rivista|tijdschrift|acta|plos|(?<=^)(?:nature|science)|proceedings (?:${PROCEEDINGS_JOURNALS})`,
      "学报|期刊|杂志|論文誌|مجلة",
    ),
  ],
  [
    "book",
    words(
      "book|chapter|press|verlag|publishing|publishers|books|éditions|editorial|editora|editore|uitgeverij|springer|routledge|elsevier|wiley",
      "出版社|書店|دار",
    ),
  ],
];

const kindIn = (text: unknown): Kind | undefined =>
  typeof text === "string" ? RULES.find(([, rule]) => rule.test(text))?.[0] : undefined;

/**
 * What a publication is, by the words in its own `type` (where a file has one), else in its publisher,
 * else in its address. What no rule knows is "other": nothing is guessed from a title.
 */
export const kindOf = ({ type, publisher, url }: Publication & Extra): Kind =>
  kindIn(type) ?? kindIn(publisher) ?? (/arxiv\.org/i.test(url ?? "") ? "preprint" : "other");
