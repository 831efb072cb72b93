import { fail, ok, type Failure, type Result } from "../failure.ts";
import { wordsInLatin } from "./latin-letters.ts";
import { RESERVED_SLUGS } from "./reserved-slugs.ts";

/** The name of a published site: the first label of its host. */
export type Slug = string;

export const SLUG_LENGTH = { least: 3, most: 40 } as const;
/** Letters of a suggestion: what fits on a business card. */
const SUGGESTED_LENGTH = 30;

/** As ids of hosted sandboxes look on the hosts beside (`edge/domain/host.ts`). */
const HOSTED = /^s-[0-9a-f]{8}-/;
/** As links to drafts look (`draft-link.ts`). */
const DRAFT = /^draft-[a-z2-7]{26}$/;

/**
 * A word as it looks at a glance: `paypa1`, `paypal` and `pay-pal` are one. Only what is compared with
 * reserved names is folded, since real names differ in such letters too.
 */
const folded = (slug: string): string =>
  slug
    .replaceAll("-", "")
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("3", "e")
    .replaceAll("5", "s")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");

const RESERVED = new Set(RESERVED_SLUGS.map(folded));

/**
 * Takes a slug as somebody typed it: capitals and spaces around it don't matter. Only a–z, digits and
 * single dashes: letters of other scripts that look like Latin ones can't stand in it, nor can `xn--`,
 * which browsers show as such letters. Fails with `invalid` and what is wrong.
 */
export function parseSlug(raw: string): Result<Slug> {
  const slug = raw.trim().toLowerCase();
  if (slug.length < SLUG_LENGTH.least) {
    return fail(refused(`An address has at least ${SLUG_LENGTH.least} characters.`));
  }
  if (slug.length > SLUG_LENGTH.most) {
    return fail(refused(`An address has at most ${SLUG_LENGTH.most} characters.`));
  }
  if (!/^[a-z0-9-]+$/.test(slug)) {
    return fail(refused("An address has only the letters a–z, digits and dashes."));
  }
  if (slug.startsWith("-") || slug.endsWith("-") || slug.includes("--")) {
    return fail(refused("Dashes stand alone, between letters or digits."));
  }
  if (/^\d+$/.test(slug)) return fail(refused("An address has at least one letter."));
  if (RESERVED.has(folded(slug)) || HOSTED.test(slug) || DRAFT.test(slug)) {
    return fail(refused(`“${slug}” is kept for the service itself.`));
  }
  return ok(slug);
}

/**
 * A slug for somebody's name: “Жанна д’Арк” → `zhanna-dark`. A name that gives none that may be had
 * becomes `site-` and four characters.
 * @param chance gives a number from 0 up to, not including, 1
 */
export function suggestSlug(name: string, chance: () => number): Slug {
  const slug = wordsInLatin(name).join("-").slice(0, SUGGESTED_LENGTH).replace(/-+$/, "");
  const parsed = parseSlug(slug);
  return parsed.ok ? parsed.value : `site-${letters(chance)}`;
}

/** The same slug with something behind it, for when it is taken. */
export const variantOf = (slug: Slug, chance: () => number): Slug =>
  `${slug.slice(0, SLUG_LENGTH.most - 5).replace(/-+$/, "")}-${letters(chance)}`;

const letters = (chance: () => number) =>
  Array.from({ length: 4 }, () => Math.floor(chance() * 36).toString(36)).join("");

const refused = (message: string): Failure => ({
  kind: "invalid",
  message,
  nextStep: "Choose another address, for example your name.",
  retryable: false,
});
