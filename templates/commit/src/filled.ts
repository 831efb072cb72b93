const hasText = (value: unknown): boolean =>
  typeof value === "string"
    ? value.trim() !== ""
    : typeof value === "object" && value !== null && Object.values(value).some(hasText);

/** The texts and records of a list that say something; `[]` for a list that isn't there. */
export const filled = <T>(list: readonly T[] | null | undefined): T[] =>
  (list ?? []).filter(hasText);

/** The texts that say something, in one line: "Kelp, Bristol". */
export const joined = (between: string, ...texts: (string | undefined)[]): string =>
  filled(texts).join(between);
