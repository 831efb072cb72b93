import { findPhoneNumbersInText, type CountryCode } from "libphonenumber-js/min";
import { found, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf, type Line } from "../line.ts";
import { networkOf, readProfiles, withWholeAddresses, type Sourced } from "./profiles.ts";

const EMAIL = /(?<!@[\p{L}\p{N}._-]*)[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const URL =
  /(?:https?:\/\/|www\.)[^\s,;|()<>•·]+|(?<![@\p{L}\p{N}.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|it|nl|pt|br|cn|jp|uk|ca|au|eu|ch|at|be|ie|us|co|app|tech|design|page|site|blog|info|edu|academy|art|studio|example)(?:\/[^\s,;|()<>•·]*)?(?![\p{L}\p{N}@])/giu;

export interface Contacts {
  readonly email: Found | undefined;
  readonly phone: Found | undefined;
  readonly url: Found | undefined;
  readonly profiles: readonly FoundTree[];
}

/** Ways to reach a person, from where a CV states them; the rest of the document is the second choice. */
export function findContacts(
  items: readonly Item[],
  everywhere: readonly Line[],
  country: string,
): Contacts {
  const near = withWholeAddresses(items.map(({ text, lines }) => ({ text, lines })));
  const far = everywhere.map((line) => ({ text: line.text, lines: [line] }));
  const email = first([...near, ...far], (text) => EMAIL.exec(text)?.[0]);
  // A number that opens with a plus or a bracket is no postcode and no house number.
  const dialled = (text: string): string | undefined => {
    const number = phoneIn(text, country);
    return number && /^[+(]/.test(number) ? number : undefined;
  };
  const phone =
    first(near, dialled) ??
    first(near, (text) => phoneIn(text, country)) ??
    first(far, (text) => phoneIn(text, country));
  const addresses = near.flatMap(({ text, lines }) =>
    [...text.replace(new RegExp(EMAIL, "gu"), " ").matchAll(URL)].map((match) => ({
      url: match[0].replace(/[.,;:]+$/, ""),
      lines,
      // A link whose target was spelled out for print.
    })),
  );
  const links = items.flatMap((item) =>
    item.cells.flat().flatMap((part, at, parts) => {
      const { href } = part;
      // A link may be set in several pieces; the first of them stands for all.
      if (!href || !/^https?:/.test(href) || parts[at - 1]?.href === href) return [];
      const end = parts.findIndex((other, i) => i > at && other.href !== href);
      const label = textOf(parts.slice(at, end < 0 ? parts.length : end));
      return [{ url: href, lines: item.lines, label }];
    }),
  );
  const profiles = readProfiles(addresses, links, near);
  const own =
    addresses.find(({ url }) => networkOf(url) === null) ??
    links.find(({ url }) => networkOf(url) === null);
  return {
    email: email && found(email.value, email.lines, 0.98, "e-mail address"),
    phone: phone && found(phone.value, phone.lines, 0.92, "telephone number"),
    url: own && found(own.url, own.lines, 0.8, "web address"),
    profiles,
  };
}

function first(
  sources: readonly Sourced[],
  pick: (text: string) => string | undefined,
): { value: string; lines: readonly Line[] } | undefined {
  for (const { text, lines } of sources) {
    const value = pick(text);
    if (value) return { value, lines };
  }
  return undefined;
}

function phoneIn(text: string, country: string): string | undefined {
  const bare = text.replace(new RegExp(EMAIL, "gu"), " | ").replace(URL, " | ");
  const numbers = findPhoneNumbersInText(bare, {
    defaultCountry: country as CountryCode,
    extended: false,
  });
  const match = numbers.find(
    (n) => n.endsAt - n.startsAt >= 7 && n.number.nationalNumber.length >= 6,
  );
  if (match) return bare.slice(match.startsAt, match.endsAt).trim();
  // Numbers reserved for fiction are valid for no country's plan; their shape is still a number's.
  const shape =
    /(?<![\d/.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s./-]?\d{2,5}){1,4}(?![\d/])/.exec(
      bare,
    )?.[0];
  const digits = shape?.replace(/\D/g, "") ?? "";
  if (!shape || digits.length < 8 || digits.length > 15) return undefined;
  if (
    /^(?:19|20)\d{2}[\s./-]+(?:19|20)?\d{2}/.test(shape.trim()) ||
    /^\d{4}-\d{4}-\d{4}-/.test(shape)
  )
    return undefined;
  return shape.trim();
}

/** A line's text without its contacts, to see whether something else is said. */
export const withoutContacts = (text: string): string =>
  text.replace(new RegExp(EMAIL, "gu"), "").replace(URL, "").replace(/\s+/g, " ").trim() || "";
