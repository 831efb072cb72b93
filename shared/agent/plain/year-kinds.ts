import { RESUME_LISTS, type Resume, type ResumeList } from "../../resume.ts";
import { entriesOf, withEntries, type Entry } from "./entry-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { nameOf, sectionOf } from "./section-moves.ts";

const DATES = ["startDate", "endDate", "date", "releaseDate"];
const WITH_MONTH = /^\d{4}-\d{2}/u;

const inYears = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) =>
      DATES.includes(key) && typeof value === "string" && WITH_MONTH.test(value)
        ? [key, value.slice(0, 4)]
        : [key, value],
    ),
  );

function onlyYears(lists: readonly ResumeList[], { resume, theme }: PlainContext): PlainAnswer {
  const next = lists.reduce<Resume>(
    (now, list) => (now[list] ? withEntries(now, list, entriesOf(now, list).map(inYears)) : now),
    resume,
  );
  const where = lists.length === 1 ? nameOf(lists[0]!, theme) : "your CV";
  return JSON.stringify(next) === JSON.stringify(resume)
    ? nothing(`There are no months in the dates of ${where}.`)
    : content(
        `The dates of ${where} are years only now. The months are taken out; “undo” brings them back.`,
        next,
      );
}

const YEARS =
  "(years|the years|years only|only years|only the years|just years|just the years|only the year|just the year|year only)";
const SHOW = "(show|use|have|keep|list|display|write|put|give|make it|say)";
const NO_MONTHS =
  "(remove|delete|hide|drop|no|without|leave out|don't show|take out|lose|get rid of|cut)";

/** Dates without their months. */
export const YEAR_KINDS = [
  kind(
    "only-years",
    "only years in the work dates",
    `[${SHOW}] ${YEARS} [please] [,] [no months|not months|not the months|without months|without the months|instead of months|instead of months and years] (in|for|at|on|with) [the|my] {list} [dates]
     [${SHOW}] ${YEARS} [,] [no months|not months|not the months|without months|without the months|instead of months|instead of months and years]
     (only|just) show [the] (year|years)[,] [no months|not month|not months|not the month|not the months|no month|without the month|without months] (in|for|at|on|with) [the|my] {list} [dates]
     (only|just) show [the] (year|years)[,] [no months|not month|not months|not the month|not the months|no month|without the month|without months]
     [${SHOW}] ${YEARS} (in|for|as) [all|all of] [the|my|their] dates
     ${NO_MONTHS} [the] months (in|from|of|for|at|on) [the|my] {list} [dates]
     ${NO_MONTHS} [all] [the] months [in the dates|from the dates|from all dates|of the dates|from my dates|everywhere]
     [${SHOW}] [the|my|all] dates (as years|as years only|without months|without the months|only as years|in years|in years only|with the year only|with years only)
     [${SHOW}] [the|my] {list} dates (as years|as years only|without months|without the months|only as years|in years|in years only)
     [the|my] {list} dates should (be|show|have) [only|just] [the] (years|years only)
     [the|my|all] dates should (be|show|have) [only|just] [the] (years|years only)`,
    ({ list: said }, context) => {
      const bare = said?.replace(/^(?:the )?dates (?:of|in|for) (?:the |my )?/iu, "");
      if (
        bare === undefined ||
        /^(?:all|everything|all of them|dates|all dates|every section)$/iu.test(bare)
      )
        return onlyYears(RESUME_LISTS, context);
      const list = sectionOf(bare, context.theme);
      return list === null || list === "about" ? null : onlyYears([list], context);
    },
  ),
];
