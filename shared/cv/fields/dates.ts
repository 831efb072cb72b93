import { remembered } from "../remembered.ts";
import { plain, wordsPattern } from "../words.ts";

/** Month names and their short forms in en, de, fr, es, pt, it, nl, sv; the row is the month. */
const MONTHS = [
  "january|jan|januar|janner|janvier|janv|enero|ene|janeiro|gennaio|gen|januari",
  "february|feb|februar|fevrier|fevr|fev|febrero|fevereiro|febbraio|febbr|februari",
  "march|mar|marz|mrz|maerz|mars|marzo|marco|maart|mrt",
  "april|apr|avril|avr|abril|abr|aprile",
  "may|mai|mayo|maio|maggio|mag|magg|mei|maj",
  "june|jun|juni|juin|junio|junho|giugno|giu",
  "july|jul|juli|juillet|juil|julio|julho|luglio|lug",
  "august|aug|aout|agosto|ago|augustus|augusti",
  "september|sep|sept|septembre|septiembre|setiembre|setembro|set|settembre|sett",
  "october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott",
  "november|nov|novembre|noviembre|novembro",
  "december|dec|dezember|dez|decembre|diciembre|dic|dezembro|dicembre",
];

/** What people write for “still going on”. */
const PRESENT =
  "present|current|now|today|ongoing|to date|heute|jetzt|aktuell|laufend|aujourd'hui|aujourd hui|actuellement|present|en cours|ce jour|maintenant|actualidad|la actualidad|actual|presente|hoy|en curso|hoje|o momento|ate o momento|atual|atualmente|o presente|oggi|in corso|attuale|heden|huidig|nu|pagaende|tills vidare|idag|至今|现在|目前|今|現在|現職|在職中|継続中|till now|till date|to present|dato|bis dato|tot heden|tot nu|tot op heden|onwards|hasta hoy|ad oggi";

const MONTH_OF = new Map<string, string>();
MONTHS.forEach((names, index) => {
  for (const name of names.split("|")) MONTH_OF.set(name, String(index + 1).padStart(2, "0"));
});

const names = [...MONTH_OF.keys()].toSorted((a, b) => b.length - a.length).join("|");
const YEAR = "(?:19[4-9]\\d|20[0-4]\\d)";
/** Words for a part of a year: only the year of such a date is a fact. */
const SEASON =
  "(?:spring|summer|fall|autumn|winter|early|mid|late|fruhjahr|fruhling|sommer|herbst|anfang|mitte|ende|sommersemester|wintersemester|sose|wise|ws|ss|ete|automne|hiver|printemps|debut|fin|primavera|verano|otono|invierno|verao|outono|inverno|autunno|lente|voorjaar|zomer|najaar|begin|eind|sommar|vinter|q[1-4]|[1-4]\\.\\s?quartal|t[1-4])";
const ERA = "(?:令和|平成|昭和)\\s?(?:元|\\d{1,2})\\s?年";
const DATE = [
  `${YEAR}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?`,
  `${YEAR}\\s?年`,
  `${ERA}(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?`,
  `${YEAR}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\\d|3[01]))?(?!\\d)`,
  `(?:(?:0?[1-9]|[12]\\d|3[01])[./-])?(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${YEAR}`,
  `(?:(?:0?[1-9]|[12]\\d|3[01])\\.?\\s+(?:de\\s+)?)?(?:${names})(?![a-z])[.,]?\\s*(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?\\s+)?(?:(?:de|del|di|of|do)\\s+)?(?:${YEAR}|'\\d{2})`,
  `${SEASON}(?:\\s+|-)(?:(?:de|del|di|of)\\s+)?${YEAR}(?:/\\d{2}(?!\\d))?`,
  YEAR,
].join("|");
const present = wordsPattern(PRESENT).source;
const SEP =
  "\\s*(?:-|–|—|−|‒|~|～|〜|→|至|到|から|\\bto\\b|\\buntil\\b|\\bbis\\b|\\bau?\\b|\\ba\\b|\\bal?\\b|\\bhasta\\b|\\bate\\b|\\btot en met\\b|\\btot\\b|\\btill\\b|\\bfino a\\b|\\bt/m\\b)\\s*(?:\\b(?:zum|l'|le|la|ad)\\s?)?";
