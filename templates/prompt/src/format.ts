import { language } from "./resume";
import { words } from "./words";

const ISO_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/;

/** What `<time datetime>` may hold: a year, a month or a day. `undefined` for "Summer 2019". */
export function machineDate(date: string): string | undefined {
  const match = ISO_DATE.exec(date.trim());
  return match ? match.slice(1).filter(Boolean).join("-") : undefined;
}

/** "2020-03" and "2020-03-14" → "Mar 2020" in the page's language; what isn't a date stays as it is. */
export function formatDate(date: string): string {
  const [, year, month] = ISO_DATE.exec(date.trim()) ?? [];
  if (!year) return date;
  if (!month) return year;
  // A language that the machine doesn't know would otherwise give the machine's own.
  return new Intl.DateTimeFormat([language, "en"], {
    year: "numeric",
    month: "short",
    calendar: "gregory",
    timeZone: "UTC",
  }).format(new Date(`${year}-${month}-01T00:00:00Z`));
}

/** "https://www.example.org/" → "example.org" */
export const displayUrl = (url: string) =>
  url
    .trim()
    .replace(/^\w+:\/\/(www\.)?/, "")
    .replace(/\/$/, "");

/** Adds the scheme that people leave out, and refuses the ones that run code. */
export function href(url: string): string | undefined {
  const address = url.trim();
  if (/^(https?:|mailto:|tel:)/i.test(address)) return address;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return undefined;
  return `https://${address.replace(/^\/+/, "")}`;
}

/** "PT" → "Portugal", in the page's language. */
export function countryName(code: string): string {
  try {
    const names = new Intl.DisplayNames([language, "en"], { type: "region" });
    return names.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** A start and an end as one phrase: "Mar 2020 – Present". */
export function formatRange(start?: string, end?: string): string {
  if (!start) return end ? formatDate(end) : "";
  const [from, to] = [formatDate(start), end ? formatDate(end) : words.present];
  return from === to ? from : `${from} – ${to}`;
}
