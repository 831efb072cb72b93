/**
 * What a value says, without the space around it: résumés written by hand also hold numbers where
 * the standard has texts, and `null`.
 */
export const textOf = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";

/** Whether there is anything to read in a value: a text, a list or an entry of them. */
export function isFilled(value: unknown): boolean {
  if (value && typeof value === "object") return Object.values(value).some(isFilled);
  return textOf(value) !== "";
}

/** The items of a list that say something. */
export const filled = <Item>(items: readonly Item[] | undefined | null): Item[] =>
  Array.isArray(items) ? items.filter(isFilled) : [];
