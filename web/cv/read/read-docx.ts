import type { CvDocument, FlowLine } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { readDocxStyles } from "./docx-styles.ts";
import { paragraphLine, paragraphsIn, type DocxContext } from "./docx-paragraphs.ts";
import { parseXml, type XmlNode } from "./xml-nodes.ts";
import { WRONG } from "./say-what-is-wrong.ts";
import { unzipSafely } from "./unzip-safely.ts";

const PARTS =
  /^word\/(?:document|header\d*|footer\d*|styles|numbering|footnotes)\.xml$|^word\/_rels\/document\.xml\.rels$/;

/** Reads a Word file: paragraphs in order, with headings, lists, tables, text boxes, tabs, links and page headers. */
export async function readDocx(bytes: Uint8Array): Promise<Result<CvDocument>> {
  const unpacked = await unzipSafely(bytes, (name) => PARTS.test(name), "Word file");
  if (!unpacked.ok) return unpacked;
  const text = (name: string): string => {
    const file = unpacked.value[name];
    return file ? new TextDecoder().decode(file) : "";
  };
  const body = text("word/document.xml");
  if (!body) return fail(WRONG.corrupt("Word file", "word/document.xml is missing"));
  try {
    const context: DocxContext = {
      styles: readDocxStyles(text("word/styles.xml")),
      links: linkTargets(text("word/_rels/document.xml.rels")),
    };
    const headers = Object.keys(unpacked.value).filter((name) => /header\d*\.xml$/.test(name));
    const sources = [...headers.map((name) => parseXml(text(name))), parseXml(body)];
    const lines = numbered(sources.flatMap((nodes) => linesOf(nodes, context)));
    return lines.length ? ok({ kind: "flow", format: "docx", lines }) : fail(WRONG.empty());
  } catch (error) {
    return fail(WRONG.corrupt("Word file", error instanceof Error ? error.message : String(error)));
  }
}

function linesOf(nodes: readonly XmlNode[], context: DocxContext): FlowLine[] {
  return paragraphsIn(nodes).flatMap((block) => {
    if (block.kind === "paragraph") return paragraphLine(block.node, context);
    // A row of short cells is one line with parts; cells that hold paragraphs are columns of a layout.
    const cells = block.cells.map((cell) => linesOf(cell, context));
    const filled = cells.filter((lines) => lines.length > 0);
    if (filled.length > 1 && filled.every((lines) => lines.length === 1)) {
      const first = filled[0]![0]!;
      const texts = filled.map((lines) => lines[0]!.text);
      const links = filled.flatMap((lines) => lines[0]!.links ?? []);
      return [
        { ...first, text: texts.join("  "), cells: texts, ...(links.length ? { links } : {}) },
      ];
    }
    return cells.flat();
  });
}

const numbered = (lines: readonly FlowLine[]): FlowLine[] =>
  lines.map((line, index) => ({ ...line, line: index + 1 }));

function linkTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const match of xml.matchAll(/<Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]+)"/.exec(match[0])?.[1];
    const target = /\bTarget="([^"]+)"/.exec(match[0])?.[1];
    if (id && target && /TargetMode="External"/.test(match[0]))
      targets.set(id, target.replaceAll("&amp;", "&"));
  }
  return targets;
}
