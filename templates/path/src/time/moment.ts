import { machineDate } from "../format";

/** A year and its fraction: 2020.25 is the first of April 2020. */
export type Moment = number;

const YEAR = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/;

/**
 * When a date begins, and when it is over: "2020" lasts a year, "2020-03" a month. A date in words
 * ("Summer 2019") is its year; one that names no year is no moment.
 */
export function momentsOf(date: string | undefined): { from: Moment; to: Moment } | undefined {
  const [year, month, day] = (machineDate(date ?? "") ?? YEAR.exec(date ?? "")?.[0] ?? "").split(
    "-",
  );
  if (!year) return undefined;
  if (!month) return { from: Number(year), to: Number(year) + 1 };
  const from = Number(year) + (Number(month) - 1) / 12;
  if (!day) return { from, to: from + 1 / 12 };
  const exact = from + (Number(day) - 1) / 365;
  return { from: exact, to: exact };
}
