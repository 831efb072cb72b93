import { entriesOf } from "./entry-words.ts";
import { entryName, theOne, type FoundEntry } from "./find-entries.ts";
import { changed } from "./on-entry.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isComplaint } from "./plain-values.ts";

/** The school of this name; the only one there is where none is named. */
function schoolOf(name: string | undefined, { resume }: PlainContext): FoundEntry | null {
  if (name !== undefined) return theOne(name.replace(/'s$/u, ""), resume, ["education"]);
  return entriesOf(resume, "education").length === 1
    ? theOne("the only degree", resume, ["education"])
    : null;
}

const isValue = (words: string) =>
  words.length <= 80 && !isComplaint(words) && !isAboutLooks(words) && /[\p{L}\d]/u.test(words);

const GRADE_WORDS =
  "(grade|grades|gpa|score|mark|final grade|final mark|degree class|classification|result)";
/** What a grade looks like anywhere: “2:1”, “3.8/4.0”, “85%”, “a first”, “with distinction”. */
const GRADE =
  /^(?:with )?(?:an? )?(?:[12][:.][12]|(?:upper |lower )?(?:first|second|third)(?:[ -]class)?(?: hono(?:u)?rs)?|(?:summa |magna )?cum laude|distinction|merit|hono(?:u)?rs|gpa (?:of )?\d[.,]\d+|\d{1,2}[.,]\d{1,2}(?: ?(?:\/|out of) ?\d{1,3}(?:[.,]\d+)?)?|\d{1,3} ?%|\d{1,3} ?\/ ?\d{1,3}|A\*|[A-F][+-]|[Aa] [A-F])$/iu;

const bareGrade = (said: string): string => {
  const bare = said.replace(/^with (?=distinction|merit|hono)/iu, "").replace(/^an? (?=\S)/iu, "");
  return bare[0]!.toUpperCase() + bare.slice(1);
};

const hasGrade = (said: string) =>
  GRADE.test(said) ||
  /\d/u.test(said) ||
  /^\p{Lu}/u.test(said) ||
  /^(?:distinction|merit)/iu.test(said);

function set(
  found: FoundEntry,
  key: "score" | "studyType" | "area",
  value: string,
  { resume }: PlainContext,
): PlainAnswer {
  const called = { score: "grade", studyType: "degree", area: "subject" }[key];
  if (found.entry[key] === value) return nothing(`It says so already at ${entryName(found)}.`);
  return content(
    `The ${called} at ${entryName(found)} is “${value}” now.`,
    changed(resume, found, { [key]: value }),
  );
}

const DEGREE_AND_AREA =
  /^(?<type>(?:B|M)\.?(?:Sc|A|Eng|Ed|BA|Phil|Des|Mus)\.?(?: \(Hons\))?|PhD|Ph\.D\.|Bachelor(?:'s)?(?: degree)?(?: of \p{L}+)?|Master(?:'s)?(?: degree)?(?: of \p{L}+)?|Diploma|Certificate|Doctorate|MBA|Licence|Licentiate)(?: in|,)? (?<area>\p{Lu}.+)$/u;

const AT = "(at|from|in|for|of) [my|the] [school|degree at|studies at]";
const IS = "(is|was|should be|should say|is actually|was actually|is called|was called)";

/** Grade, degree and subject of a school. */
export const SCHOOL_KINDS = [
  kind(
    "school-grade",
    "my grade at ETH was 5.5",
    `(the|my) ${GRADE_WORDS} ${AT} {name} ${IS} {value}
     (set|change|add|put) [the|my|a] ${GRADE_WORDS} ${AT} {name} (to|as|:|with) {value}
     (the|my) ${GRADE_WORDS} ${IS} {value}
     (i got|i had|i received|i have|i finished with|i graduated with|i earned|i achieved) {grade} (at|from|in) {name}
     (i graduated|i finished) (from|at) {name} with {grade}
     (i finished with|i graduated with|my degree was) {grade}
     [the|my] {name} ${GRADE_WORDS} ${IS} {value}
     [the|my] {name} was with {grade}
     add {grade} to [my|the] [degree at|studies at|school] {name}`,
    ({ name, value, grade }, context) => {
      const found = schoolOf(name, context);
      if (!found || (grade !== undefined && !GRADE.test(grade))) return null;
      const score = bareGrade((value ?? grade)!);
      // “My grade is missing” gives none.
      return hasGrade(value ?? grade!) && isValue(score)
        ? set(found, "score", score, context)
        : null;
    },
  ),
  kind(
    "school-degree",
    "the degree at ETH is “MSc”",
    `(the|my) (degree|qualification|diploma|title|type of degree) ${AT} {name} ${IS} [a|an] {value}
     (set|change) (the|my) (degree|qualification|type of degree) ${AT} {name} to [a|an] {value}
     (i have|i got|i did|i hold|i received) (a|an|my) {degree} (at|from) {name}[,] not (a|an) {other}
     [the|my] {name} (degree|qualification) ${IS} [a|an] {value}`,
    ({ name, value, degree }, context) => {
      const found = schoolOf(name, context);
      const said = (value ?? degree)!;
      if (!found || !isValue(said) || !/\p{Lu}/u.test(said) || /^\p{L}+ \d{4}$|^\d/u.test(said))
        return null;
      const { type, area } = DEGREE_AND_AREA.exec(said)?.groups ?? {};
      if (type === undefined || area === undefined) return set(found, "studyType", said, context);
      return content(
        `The degree at ${entryName(found)} is “${type}” in “${area}” now.`,
        changed(context.resume, found, { studyType: type, area }),
      );
    },
  ),
  kind(
    "school-subject",
    "the subject at ETH is “Physics”",
    `(the|my) (subject|major|field|course|field of study|course of study|programme|program|area|specialisation|specialization) ${AT} {name} ${IS} {value}
     (set|change) (the|my) (subject|major|field|course|field of study|area) ${AT} {name} to {value}
     (my|the) (major|subject|field of study|course of study) ${IS} {value}
     at {name} (i studied|i did|i read|i majored in|my subject was|my major was) {value}
     [the|my] {name} (subject|major|course) ${IS} {value}`,
    ({ name, value }, context) => {
      const found = schoolOf(name, context);
      if (!found || !isValue(value!) || !/^\p{Lu}/u.test(value!) || /\d{4}/u.test(value!))
        return null;
      return set(found, "area", value!, context);
    },
  ),
];
