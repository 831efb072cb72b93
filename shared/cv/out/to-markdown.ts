import type { Resume } from "../../resume.ts";
import { outlineCv, safeHref, shownUrl, type OutEntry } from "./outline-cv.ts";

/**
 * A résumé as Markdown (CommonMark), every leaf of the standard in it. Text is data: signs that Markdown
 * would read are escaped, and addresses that could run code stay plain text.
 */
export function toMarkdown(resume: Resume): string {
  const cv = outlineCv(resume);
  const picture = safeHref(cv.image);
  const blocks = [
    cv.name && `# ${plain(cv.name)}`,
    picture ? `![${plain(cv.name)}](<${picture.replace(/[<>\s]/g, encodeURIComponent)}>)` : "",
    cv.label && `**${plain(cv.label)}**`,
    cv.contacts.map(({ text, href }) => link(text, href)).join(" · "),
    paragraphs(cv.summary),
    ...cv.sections.flatMap(({ title, entries }) => [
      `## ${plain(title)}`,
      ...entries.map(entryText),
    ]),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function entryText(entry: OutEntry): string {
  const { title, house, dates, place, url, facts, texts, points, tags } = entry;
  const heading = [title, house].filter(Boolean).map(plain).join(", ");
  const line = [dates, place, ...facts].filter(Boolean).map(plain);
  const facing = [...line, ...(url ? [link(shownUrl(url), safeHref(url))] : [])].join(" · ");
  return [
    heading && `### ${heading}`,
    facing,
    ...texts.map(paragraphs),
    points.map((point) => `- ${plain(point)}`).join("\n"),
    tags.map(plain).join(", "),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Line breaks of a text stay paragraphs. */
const paragraphs = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map(plain)
    .join("\n\n");

function link(text: string, href: string | undefined): string {
  return href
    ? `[${plain(text)}](<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>)`
    : plain(text);
}

/** One line of text with every sign escaped that Markdown could take for its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replace(/^([#+-]|\d+[.)])(?=\s|$)/, (sign) =>
      sign.length > 1 ? `${sign.slice(0, -1)}\\${sign.at(-1)}` : `\\${sign}`,
    )
    .replace(/^(=+|-{2,})$/, "\\$1");
}