const SINCE =
  "(?:since|seit|depuis|desde|dal|sinds|from|ab|sedan|depuis le|a partir de|dal|da)\\s+";

/** “06/19 – 08/21”: two figures for the year are a date only where nothing else is on the line. */
const SHORT_RANGE = new RegExp(
  `^\\s*(0?[1-9]|1[0-2])[./](\\d{2})\\s*[-–—]\\s*(?:(0?[1-9]|1[0-2])[./](\\d{2})|(?:${present}))\\s*$`,
  "iu",
);

/** Two dates and nothing else: the sign between them was drawn, or left to a style sheet. */
const BARE_RANGE = new RegExp(`^\\s*(${DATE})\\s+(?:(${DATE})|(?:${present}))\\s*$`, "iu");

const RANGE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<since>${SINCE})|(?:von|vom|du|de|van|between|entre|entre le)\\s+(?=(?:${DATE})${SEP}))?(?:(?<month>${names})\\.?${SEP}(?=(?:${names})))?(?<start>${DATE})(?:(?<sep>${SEP})(?:(?<end>${DATE}|\\d{2}(?!\\d))|(?<present>${present})(?!\\p{Script=Latin})|(?=\\s*(?:$|[|·•,)\\s]{1}))))?(?![\\p{Script=Latin}\\d%€$])`,
  "iu",
);

export interface DateRange {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly start?: string;
  readonly end?: string;
  /** A second date or a word for “today” stood there; a lone date is neither start nor end by itself. */
  readonly isRange: boolean;
  readonly index: number;
  readonly length: number;
}

/** The first years of Japan's eras. */
const ERA_START = { 令和: 2019, 平成: 1989, 昭和: 1926 };
const ERA_DATE =
  /(令和|平成|昭和)\s?(元|\d{1,2})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?/u;

/** Gives a date as JSON Resume writes it, or null when the text is no date. */
export function isoDateOf(text: string): string | null {
  const s = plain(text);
  const year = new RegExp(YEAR).exec(s)?.[0];
  const era = ERA_DATE.exec(s);
  if (era) {
    const first = ERA_START[era[1] as keyof typeof ERA_START];
    const years = era[2] === "元" ? 1 : Number(era[2]);
    return [String(first + years - 1), era[3], era[4]].filter(Boolean).map(two).join("-");
  }
  if (!year) {
    const short = /'(\d{2})$/.exec(s);
    const month = monthOf(s);
    return short && month ? `20${short[1]}-${month}` : null;
  }
  const named = monthOf(s);
  if (named) {
    const day =
      /^(\d{1,2})\.?\s/.exec(s)?.[1] ?? /^[a-z.]+\s+(\d{1,2})(?:st|nd|rd|th)?,?\s/.exec(s)?.[1];
    return day ? `${year}-${named}-${day.padStart(2, "0")}` : `${year}-${named}`;
  }
  const yearFirst = /^\d{4}\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?/.exec(s);
  if (yearFirst) return [year, yearFirst[1], yearFirst[2]].filter(Boolean).map(two).join("-");
  const yearLast = /^(?:(\d{1,2})[./-])?(\d{1,2})\s?[./-]\s?\d{4}$/.exec(s);
  if (yearLast) return [year, yearLast[2], yearLast[1]].filter(Boolean).map(two).join("-");
  return year;
}

const two = (value: string | undefined): string => (value ?? "").padStart(2, "0");

function monthOf(s: string): string | null {
  for (const word of s.match(/[a-z]{3,}/g) ?? []) {
    const month = MONTH_OF.get(word);
    if (month) return month;
  }
  return null;
}

/** Finds the first date or range of dates in a text, or null. */
export const findDates = remembered(lookForDates);

function lookForDates(text: string): DateRange | null {
  // A date has digits: most text needs no look.
  if (!/[\d\uff10-\uff19]{2}|[和成]/.test(text)) return null;
  const s = foldKeepingLength(text);
  const short = SHORT_RANGE.exec(s);
  if (short) return shortRange(short);
  const bare = s.length < 40 ? BARE_RANGE.exec(s) : null;
  if (bare) return bareRange(bare);
  const match = RANGE.exec(s);
  if (!match?.groups) return null;
  const { start, end, sep, since, month } = match.groups;
  const first = isoDateOf(start!);
  if (!first) return null;
  const place = { index: match.index, length: match[0].length };
  if (month) {
    const from = MONTH_OF.get(plain(month));
    return { start: `${first.slice(0, 4)}-${from}`, end: first, isRange: true, ...place };
  }
  if (end && /^\d{2}$/.test(end.trim())) {
    const short = `${first.slice(0, 2)}${end.trim()}`;
    if (short > first.slice(0, 4)) return { start: first, end: short, isRange: true, ...place };
    return { start: first, isRange: false, index: match.index, length: start!.length };
  }
  const last = end ? isoDateOf(end) : null;
  if (last) return { start: first, end: last, isRange: true, ...place };
  if (match.groups["present"] || since || sep) return { start: first, isRange: true, ...place };
  return { start: first, isRange: false, ...place };
}

function shortRange(match: RegExpExecArray): DateRange | null {
  const [whole, month, year, endMonth, endYear] = match;
  const iso = (m: string, y: string): string => `${Number(y) < 50 ? "20" : "19"}${y}-${two(m)}`;
  const start = iso(month!, year!);
  const end = endMonth && endYear ? iso(endMonth, endYear) : undefined;
  if (end !== undefined && end < start) return null;
  return { start, ...(end ? { end } : {}), isRange: true, index: 0, length: whole.length };
}

function bareRange(match: RegExpExecArray): DateRange | null {
  const start = isoDateOf(match[1]!);
  const end = match[2] ? isoDateOf(match[2]) : null;
  if (!start || (end !== null && end < start)) return null;
  return { start, ...(end ? { end } : {}), isRange: true, index: 0, length: match[0].length };
}

/** Folds case and accents letter by letter, so that places in the result are places in the text. */
function foldKeepingLength(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  let folded = "";
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]!;
    if (letter < "\u0080") {
      folded += letter.toLowerCase();
      continue;
    }
    const one = plain(letter);
    folded += one.length === 1 ? one : /\s/.test(letter) ? " " : letter;
  }
  return folded;
}

const DURATION =
  /^[\s(·•,|]*(?:(?:\d+|one|two|three|ein|eine|un|une|uno|una|um|uma)\s*\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?n?|ans?|années?|mois|años?|meses|mes|anos?|mês|anni|anno|mesi|mese|jaar|maanden|maand|年|个月|か月|ヶ月)[\s,.]*(?:and|und|et|y|e|en)?\s*)+[)\s]*$/iu;

/** True for “1 yr 2 mos” and its like: computed, not a fact of the CV. */
export const isDuration = (text: string): boolean => text.length < 40 && DURATION.test(text);

/** True when a text is dates and nothing else, a duration in brackets apart. */
export const isDatesOnly = remembered(holdsOnlyDates);

function holdsOnlyDates(text: string): boolean {
  if (text.length > 70) return false;
  const found = findDates(text);
  if (!found) return false;
  const rest = (text.slice(0, found.index) + " " + text.slice(found.index + found.length))
    .replace(/[()[\]|·•,;:–—\-\s]/g, " ")
    .trim();
  return rest === "" || isDuration(rest);
}

/** True for a month name by itself, as the first half of a date that wraps. */
export const isMonthAlone = (text: string): boolean => MONTH_OF.has(plain(text).replace(/\.$/, ""));

/** True for a word like “present” by itself. */
export const isPresentAlone = (text: string): boolean =>
  new RegExp(`^(?:${present})$`, "iu").test(plain(text));
