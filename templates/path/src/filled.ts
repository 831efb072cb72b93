/** Whether a value says anything: a text, a number, or a list or record with one in it. */
export function isFilled(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "number") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(isFilled);
}

/** The items of a list that say something; `[]` for a list that isn't there. */
export const filled = <Item>(items: readonly Item[] | null | undefined): Item[] =>
  Array.isArray(items) ? items.filter(isFilled) : [];
