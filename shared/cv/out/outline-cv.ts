import type { Resume, ResumeList } from "../../resume.ts";
import { SECTION_ORDER, sectionTitles } from "./section-titles.ts";

/** One entry as any format prints it; empty strings and lists where there is nothing. */
export interface OutEntry {
  readonly title: string;
  /** Employer, school, giver. */
  readonly house: string;
  readonly dates: string;
  readonly place: string;
  readonly url: string;
  /** Short facts: a mark, roles, a level. */
  readonly facts: readonly string[];
  readonly texts: readonly string[];
  readonly points: readonly string[];
  readonly tags: readonly string[];
}

export interface OutSection {
  readonly id: ResumeList;
  readonly title: string;
  readonly entries: readonly OutEntry[];
}

export interface OutContact {
  readonly text: string;
  /** Absent where it is no address, or one that must not be followed. */
  readonly href?: string;
}

/** A CV in the order in which it is read; every leaf of a résumé is in it once. */
export interface OutCv {
  readonly language: string;
  readonly name: string;
  readonly label: string;
  readonly image: string;
  readonly contacts: readonly OutContact[];
  readonly summary: string;
  readonly sections: readonly OutSection[];
}

type Entry = Partial<Record<string, unknown>>;

const textOf = (entry: Entry, key: string): string => {
  const value = entry[key];
  return typeof value === "string" ? value.trim() : "";
};
const textsOf = (entry: Entry, ...keys: readonly string[]): string[] =>
  keys.flatMap((key) => {
    const value = entry[key];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((one): one is string => typeof one === "string" && one.trim() !== "");
  });

/** Which key of a section is its entries' title, and which their house. */
const NAMES: Readonly<Record<ResumeList, readonly [title: string, house: string]>> = {
  work: ["position", "name"],
  volunteer: ["position", "organization"],
  education: ["studyType", "institution"],
  projects: ["name", "entity"],
  awards: ["title", "awarder"],
  certificates: ["name", "issuer"],
  publications: ["name", "publisher"],
  skills: ["name", ""],
  languages: ["language", ""],
  interests: ["name", ""],
  references: ["name", ""],
};

/** Takes a résumé apart for printing, in its own language. Keys that the standard doesn't know stay out. */
export function outlineCv(resume: Resume): OutCv {
  const language = resume.meta?.language ?? "en";
  const titles = sectionTitles(language);
  const { basics = {} } = resume;
  return {
    language,
    name: basics.name?.trim() ?? "",
    label: basics.label?.trim() ?? "",
    image: basics.image?.trim() ?? "",
    contacts: contactsOf(basics, language),
    summary: basics.summary?.trim() ?? "",
    sections: SECTION_ORDER.flatMap((id) => {
      const entries = ((resume[id] ?? []) as readonly Entry[])
        .map((entry) => outEntry(entry, id, language, titles.present))
        .filter((entry) => Object.values(entry).some((value) => value.length > 0));
      return entries.length ? [{ id, title: titles[id], entries }] : [];
    }),
  };
}

function outEntry(entry: Entry, id: ResumeList, language: string, present: string): OutEntry {
  const [titleKey, houseKey] = NAMES[id];
  const dates =
    textOf(entry, "startDate") || textOf(entry, "endDate")
      ? rangeOf(textOf(entry, "startDate"), textOf(entry, "endDate"), language, present)
      : dateText(textOf(entry, "date") || textOf(entry, "releaseDate"), language);
  const area = id === "education" ? textOf(entry, "area") : "";
  return {
    title: [textOf(entry, titleKey), area].filter(Boolean).join(", "),
    house: houseKey ? textOf(entry, houseKey) : "",
    dates,
    place: textOf(entry, "location"),
    url: textOf(entry, "url"),
    facts: textsOf(entry, "level", "fluency", "score", "roles", "type"),
    texts: textsOf(entry, "description", "summary", "reference"),
    points: textsOf(entry, "highlights"),
    tags: textsOf(entry, "keywords", "courses"),
  };
}

function contactsOf(basics: NonNullable<Resume["basics"]>, language: string): OutContact[] {
  const { location = {} } = basics;
  const place = [
    location.address,
    [location.postalCode, location.city].filter(Boolean).join(" "),
    location.region,
    countryText(location.countryCode ?? "", language),
  ];
  const contact = (text: string | undefined, href: string | undefined): OutContact[] =>
    text?.trim() ? [{ text: text.trim(), ...(href ? { href } : {}) }] : [];
  const phone = basics.phone?.replace(/[^\d+]/g, "");
  return [
    ...contact(basics.email, basics.email && `mailto:${basics.email.trim()}`),
    ...contact(basics.phone, phone && `tel:${phone}`),
    ...contact(place.filter((part) => part?.trim()).join(", "), undefined),
    ...contact(basics.url && shownUrl(basics.url), safeHref(basics.url ?? "")),
    ...(basics.profiles ?? []).flatMap(({ network, username, url }) => [
      ...contact(
        [network, username].filter(Boolean).join(": "),
        username || network ? safeHref(url ?? "") : undefined,
      ),
      ...(url ? contact(shownUrl(url), safeHref(url)) : []),
    ]),
  ];
}

/** Without scheme and last slash, as people write addresses. */
export const shownUrl = (url: string): string =>
  url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/\/$/, "");

/** The address of a link, with the scheme that people leave out; undefined for any that could run code. */
export function safeHref(url: string): string | undefined {
  const address = url.trim();
  if (address === "") return undefined;
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address) || address.startsWith(".")
    ? undefined
    : `https://${address.replace(/^\/+/, "")}`;
}

/** “Mar 2020” in the CV's language; what is no date stays as it stands. */
export function dateText(date: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date.trim());
  if (!match?.[2]) return date.trim();
  const day = new Date(`${match[1]}-${match[2]}-${match[3] ?? "01"}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date.trim();
  return inLanguage(language, (tags) =>
    new Intl.DateTimeFormat(tags, {
      year: "numeric",
      month: "short",
      ...(match[3] ? { day: "numeric" } : {}),
      calendar: "gregory",
      timeZone: "UTC",
    }).format(day),
  );
}

function rangeOf(start: string, end: string, language: string, present: string): string {
  if (!start) return dateText(end, language);
  const [from, to] = [dateText(start, language), end ? dateText(end, language) : present];
  return from === to ? from : `${from} – ${to}`;
}

function countryText(code: string, language: string): string {
  if (!/^[a-z]{2}$/i.test(code.trim())) return code.trim();
  return inLanguage(
    language,
    (tags) => new Intl.DisplayNames(tags, { type: "region" }).of(code.trim().toUpperCase()) ?? code,
  );
}

/** Runs with the CV's language, or in English where the tag is none that the machine takes. */
function inLanguage<T>(language: string, run: (tags: string[]) => T): T {
  try {
    return run([language, "en"]);
  } catch {
    return run(["en"]);
  }
}
