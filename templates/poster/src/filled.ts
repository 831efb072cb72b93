/** Whether there is anything to read in a value: a text, a list or an entry of them. */
export function isFilled(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "number") return true;
  if (value && typeof value === "object") return Object.values(value).some(isFilled);
  return false;
}

/** The items of a list that say something. */
export const filled = <Item>(items: readonly Item[] | undefined | null): Item[] =>
  (items ?? []).filter(isFilled);
