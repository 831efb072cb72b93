import type { FlowLine } from "../../../shared/cv-document.ts";
import { isOn, PLAIN_STYLE, type DocxStyle } from "./docx-styles.ts";
import { child, type XmlNode } from "./xml-nodes.ts";

export interface DocxContext {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly links: ReadonlyMap<string, string>;
}

export type Block =
  | { readonly kind: "paragraph"; readonly node: XmlNode }
  | { readonly kind: "row"; readonly cells: readonly (readonly XmlNode[])[] };

/** Paragraphs and table rows in reading order; a text box is read after the paragraph that anchors it. */
export function paragraphsIn(nodes: readonly XmlNode[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.name === "w:p")
      return [
        { kind: "paragraph", node },
        ...textBoxesIn(node).flatMap((box) => paragraphsIn(box)),
      ];
    if (node.name === "w:tr")
      return [
        {
          kind: "row",
          cells: node.children.filter((cell) => cell.name === "w:tc").map((cell) => cell.children),
        },
      ];
    if (node.name === "w:del" || node.name === "w:moveFrom") return [];
    return paragraphsIn(node.children);
  });
}

/** Word writes a text box twice, for new and for old programs: the first is enough. */
function textBoxesIn(node: XmlNode): (readonly XmlNode[])[] {
  return node.children.flatMap((inner) => {
    if (inner.name === "mc:Fallback") return [];
    if (inner.name === "w:txbxContent") return [inner.children];
    return textBoxesIn(inner);
  });
}

interface Piece {
  text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fontSize: number;
  readonly hidden: boolean;
  readonly href: string;
}

/** One paragraph as lines (a hard break starts a new one), or none when it holds no text. */
export function paragraphLine(node: XmlNode, context: DocxContext): FlowLine[] {
  const properties = child(node, "w:pPr");
  const style =
    context.styles.get(child(properties, "w:pStyle")?.attributes["w:val"] ?? "") ?? PLAIN_STYLE;
  const pieces: Piece[] = [];
  collectPieces(node, context, style, "", pieces);
  const isList = style.isList || Boolean(child(properties, "w:numPr"));
  return splitAtBreaks(pieces.filter((piece) => !piece.hidden)).flatMap((group) => {
    const line = lineOfPieces(group, style, isList);
    return line ? [line] : [];
  });
}

function collectPieces(
  node: XmlNode,
  context: DocxContext,
  style: DocxStyle,
  href: string,
  into: Piece[],
): void {
  for (const inner of node.children) {
    if (inner.name === "w:r") into.push(...runPieces(inner, style, href));
    else if (inner.name === "w:hyperlink")
      collectPieces(
        inner,
        context,
        style,
        context.links.get(inner.attributes["r:id"] ?? "") ?? href,
        into,
      );
    else if (!["w:pPr", "w:del", "w:moveFrom", "mc:Fallback", "w:txbxContent"].includes(inner.name))
      collectPieces(inner, context, style, href, into);
  }
}

function runPieces(run: XmlNode, style: DocxStyle, href: string): Piece[] {
  const properties = child(run, "w:rPr");
  const size = child(properties, "w:sz")?.attributes["w:val"];
  let text = "";
  for (const inner of run.children) {
    if (inner.name === "w:t") text += inner.children.map((leaf) => leaf.text).join("");
    else if (inner.name === "w:tab") text += "\t";
    else if (inner.name === "w:br" || inner.name === "w:cr") text += "\n";
    else if (inner.name === "w:noBreakHyphen") text += "-";
  }
  if (!text) return [];
  const piece: Piece = {
    text,
    bold: isOn(properties, "w:b") ?? style.bold,
    italic: isOn(properties, "w:i") ?? style.italic,
    fontSize: size ? Number(size) / 2 : style.fontSize,
    hidden: isOn(properties, "w:vanish") ?? false,
    href,
  };
  return [piece];
}

function splitAtBreaks(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [[]];
  for (const piece of pieces)
    piece.text.split("\n").forEach((text, i) => {
      if (i > 0) groups.push([]);
      if (text) groups.at(-1)!.push({ ...piece, text });
    });
  return groups;
}

function lineOfPieces(
  pieces: readonly Piece[],
  style: DocxStyle,
  isList: boolean,
): FlowLine | null {
  const whole = pieces
    .map((piece) => piece.text)
    .join("")
    .normalize("NFKC");
  const text = whole.replace(/\t+/g, "  ").trim();
  if (!text) return null;
  // What stands before a tab says what the line is; dates after it have a style of their own.
  const tab = pieces.findIndex((piece) => piece.text.includes("\t"));
  const lead = pieces.slice(0, tab < 0 ? pieces.length : tab + 1);
  const named = lettersOf(lead.map((piece) => piece.text.split("\t")[0]!)) > 2 ? lead : pieces;
  const most = (test: (piece: Piece) => boolean): boolean =>
    lettersOf(named.filter(test).map((piece) => piece.text)) >
    0.5 * lettersOf(named.map((piece) => piece.text));
  const longest = pieces.toSorted((a, b) => b.text.length - a.text.length)[0]!;
  const cells = cellsOfPieces(pieces);
  const links = pieces
    .filter((piece) => piece.href)
    .map((piece) => ({ text: piece.text.trim(), href: piece.href }));
  return {
    text,
    line: 0,
    fontSize: longest.fontSize,
    ...(style.headingLevel ? { headingLevel: style.headingLevel } : {}),
    ...(isList ? { bullet: true } : {}),
    ...(most((piece) => piece.bold) ? { bold: true } : {}),
    ...(most((piece) => piece.italic) ? { italic: true } : {}),
    ...(cells.length > 1 ? { cells } : {}),
    ...(links.length ? { links } : {}),
  };
}

/** Tabs part a line into cells. */
function cellsOfPieces(pieces: readonly Piece[]): string[] {
  return pieces
    .map((piece) => piece.text)
    .join("")
    .normalize("NFKC")
    .split(/\t+/)
    .map((cell) => cell.trim())
    .filter(Boolean);
}

const lettersOf = (texts: readonly string[]): number => texts.join("").replace(/\s/g, "").length;
