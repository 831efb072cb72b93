import { language } from "./resume";
import { words } from "./words";

/** "2020-03" → "Mar 2020" in the page's language; what isn't a date stays as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year, month] = match;
  if (!month) return year!;
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(day);
}

/** "https://www.example.org/" → "example.org" */
export const displayUrl = (url: string) => url.replace(/^\w+:\/\/(www\.)?/, "").replace(/\/$/, "");

/** Adds the scheme that people leave out, and refuses the ones that run code. */
export function href(url: string): string | undefined {
  if (/^(https?:|mailto:|tel:)/i.test(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(url)) return undefined;
  return `https://${url.replace(/^\/+/, "")}`;
}

/** "PT" → "Portugal", in the page's language. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** A start and an end as one phrase: "Mar 2020 – Present". */
export function formatRange(start?: string, end?: string): string {
  if (!start) return end ? formatDate(end) : "";
  return `${formatDate(start)} – ${end ? formatDate(end) : words.present}`;
}
