const NUMBER = new Intl.NumberFormat();
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" });
const COUNTRIES = new Intl.DisplayNames(undefined, { type: "region" });

export const amount = (count: number): string => NUMBER.format(count);

/** `2026-11-21` as people write it: “21 Nov”. */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** `PT` as people say it; what isn’t a country stays as it is. */
export function countryWords(code: string): string {
  if (code === "") return "Not known";
  try {
    return COUNTRIES.of(code) ?? code;
  } catch {
    return code;
  }
}

const DEVICES: Readonly<Record<string, string>> = {
  phone: "Phone",
  tablet: "Tablet",
  desktop: "Computer",
};
export const deviceWords = (device: string): string => DEVICES[device] ?? "Not known";

export const referrerWords = (host: string): string => (host === "" ? "Directly" : host);

const LINKS: Readonly<Record<string, string>> = { "mailto:": "E-mail", "tel:": "Phone" };
/** A link as it reads: without its scheme. */
export const linkWords = (link: string): string =>
  LINKS[link] ?? link.replace(/^https?:\/\//, "").replace(/(.)\/$/, "$1");

/** “1 visitor”, “2 visitors”. */
export const counted = (count: number, one: string): string =>
  `${amount(count)} ${count === 1 ? one : `${one}s`}`;
