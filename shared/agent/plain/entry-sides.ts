import { organisationScore, positionScore } from "../../cv/fields/role-words.ts";

/** Whether the words name what somebody does. */
export const hasRole = (words: string): boolean => positionScore(words) > 0;

/**
 * “Volvo, software developer” or “software developer, Volvo”: with a mark between them nothing but the
 * words tells which is the house. `null` where they don’t either.
 */
export function sidesOf(
  first: string,
  second: string,
): { readonly what: string; readonly where: string } | null {
  const houseness = (words: string) => (hasRole(words) ? -1 : organisationScore(words));
  const [one, other] = [houseness(first), houseness(second)];
  if (one === other) return null;
  return one < other ? { what: first, where: second } : { what: second, where: first };
}
