import { latinWords } from "../../shared/portfolio/name-project.ts";

/** How much of a name an id carries, in characters. */
const LONGEST_NAME = 24;
const CHANCE_LENGTH = 6;

/**
 * A new portfolio's id: “Ada Lovelace” → `ada-lovelace-4k9x2c`. It stands in addresses and is the
 * preview's host, hence only a–z, digits and single dashes; a name without any gives `site-…`.
 * @param chance gives a number from 0 up to, not including, 1
 */
export function portfolioId(name: string, chance: () => number): string {
  const words = latinWords(name).join("-").slice(0, LONGEST_NAME).replace(/-+$/, "");
  const end = Array.from({ length: CHANCE_LENGTH }, () => Math.floor(chance() * 36).toString(36));
  return `${words || "site"}-${end.join("")}`;
}
