import { readHead, type Chunk, type Head } from "../chunks.ts";
import { findEntries, type Entry } from "../entries.ts";
import { found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { degreeScore, schoolScore, splitDegree } from "./degree-words.ts";
import { splitTrailingPlace } from "./places.ts";
import { datesOf } from "./work.ts";

const SCORE =
  /(?:^|[\s(,;·])(?:(?:gpa|grade|cgpa|note|abschlussnote|notendurchschnitt|gesamtnote|nota|voto|media|mention|promedio|score)\s*:?\s*)([^,;|]+)|(?:^|\s)(\d[.,]\d{1,2}\s*\/\s*\d(?:[.,]\d+)?|\d{2,3}\s*\/\s*1[01]0(?: e lode)?)/iu;

/** Schools, degrees, subjects, dates, marks and courses. */
export function readEducation(items: readonly Item[]): FoundTree[] {
  const entries = findEntries(items);
  return entries.flatMap((entry) => {
    const tree = educationTree(entry, readHead(entry.head));
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

function educationTree(entry: Entry, head: Head): FoundTree {
  const degree = sortChunks(head.chunks.flatMap(atSchool));
  const name = degree.institution?.text ?? "";
  const split = splitTrailingPlace(name);
  const lines = degree.lines;
  const { score, courses } = coursesAndScore(entry.body);
  const marks = degree.score || score;
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
    area: found(degree.area, lines, 0.75, "what follows the degree"),
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

function sortChunks(chunks: readonly Chunk[]): Degree {
  const degree: Degree = { institution: null, studyType: "", area: "", score: "", lines: [] };
  const bySchool = chunks.toSorted(
    (a, b) =>
      schoolScore(b.text) - degreeScore(b.text) - (schoolScore(a.text) - degreeScore(a.text)),
  );
  const best = bySchool[0];
  if (best && schoolScore(best.text) > 0) degree.institution = best;
  const others = chunks.filter((chunk) => chunk !== degree.institution);
  for (const chunk of others) {
    const mark = SCORE.exec(chunk.text);
    if (mark && mark.index < 3) degree.score ||= (mark[1] ?? mark[2] ?? "").trim();
    else if (!degree.studyType && degreeScore(chunk.text) > 0) {
      Object.assign(degree, splitDegree(chunk.text));
      degree.lines = [...degree.lines, ...chunk.lines];
    } else if (!degree.institution && (degree.studyType || degree.area)) degree.institution = chunk;
    else if (!degree.area) {
      degree.area = chunk.text;
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
