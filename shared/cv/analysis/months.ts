/** Months since the year 0, the first and last that a date can mean: “2019” may be any of twelve. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else. */
export function monthsOf(date: string | undefined): Months | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/.exec(date?.trim() ?? "");
  if (!match) return null;
  const year = Number(match[1]) * 12;
  if (match[2] === undefined) return { first: year, last: year + 11 };
  const month = year + Number(match[2]) - 1;
  return { first: month, last: month };
}

/** A time in somebody's life; without an end it goes on. */
export interface Span {
  readonly pointer: string;
  /** “Engineer at Tidal Software”, for a sentence. */
  readonly name: string;
  readonly house: string;
  readonly start: Months;
  readonly end: Months;
  readonly goesOn: boolean;
}

/** “7 months”, “2 years and 1 month”. */
export function lengthOf(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [`${years} ${years === 1 ? "year" : "years"}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? "month" : "months"}`] : []),
  ];
  return parts.join(" and ") || "no time";
}
