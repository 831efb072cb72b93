import type { CvDocument } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { HtmlLines } from "./html-lines.ts";
import { WRONG } from "./say-what-is-wrong.ts";

const BLOCK =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|br)$/;
const SILENT = /^(?:script|style|head|template|svg|noscript|iframe|object)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  middot: "·",
  bull: "•",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  euro: "€",
  copy: "©",
};

/** Reads an HTML page as lines: headings, list items, table rows, paragraphs, links. Scripts are never run. */
export function readHtml(html: string): Result<CvDocument> {
  const page = new HtmlLines();
  let silent = "";
  const classes: string[] = [];
  for (const [, comment, closing, rawName, attributes, text] of html.matchAll(TOKENS)) {
    if (comment !== undefined) continue;
    const name = rawName?.toLowerCase() ?? "";
    if (silent) {
      if (closing && name === silent) silent = "";
    } else if (text !== undefined) page.text(decodeEntities(text));
    else if (SILENT.test(name)) silent = closing ? "" : name;
    else {
      meetTag(page, name, Boolean(closing), attributes ?? "");
      if (name === "span") meetSpan(page, classes, Boolean(closing), attributes ?? "");
    }
  }
  page.flush();
  return page.lines.length
    ? ok({ kind: "flow", format: "html", lines: page.lines })
    : fail(WRONG.empty());
}

function meetTag(page: HtmlLines, name: string, closing: boolean, attributes: string): void {
  if (name === "b" || name === "strong") page.bold(closing ? -1 : 1);
  else if (name === "a")
    page.link(
      closing ? "" : decodeEntities(/href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? ""),
    );
  else if ((name === "td" || name === "th") && closing) page.cellEnd();
  else if (name !== "td" && name !== "th" && BLOCK.test(name)) page.block(name, closing);
}

/** Spans of one class side by side are the pieces of a row; `classes` holds those of the open spans. */
function meetSpan(page: HtmlLines, classes: string[], closing: boolean, attributes: string): void {
  if (closing) page.pieceEnd(classes.pop() ?? "");
  else {
    const className = /\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
    const name = className?.slice(1).find(Boolean) ?? "";
    page.pieceStart(name);
    classes.push(name);
  }
}

const TOKENS = /(<!--[\s\S]*?-->|<![^>]*>)|<(\/?)([a-zA-Z][\w-]*)([^>]*)>|([^<]+|<)/g;

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return ENTITIES[name] ?? whole;
    },
  );
