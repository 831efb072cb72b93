/** Whether a value of the résumé says something; a number does, as people write `"score": 1.3`. */
const hasText = (value: unknown): boolean =>
  typeof value === "string"
    ? value.trim() !== ""
    : typeof value === "number" ||
      (typeof value === "object" && value !== null && Object.values(value).some(hasText));

/** The texts and records of a list that say something; `[]` for a list that isn't there. */
export const filled = <T>(list: readonly T[] | null | undefined): NonNullable<T>[] =>
  Array.isArray(list) ? list.filter(hasText) : [];

/** The texts that say something, in one line: "Kelp, Bristol". */
export const joined = (between: string, ...texts: (string | undefined)[]): string =>
  filled(texts).join(between);
