import { theme } from "./theme";

const HEROES = ["monument", "drift", "list"] as const;
const SKILLS = ["works", "specimen"] as const;

/** The one that is named, or the first. */
const chosen = <Id extends string>(ids: readonly [Id, ...Id[]], named: string | undefined): Id =>
  ids.find((id) => id === named) ?? ids[0];

export const hero = chosen(HEROES, theme.variants?.hero);
export const skills = chosen(SKILLS, theme.variants?.skills);
