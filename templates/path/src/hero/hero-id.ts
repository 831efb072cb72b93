import { theme } from "../theme";

const HEROES = ["branches", "trailhead"] as const;
export type HeroId = (typeof HEROES)[number];

/** The shape of the page's opening; the first where theme.json names none that there is. */
export const heroId: HeroId = HEROES.find((id) => id === theme.variants?.hero) ?? HEROES[0];
