const COUNT = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const DOLLARS = new Intl.NumberFormat(undefined, {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 2,
});
const SHARE = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "short" });

export const countWords = (count: number): string => COUNT.format(count);
export const dollarWords = (dollars: number): string => DOLLARS.format(dollars);
/** A part of a whole as percent; a dash where there is no whole. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? "–" : SHARE.format(part / whole);
/** Epoch milliseconds. */
export const momentWords = (at: number): string => MOMENT.format(at);
/** Bytes. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1e9 ? `${COUNT.format(bytes / 1e9)} GB` : `${COUNT.format(bytes / 1e6)} MB`;

/** Figures by name, largest first. */
export const sortedFigures = (
  figures: Readonly<Record<string, number>>,
): readonly (readonly [string, string])[] =>
  Object.entries(figures)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, figure]) => [name, countWords(figure)] as const);
