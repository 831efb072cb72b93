import { decodeHTML, decodeHTMLAttribute } from "entities/decode";
import type { CvDocument } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { HtmlLines } from "./html-lines.ts";
import { WRONG } from "./say-what-is-wrong.ts";

const BLOCK =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|br)$/;
const SILENT = /^(?:script|style|head|template|svg|noscript|iframe|object)$/;

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
    } else if (text !== undefined) page.text(decodeHTML(text));
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
      closing
        ? ""
        : decodeHTMLAttribute(/href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? ""),
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
