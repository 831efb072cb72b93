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

/** The first rule that a text meets decides; a talk about a book is a talk. */
const RULES: readonly (readonly [Kind, RegExp])[] = [
  [
    "talk",
    /\b(talk|keynote|invited|lecture|seminar|colloquium|panel|poster session|tutorial|vortrag|exposé|conférence invitée|charla|ponencia invitada|palestra|relazione su invito|voordracht)\b|报告|講演|محاضرة/iu,
  ],
  [
    "thesis",
    /\b(thesis|dissertation|habilitation|thèse|tesis|tese|tesi|proefschrift)\b|学位|博士|رسالة/iu,
  ],
  [
    "preprint",
    /\b(preprint|pre-print|working paper|arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|osf)\b|预印本/iu,
  ],
  [
    "conference",
    /\b(proceedings|proc\.|conference|workshop|symposium|congress|conferentie|konferenz|tagung|colloque|congreso|congresso|convegno|simposio|in-?proceedings)\b|会议|学会|مؤتمر/iu,
  ],
  [
    "article",
    /\b(journal|article|letters|transactions|review|reviews|annals|bulletin|quarterly|magazine|zeitschrift|revue|revista|rivista|tijdschrift|acta|nature|science|plos|proceedings of the national academy)\b|学报|期刊|杂志|論文誌|مجلة/iu,
  ],
  [
    "book",
    /\b(book|chapter|press|verlag|publishing|publishers|books|éditions|editorial|editora|editore|uitgeverij|springer|routledge|elsevier|wiley)\b|出版社|書店|دار/iu,
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
