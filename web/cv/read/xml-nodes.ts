import { XMLParser } from "fast-xml-parser";

/** An element in document order. Text is an element named `#text`. */
export interface XmlNode {
  readonly name: string;
  readonly children: readonly XmlNode[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

type Raw = Record<string, unknown>;

/** Parses XML and keeps the order of elements. Entities beyond XML's own five are not expanded. */
export function parseXml(xml: string): XmlNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    htmlEntities: false,
  });
  return (parser.parse(xml) as Raw[]).map(toNode);
}

function toNode(raw: Raw): XmlNode {
  const name = Object.keys(raw).find((key) => key !== ":@") ?? "";
  const attributes = (raw[":@"] ?? {}) as Record<string, string>;
  if (name === "#text") return { name, children: [], attributes, text: String(raw[name] ?? "") };
  const children = Array.isArray(raw[name]) ? (raw[name] as Raw[]).map(toNode) : [];
  return { name, children, attributes, text: "" };
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);
