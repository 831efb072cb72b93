import { readHead, type Chunk, type Head } from "../chunks.ts";
import { findEntries, type Entry } from "../entries.ts";
import { found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { degreeScore, schoolScore, splitDegree } from "./degree-words.ts";
import { endsInTowns, splitTown, splitTrailingPlace } from "./places.ts";
import { datesOf } from "./work.ts";

const SCORE =
  /(?:^|[\s(,;·])(?:(?:gpa|grade|cgpa|note|abschlussnote|notendurchschnitt|gesamtnote|nota|voto|media|mention|promedio|score)\s*:?\s*)([^,;|]+)|(?:^|\s)(\d[.,]\d{1,2}\s*\/\s*\d(?:[.,]\d+)?|\d{2,3}\s*\/\s*1[01]0(?: e lode)?)/iu;

/** Schools, degrees, subjects, dates, marks and courses. */
export function readEducation(items: readonly Item[]): FoundTree[] {
  const entries = findEntries(items);
  const heads = entries.map((entry) => readHead(entry.head));
  const schools = heads.flatMap((head) =>
    head.chunks.filter((chunk) => schoolScore(chunk.text) > 0).map((chunk) => chunk.text),
  );
  const withTowns = endsInTowns(schools);
  const firsts = heads.filter((head) => schoolScore(head.chunks[0]?.text ?? "") > 0).length;
  const schoolFirst = firsts > 0.5 * heads.length;
  return entries.flatMap((entry, i) => {
    const tree = educationTree(entry, heads[i]!, schoolFirst, withTowns);
    return tree.institution || tree.studyType || tree.area ? [tree] : [];
  });
}

interface Degree {
  institution: Chunk | null;
  studyType: string;
  area: string;
  score: string;
  lines: Chunk["lines"];
}

function educationTree(
  entry: Entry,
  head: Head,
  schoolFirst: boolean,
  withTowns: boolean,
): FoundTree {
  const degree = sortChunks(joinLinks(head.chunks.flatMap(atSchool)), schoolFirst);
  const whole = degree.institution?.text ?? "";
  const bracket = MARK_IN_BRACKETS.exec(whole);
  const name = bracket ? whole.slice(0, bracket.index) : whole;
  const split = splitTrailingPlace(name) ?? (withTowns ? splitTown(name) : null);
  const lines = degree.lines;
  const { score, courses } = coursesAndScore(entry.body);
  const marks = degree.score || score || (bracket?.[1] ?? "");
  return {
    institution: degree.institution
      ? found(
          split?.name ?? name,
          degree.institution.lines,
          schoolScore(name) ? 0.92 : 0.6,
          "school in the entry’s head",
        )
      : undefined,
    studyType: found(degree.studyType, lines, 0.85, "degree word"),
    area: found(
      degree.area.replace(MARK_AFTER, "").replace(MARK_IN_BRACKETS, ""),
      lines,
      0.75,
      "what follows the degree",
    ),
    url: head.url
      ? found(head.url.text, head.url.lines, 0.9, "address in the entry’s head")
      : undefined,
    ...datesOf(head, entry, "end"),
    score: marks
      ? found(marks, entry.body.flatMap((i) => i.lines).concat(lines), 0.7, "mark")
      : undefined,
    ...(courses.length ? { courses } : {}),
  };
}

const AT = /\s+(?:at|an der|am|à l[’']|à la|à|chez|en la|na|presso|aan de)\s+(?=\p{Lu})/u;

/** “BComm at University of Galway” is two facts; so is “PhD Princeton University, Computer Science”. */
function atSchool(chunk: Chunk): Chunk[] {
  const at = AT.exec(chunk.text);
  if (at && schoolScore(chunk.text.slice(at.index))) {
    return [
      { ...chunk, text: chunk.text.slice(0, at.index) },
      { ...chunk, text: chunk.text.slice(at.index + at[0].length) },
    ];
  }
  const parts = chunk.text.split(/,\s+/);
  if (parts.length < 2 || !schoolScore(chunk.text)) return [chunk];
  const schoolAt = parts.findIndex((part) => schoolScore(part) > 0);
  if (schoolAt === 0 && !parts.slice(1).some((part) => degreeScore(part))) {
    return [chunk];
  }
  if (schoolAt === 0)
    return [
      { ...chunk, text: parts[0]! },
      { ...chunk, text: parts.slice(1).join(", ") },
    ];
  return [
    { ...chunk, text: parts.slice(0, schoolAt).join(", ") },
    { ...chunk, text: parts.slice(schoolAt).join(", ") },
  ];
}

/** A degree's letters before its subject. */
const SHORT_DEGREE = /^\p{Lu}[\p{L}.]{1,5},\s+/u;

/** A mark after the subject: “Biology, GPA: 3.9”. */
const MARK_AFTER = /[,;(]\s*(?:gpa|grade|cgpa|note|abschlussnote|nota|voto|mention)\s*:.*$/iu;

/** A mark in brackets at the end: “(2:1)”, “(magna cum laude)”, “(1,4)”. */
const MARK_IN_BRACKETS =
  /\s*\(((?:predicted |expected )?(?:first(?:[- ]class)?(?: honou?rs)?|[12]:[12]|(?:upper|lower) second|distinction|merit|pass|honou?rs|(?:summa |magna )?cum laude|(?:gpa:? |note:? |grade:? )?\d(?:[.,]\d{1,2})?(?:\s?\/\s?\d{1,2}(?:[.,]\d)?)?|\d{2,3}\s?(?:%|\/\s?1[01]0(?: e lode)?)|mention [^()]*|(?:très |assez )?bien|sobresaliente|notable|matrícula de honor|sehr gut|gut|met lof|[A-F][+*-]?))\)$/iu;

/** “Máster in” set apart from “Diseño” by style alone is one piece again, so that the link parts them. */
function joinLinks(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    if (last && last.row === chunk.row && /\s(?:in|en|of|em)$/u.test(last.text))
      joined[joined.length - 1] = { ...last, text: `${last.text} ${chunk.text}` };
    else joined.push(chunk);
  }
  return joined;
}

/** The piece that names a school by its words, or by its place in a section that puts schools first. */
function schoolAmong(chunks: readonly Chunk[], schoolFirst: boolean): Chunk | null {
  const lean = (chunk: Chunk): number => schoolScore(chunk.text) - degreeScore(chunk.text);
  const best = chunks.toSorted((a, b) => lean(b) - lean(a))[0];
  if (best && schoolScore(best.text) > 0) return best;
  const first = chunks[0];
  return schoolFirst && first && chunks.length > 1 && degreeScore(first.text) === 0 ? first : null;
}

function sortChunks(chunks: readonly Chunk[], schoolFirst: boolean): Degree {
  const degree: Degree = { institution: null, studyType: "", area: "", score: "", lines: [] };
  degree.institution = schoolAmong(chunks, schoolFirst);
  const others = chunks.filter((chunk) => chunk !== degree.institution);
  for (const chunk of others) {
    const mark = SCORE.exec(chunk.text);
    if (mark && mark.index < 3) degree.score ||= (mark[1] ?? mark[2] ?? "").trim();
    else if (!degree.studyType && degreeScore(chunk.text) > 0) {
      Object.assign(degree, splitDegree(chunk.text));
      degree.lines = [...degree.lines, ...chunk.lines];
    } else if (!degree.institution && (degree.studyType || degree.area)) degree.institution = chunk;
    else if (!degree.area) {
      // “Master of Engineering - MEng, Coastal Engineering” says the degree twice.
      degree.area = degree.studyType ? chunk.text.replace(SHORT_DEGREE, "") : chunk.text;
      degree.lines = [...degree.lines, ...chunk.lines];
    } else if (!degree.institution) degree.institution = chunk;
  }
  if (!degree.institution && degree.area && !degree.studyType) {
    degree.institution = others[0] ?? null;
    degree.area = "";
  }
  return degree;
}

function coursesAndScore(body: readonly Item[]): {
  score: string;
  courses: FoundTree[string][] & [];
} {
  let score = "";
  const courses: unknown[] = [];
  for (const item of body) {
    const mark = SCORE.exec(item.text);
    if (mark && !score) {
      score = (mark[1] ?? mark[2] ?? "").trim();
      continue;
    }
    const value = found(item.text, item.lines, 0.7, "line under the degree");
    if (value) courses.push(value);
  }
  return { score, courses: courses as never };
}
