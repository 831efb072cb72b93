import type { Resume } from "../../resume.ts";
import { outlineCv, safeHref, shownUrl, type OutCv, type OutEntry } from "./outline-cv.ts";
import { PRINT_STYLE } from "./print-style.ts";

/** Nothing may load and nothing may run: the page is text and its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A résumé as a page to print (R1.10): one HTML document of its own, for A4 and Letter alike. All text
 * is escaped, links are those of the web, mail and telephone only; the picture stays out, since a page
 * that fetched it would tell its host who prints.
 */
export function toPrintHtml(resume: Resume): string {
  const cv = outlineCv(resume);
  const title = cv.name ? `${cv.name} – CV` : "CV";
  return `<!doctype html>
<html lang="${escape(cv.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<title>${escape(title)}</title>
<style>${PRINT_STYLE}</style>
</head>
<body>
${headOf(cv)}
${cv.sections
  .map(
    ({ id, title: words, entries }) =>
      `<section class="${id}"><h2>${escape(words)}</h2>${entries.map(entryHtml).join("\n")}</section>`,
  )
  .join("\n")}
</body>
</html>
`;
}

const headOf = ({ name, label, contacts, summary }: OutCv): string =>
  [
    "<header>",
    name && `<h1>${escape(name)}</h1>`,
    label && `<p class="label">${escape(label)}</p>`,
    contacts.length > 0 &&
      `<ul class="contacts">${contacts.map(({ text, href }) => `<li>${link(text, href)}</li>`).join("")}</ul>`,
    "</header>",
    summary && `<div class="summary">${paragraphs(summary)}</div>`,
  ]
    .filter(Boolean)
    .join("\n");

function entryHtml(entry: OutEntry): string {
  const { title, house, dates, place, url, facts, texts, points, tags } = entry;
  const aside = [dates, place].filter(Boolean).map(escape).join("<br>");
  const named = [
    title && `<strong>${escape(title)}</strong>`,
    house && `<span class="house">${escape(house)}</span>`,
    ...facts.map((fact) => `<span class="fact">${escape(fact)}</span>`),
    url && link(shownUrl(url), safeHref(url)),
  ].filter(Boolean);
  return [
    "<article>",
    `<div class="aside">${aside}</div>`,
    '<div class="body">',
    named.length > 0 && `<h3>${named.join('<span class="dot"> · </span>')}</h3>`,
    ...texts.map(paragraphs),
    points.length > 0 && `<ul>${points.map((point) => `<li>${escape(point)}</li>`).join("")}</ul>`,
    tags.length > 0 && `<p class="tags">${tags.map(escape).join(", ")}</p>`,
    "</div></article>",
  ]
    .filter(Boolean)
    .join("");
}

const paragraphs = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((part) => `<p>${escape(part)}</p>`)
    .join("");

const link = (text: string, href: string | undefined): string =>
  href ? `<a href="${escape(href)}">${escape(text)}</a>` : escape(text);

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
