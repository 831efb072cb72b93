import type { Resume } from "../resume.ts";
import { withoutBullet } from "./bullets.ts";
import { detectLanguage } from "./detect-language.ts";
import { isoDateOf } from "./fields/dates.ts";
import { splitDegree } from "./fields/degree-words.ts";
import { networkOf } from "./fields/profiles.ts";

/** One table of the export: rows keyed by the names in its header. */
export type Row = Readonly<Record<string, string>>;
export type Table = readonly Row[];

type Leaf = string | readonly string[] | object | undefined;
type Leaves = Record<string, Leaf>;

const date = (text: string | undefined): string | undefined =>
  text ? (isoDateOf(text) ?? undefined) : undefined;

const dates = (row: Row): Leaves => ({
  startDate: date(row["Started On"] ?? row["Start Date"]),
  endDate: date(row["Finished On"] ?? row["End Date"]),
});

/** What people note of their grade; other notes have no field in a résumé. */
const SCORE =
  /(?:^|\n)\s*(?:grade|final grade|gpa|note|abschlussnote|mention|nota(?: media| final)?|voto|cijfer|betyg|成绩|成績)\s*[:：]\s*([^\n]{1,40})/iu;

/** Which table fills which list, and how its columns are called (export format of 2024). */
const LISTS: readonly (readonly [list: string, table: string, read: (row: Row) => Leaves])[] = [
  [
    "work",
    "positions",
    (r) => ({
      name: r["Company Name"],
      position: r["Title"],
      location: r["Location"],
      ...dates(r),
      ...textsOf(r["Description"], "summary"),
    }),
  ],
  [
    "volunteer",
    "volunteering",
    (r) => ({
      organization: r["Company Name"],
      position: r["Role"],
      ...dates(r),
      ...textsOf(r["Description"], "summary"),
    }),
  ],
  [
    "education",
    "education",
    (r) => ({
      institution: r["School Name"],
      ...splitDegree(r["Degree Name"] ?? ""),
      ...dates(r),
      score: SCORE.exec(r["Notes"] ?? "")?.[1],
    }),
  ],
  ["skills", "skills", (r) => ({ name: r["Name"] })],
  ["languages", "languages", (r) => ({ language: r["Name"], fluency: r["Proficiency"] })],
  [
    "certificates",
    "certifications",
    (r) => ({
      name: r["Name"],
      issuer: r["Authority"],
      url: r["Url"],
      date: date(r["Started On"]),
    }),
  ],
  [
    "projects",
    "projects",
    (r) => ({
      name: r["Title"],
      url: r["Url"],
      ...dates(r),
      ...textsOf(r["Description"], "description"),
    }),
  ],
  [
    "publications",
    "publications",
    (r) => ({
      name: r["Name"],
      publisher: r["Publisher"],
      releaseDate: date(r["Published On"]),
      url: r["Url"],
      summary: r["Description"],
    }),
  ],
  [
    "awards",
    "honors",
    (r) => ({ title: r["Title"], date: date(r["Issued On"]), summary: r["Description"] }),
  ],
  [
    "references",
    "recommendations received",
    // What a person hides from their page has no place in a portfolio.
    (r) =>
      /hidden|pending/i.test(r["Status"] ?? "")
        ? {}
        : {
            name: [r["First Name"], r["Last Name"]].filter(Boolean).join(" "),
            reference: r["Text"],
          },
  ],
];

/** Maps LinkedIn's data export to a résumé. Tables are keyed by file name, lower case, without `.csv`. */
export function readLinkedInTables(tables: Readonly<Record<string, Table>>): Resume {
  const lists: Leaves = {};
  for (const [list, table, read] of LISTS)
    lists[list] = (tables[table] ?? [])
      .map((row) => filled(read(row)))
      .filter((entry) => Object.keys(entry).length > 0);
  const profile = tables["profile"]?.[0] ?? {};
  const text = [
    profile["Headline"],
    profile["Summary"],
    ...(tables["positions"] ?? []).map((row) => row["Description"]),
  ].join(" ");
  return {
    ...(filled({ basics: basicsOf(tables), ...lists }) as Resume),
    meta: { version: "v1.0.0", language: detectLanguage(text) },
  };
}

function basicsOf(tables: Readonly<Record<string, Table>>): object {
  const profile = tables["profile"]?.[0] ?? {};
  const emails = tables["email addresses"] ?? [];
  const email = emails.find((r) => /yes/i.test(r["Primary"] ?? "")) ?? emails[0];
  const [city, region] = (profile["Geo Location"] ?? "").split(/,\s*/);
  const sites = sitesOf(profile["Websites"] ?? "");
  const twitter = (profile["Twitter Handles"] ?? "")
    .replace(/[[\]]/g, "")
    .split(",")
    .map((handle) => handle.trim())
    .filter(Boolean);
  return filled({
    name: [profile["First Name"], profile["Last Name"]].filter(Boolean).join(" "),
    label: profile["Headline"],
    email: email?.["Email Address"],
    phone: tables["phonenumbers"]?.[0]?.["Number"],
    url: sites.find((url) => networkOf(url) === null),
    summary: profile["Summary"]?.replace(/\r\n?/g, "\n"),
    location: filled({
      city,
      region,
      postalCode: profile["Zip Code"],
      address: profile["Address"],
    }),
    profiles: [
      ...twitter.map((username) => ({ network: "Twitter", username })),
      ...sites.flatMap((url) => {
        const network = networkOf(url);
        const username = url.replace(/\/$/, "").split("/").at(-1);
        return network ? [{ network, username, url }] : [];
      }),
    ],
  });
}

/** `[PERSONAL:https://a.example,OTHER:b.example]`, the scheme often left out. */
const sitesOf = (text: string): string[] =>
  text
    .replace(/^\[|\]$/g, "")
    .split(/\s*,\s*/)
    .map((site) => site.replace(/^[A-Z_]+:/, "").trim())
    .filter((site) => /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\S*$/u.test(site))
    .map((site) => (/^https?:/.test(site) ? site : `https://${site}`));

function textsOf(text: string | undefined, prose: "summary" | "description"): Leaves {
  const lines = (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    [prose]: lines.filter((line) => withoutBullet(line) === null).join("\n"),
    highlights: lines.flatMap((line) => withoutBullet(line) ?? []),
  };
}

/** Leaves out what is empty. */
function filled(record: Readonly<Leaves>): Leaves {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) =>
      typeof value === "string" || Array.isArray(value)
        ? value.length > 0
        : value && Object.keys(value).length > 0,
    ),
  );
}
