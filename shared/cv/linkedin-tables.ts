import type { Resume } from "../resume.ts";
import { withoutBullet } from "./bullets.ts";
import { isoDateOf } from "./fields/dates.ts";
import { splitDegree } from "./fields/degree-words.ts";
import { detectLanguage } from "./detect-language.ts";

/** One table of the export: rows keyed by the names in its header. */
export type Table = readonly Readonly<Record<string, string>>[];

type Leaf = string | readonly string[] | object | undefined;

/** Maps LinkedIn's data export (file and column names as of its 2024 format) to a résumé. */
export function readLinkedInTables(tables: Readonly<Record<string, Table>>): Resume {
  const table = (name: string): Table => tables[name] ?? [];
  const list = (
    name: string,
    row: (row: Readonly<Record<string, string>>) => Record<string, Leaf>,
  ): object[] =>
    table(name)
      .map((r) => filled(row(r)))
      .filter((entry) => Object.keys(entry).length > 0);
  const dates = (row: Readonly<Record<string, string>>): Record<string, Leaf> => ({
    startDate: date(row["Started On"] ?? row["Start Date"]),
    endDate: date(row["Finished On"] ?? row["End Date"]),
  });
  const resume = filled({
    basics: basicsOf(tables),
    work: list("positions", (r) => ({
      name: r["Company Name"],
      position: r["Title"],
      location: r["Location"],
      ...dates(r),
      ...textsOf(r["Description"], "summary"),
    })),
    volunteer: list("volunteering", (r) => ({
      organization: r["Company Name"],
      position: r["Role"],
      ...dates(r),
      ...textsOf(r["Description"], "summary"),
    })),
    education: list("education", (r) => ({
      institution: r["School Name"],
      ...splitDegree(r["Degree Name"] ?? ""),
      ...dates(r),
    })),
    skills: list("skills", (r) => ({ name: r["Name"] })),
    languages: list("languages", (r) => ({ language: r["Name"], fluency: r["Proficiency"] })),
    certificates: list("certifications", (r) => ({
      name: r["Name"],
      issuer: r["Authority"],
      url: r["Url"],
      date: date(r["Started On"]),
    })),
    projects: list("projects", (r) => ({
      name: r["Title"],
      url: r["Url"],
      ...dates(r),
      ...textsOf(r["Description"], "description"),
    })),
    publications: list("publications", (r) => ({
      name: r["Name"],
      publisher: r["Publisher"],
      releaseDate: date(r["Published On"]),
      url: r["Url"],
      summary: r["Description"],
    })),
    awards: list("honors", (r) => ({
      title: r["Title"],
      date: date(r["Issued On"]),
      summary: r["Description"],
    })),
    references: list("recommendations received", (r) => ({
      name: [r["First Name"], r["Last Name"]].filter(Boolean).join(" "),
      reference: r["Text"],
    })),
  }) as Resume;
  const text = table("positions")
    .map((r) => r["Description"])
    .join(" ");
  return { ...resume, meta: { version: "v1.0.0", language: detectLanguage(text) } };
}

function basicsOf(tables: Readonly<Record<string, Table>>): object {
  const profile = tables["profile"]?.[0] ?? {};
  const emails = tables["email addresses"] ?? [];
  const email = emails.find((r) => /yes/i.test(r["Primary"] ?? "")) ?? emails[0];
  const [city, region] = (profile["Geo Location"] ?? "").split(/,\s*/);
  const sites = [
    ...(profile["Websites"] ?? "").matchAll(/(?:[A-Z_]+:)?(https?:\/\/[^,\]\s]+)/g),
  ].map((m) => m[1]!);
  const twitter = (profile["Twitter Handles"] ?? "")
    .replace(/[[\]]/g, "")
    .split(",")
    .map((t) => t.trim())
    .filter(Boolean);
  return filled({
    name: [profile["First Name"], profile["Last Name"]].filter(Boolean).join(" "),
    label: profile["Headline"],
    email: email?.["Email Address"],
    phone: tables["phonenumbers"]?.[0]?.["Number"],
    url: sites[0],
    summary: profile["Summary"],
    location: filled({
      city,
      region,
      postalCode: profile["Zip Code"],
      address: profile["Address"],
    }),
    profiles: twitter.map((username) => ({ network: "Twitter", username })),
  });
}

const date = (text: string | undefined): string | undefined =>
  text ? (isoDateOf(text) ?? undefined) : undefined;

function textsOf(text: string | undefined, prose: "summary" | "description"): Record<string, Leaf> {
  const lines = (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const bullets = lines.flatMap((line) => withoutBullet(line) ?? []);
  return {
    [prose]: lines.filter((line) => withoutBullet(line) === null).join("\n"),
    highlights: bullets,
  };
}

/** Leaves out what is empty. */
function filled(record: Readonly<Record<string, Leaf>>): Record<string, Leaf> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) =>
      typeof value === "string" || Array.isArray(value)
        ? value.length > 0
        : value && Object.keys(value).length > 0,
    ),
  );
}
