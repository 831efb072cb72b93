import type { CvDocument } from "../../shared/cv-document.ts";

/** What a file hides from its reader, page by page, as text: shown to the person, kept from models (R1.9). */
export function hiddenText(document: CvDocument): string[] {
  if (document.kind !== "pages" || document.hidden.length === 0) return [];
  const byPage = new Map<number, string[]>();
  for (const { page, text } of document.hidden) {
    byPage.set(page, [...(byPage.get(page) ?? []), text]);
  }
  return [...byPage.values()].map((texts) => texts.join(" ").replaceAll(/\s+/g, " ").trim());
}
