import { child, parseXml, type XmlNode } from "./xml-nodes.ts";

/** What a paragraph style of a Word file says, its parents' say included. */
export interface DocxStyle {
  readonly headingLevel: number;
  readonly isList: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly fontSize: number;
}

export const PLAIN_STYLE: DocxStyle = {
  headingLevel: 0,
  isList: false,
  bold: false,
  italic: false,
  fontSize: 11,
};

/** Reads styles.xml into a table by style id. */
export function readDocxStyles(xml: string): ReadonlyMap<string, DocxStyle> {
  const styles = new Map<string, DocxStyle>();
  if (!xml) return styles;
  const root = parseXml(xml).find((node) => node.name === "w:styles");
  const raw = new Map<string, XmlNode>();
  for (const node of root?.children ?? [])
    if (node.name === "w:style") raw.set(node.attributes["w:styleId"] ?? "", node);
  const resolve = (id: string, depth: number): DocxStyle => {
    const known = styles.get(id);
    const node = raw.get(id);
    if (known || !node || depth > 12) return known ?? PLAIN_STYLE;
    const parent = child(node, "w:basedOn")?.attributes["w:val"];
    const style = ownStyle(node, parent ? resolve(parent, depth + 1) : PLAIN_STYLE);
    styles.set(id, style);
    return style;
  };
  for (const id of raw.keys()) resolve(id, 0);
  return styles;
}

function ownStyle(node: XmlNode, parent: DocxStyle): DocxStyle {
  const name = child(node, "w:name")?.attributes["w:val"] ?? "";
  const paragraph = child(node, "w:pPr");
  const run = child(node, "w:rPr");
  const outline = child(paragraph, "w:outlineLvl")?.attributes["w:val"];
  const named = /^(?:heading|überschrift|titre|título|titolo|kop)\s*(\d)/i.exec(name)?.[1];
  const size = child(run, "w:sz")?.attributes["w:val"];
  const level = named ? Number(named) : outline !== undefined ? Number(outline) + 1 : 0;
  return {
    headingLevel: /^title$/i.test(name) ? 1 : level > 0 && level < 7 ? level : parent.headingLevel,
    isList:
      parent.isList || /list|aufzählung|liste/i.test(name) || Boolean(child(paragraph, "w:numPr")),
    bold: isOn(run, "w:b") ?? parent.bold,
    italic: isOn(run, "w:i") ?? parent.italic,
    fontSize: size ? Number(size) / 2 : parent.fontSize,
  };
}

/** A toggle of a run's properties: on, off, or not said. */
export function isOn(run: XmlNode | undefined, name: string): boolean | undefined {
  const node = child(run, name);
  if (!node) return undefined;
  return !/^(?:0|false|off|none)$/.test(node.attributes["w:val"] ?? "1");
}
