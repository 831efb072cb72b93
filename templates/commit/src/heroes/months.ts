import { filled } from "../filled";
import { machineDate } from "../format";
import { resume } from "../resume";

/** A year of the calendar: how many things were going on in each of its twelve months. */
export interface Year {
  year: number;
  months: number[];
}

/** More years than a page is wide are left out at the beginning. */
const MOST_YEARS = 60;

/** Months since year 0; a date of a year only is its first month, or its last. */
function monthOf(date: unknown, ifYearOnly: number): number | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(machineDate(String(date ?? "")) ?? "") ?? [];
  return year ? Number(year) * 12 + (month ? Number(month) - 1 : ifYearOnly) : undefined;
}

/**
 * The months of work, projects, study and volunteering, by year; `[]` where less than two years are
 * dated. What goes on still is taken to go on until the last month that the résumé speaks of, so that
 * the page says the same whenever it is built.
 */
export function calendarYears(): Year[] {
  const { work, projects, education, volunteer } = resume;
  const spans = [
    ...filled(work),
    ...filled(projects),
    ...filled(education),
    ...filled(volunteer),
  ].flatMap(({ startDate, endDate }) => {
    const start = monthOf(startDate, 0);
    return start === undefined ? [] : [{ start, end: monthOf(endDate, 11) }];
  });
  const last = Math.max(...spans.map(({ start, end }) => end ?? start));
  const first = Math.min(...spans.map(({ start }) => start));
  const end = Math.floor(last / 12);
  const begin = Math.max(Math.floor(first / 12), end - MOST_YEARS + 1);
  if (!(end - begin >= 1)) return [];
  return Array.from({ length: end - begin + 1 }, (_, index) => ({
    year: begin + index,
    months: Array.from({ length: 12 }, (_, month) => {
      const now = (begin + index) * 12 + month;
      return spans.filter(({ start, end = last }) => start <= now && now <= end).length;
    }),
  }));
}
