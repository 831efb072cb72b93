import type { CvDocument, FlowLine } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
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
  const lines: FlowLine[] = [];
  let open = {
    text: "",
    level: 0,
    bullet: false,
    bold: 0,
    letters: 0,
    links: [] as { text: string; href: string }[],
  };
  let [level, bullet, bold, silent, href] = [0, false, 0, "", ""];
  const flush = (): void => {
    const text = open.text.replace(/\s+/g, " ").trim();
    const cells = open.text
      .split("\t")
      .map((cell) => cell.replace(/\s+/g, " ").trim())
      .filter(Boolean);
    if (text)
      lines.push({
        text: cells.join("  "),
        line: lines.length + 1,
        ...(open.level ? { headingLevel: open.level } : {}),
        ...(open.bullet ? { bullet: true } : {}),
        ...(open.bold * 2 > open.letters ? { bold: true } : {}),
        ...(cells.length > 1 ? { cells } : {}),
        ...(open.links.length ? { links: open.links } : {}),
      });
    open = { text: "", level, bullet, bold: 0, letters: 0, links: [] };
  };
  for (const [, comment, closing, rawName, attributes, text] of html.matchAll(TOKENS)) {
    if (comment !== undefined) continue;
    const name = rawName?.toLowerCase() ?? "";
    if (silent) {
      if (closing && name === silent) silent = "";
      continue;
    }
    if (text !== undefined) {
      const plain = decodeEntities(text);
      open = {
        ...open,
        text: open.text + plain,
        level: open.level || level,
        bullet: open.bullet || bullet,
        bold: open.bold + (bold > 0 ? plain.trim().length : 0),
        letters: open.letters + plain.trim().length,
      };
      if (href && plain.trim()) open.links.push({ text: plain.trim(), href });
      continue;
    }
    if (SILENT.test(name) && !closing) silent = name;
    else if (name === "b" || name === "strong") bold += closing ? -1 : 1;
    else if (name === "a")
      href = closing ? "" : (/href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes ?? "")?.[1] ?? "");
    else if (name === "td" || name === "th") open.text += closing ? "\t" : "";
    else if (BLOCK.test(name)) {
      flush();
      if (/^h[1-6]$/.test(name)) level = closing ? 0 : Number(name[1]);
      if (name === "li") bullet = !closing;
      open = { ...open, level, bullet };
    }
  }
  flush();
  return lines.length ? ok({ kind: "flow", format: "html", lines }) : fail(WRONG.empty());
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
