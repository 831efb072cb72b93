import { valueAt, type Json } from "./edit-json.ts";
import type { FormSection } from "./resume-fields.ts";
import { showDate } from "./typed-date.ts";

function readable(entry: Json, keys: readonly string[]): string {
  for (const key of keys) {
    const value = valueAt(entry, `/${key}`);
    const text = Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : "";
    if (text.trim() !== "") return text.trim();
  }
  return "";
}

/** What names an entry in its list: “Northwind”, or “New job” words while it is empty. */
export function entryTitle(section: FormSection, entry: Json): string {
  return readable(entry, section.title) || `Untitled ${section.entry.replace(/^an? /, "")}`;
}

/** The quiet line under it: “Engineer · Mar 2020 – present”. */
export function entryBeside(section: FormSection, entry: Json): string {
  const title = readable(entry, section.title);
  const beside = readable(entry, section.beside);
  const period = entryPeriod(entry);
  return [beside === title ? "" : beside, period].filter((part) => part !== "").join(" · ");
}

function entryPeriod(entry: Json): string {
  const single = readable(entry, ["date", "releaseDate"]);
  if (single !== "") return showDate(single);
  const start = readable(entry, ["startDate"]);
  const end = readable(entry, ["endDate"]);
  if (start === "") return end === "" ? "" : showDate(end);
  return `${showDate(start)} – ${end === "" ? "present" : showDate(end)}`;
}
