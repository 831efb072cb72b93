/**
 * Dates as people type them, to what JSON Resume keeps: `2020`, `2020-03` or `2020-03-14`.
 * Month names come from `Intl`, so the table can't be wrong in a language we don't speak.
 */
export type TypedDate =
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "empty" }
  | { readonly kind: "unclear" };

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl"];
const ONGOING =
  /^(present|now|today|current|ongoing|heute|aktuell|aujourd'hui|actuel|actualidad|oggi|atual|nu|heden|obecnie)$/;

const bare = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.,]+$/g, "");

const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      return Array.from(
        { length: 12 },
        (_, month) => [bare(format.format(Date.UTC(2000, month, 1))), month + 1] as const,
      );
    }),
  ),
);

const isYear = (number: number) => number >= 1000 && number <= 2999;
const two = (number: number) => String(number).padStart(2, "0");

function iso(year: number, month?: number, day?: number): TypedDate {
  if (!isYear(year)) return { kind: "unclear" };
  if (month === undefined) return { kind: "date", iso: String(year) };
  if (month < 1 || month > 12) return { kind: "unclear" };
  if (day === undefined) return { kind: "date", iso: `${year}-${two(month)}` };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last
    ? { kind: "date", iso: `${year}-${two(month)}-${two(day)}` }
    : { kind: "unclear" };
}

function fromNumbers(numbers: readonly number[]): TypedDate {
  const [a = Number.NaN, b, c] = numbers;
  if (numbers.length === 1) return iso(a);
  if (numbers.length === 2 && b !== undefined) return isYear(a) ? iso(a, b) : iso(b, a);
  if (numbers.length === 3 && b !== undefined && c !== undefined) {
    return isYear(a) ? iso(a, b, c) : iso(c, b, a);
  }
  return { kind: "unclear" };
}

/**
 * Reads a date from what a person typed: “2020”, “Mar 2020”, “03/2020”, “2020-03-14”, “14.3.2020”
 * (three numbers are day first), “present” (which JSON Resume keeps as no end date).
 */
export function readTypedDate(text: string): TypedDate {
  const typed = bare(text.trim());
  if (typed === "" || ONGOING.test(typed)) return { kind: "empty" };
  const words = typed.split(/[\s,/.–-]+/).filter((word) => word !== "" && word !== "de");
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const names = words.filter((word) => !/^\d+$/.test(word));
  if (numbers.length + names.length !== words.length) return { kind: "unclear" };
  if (names.length === 0) return fromNumbers(numbers);
  const month = names.length === 1 ? MONTHS.get(bare(names[0]!)) : undefined;
  const year = numbers.find(isYear);
  if (month === undefined || year === undefined || numbers.length > 2) return { kind: "unclear" };
  return iso(
    year,
    month,
    numbers.find((number) => number !== year),
  );
}

const SHOWN = {
  month: new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }),
};

/** Shows a kept date: “2020”, “Mar 2020” or “14 Mar 2020”; anything else as it stands. */
export function showDate(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value) ?? [];
  if (year === undefined || month === undefined) return value;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  return (day === undefined ? SHOWN.month : SHOWN.day).format(time);
}

/** Year and month (1–12) of a kept date, for the month picker. */
export function yearAndMonth(value: string): { readonly year?: number; readonly month?: number } {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(value) ?? [];
  if (year === undefined) return {};
  return month === undefined
    ? { year: Number(year) }
    : { year: Number(year), month: Number(month) };
}
