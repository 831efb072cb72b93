import { elementsOf } from "../templates/published-page.ts";

/** Elements that no page of ours has: they run, load or lead by being there. */
const FORBIDDEN = new Set(
  "base embed iframe object form textarea marquee math audio video source animate".split(" "),
);
/** What a template itself may open, close, choose and be asked by, and with which attributes. */
const CONTROLS: Readonly<Record<string, RegExp>> = {
  button: /^(id|class|type|title|popovertarget|popovertargetaction)$/,
  details: /^(id|class|open|name)$/,
  input:
    /^(id|class|type|name|value|checked|aria-label|dir|placeholder|enterkeyhint|spellcheck|auto(complete|capitalize|correct))$/,
};
const isOwnControl = (tag: string, attributes: Readonly<Record<string, string>>) =>
  Object.keys(attributes).every((name) => CONTROLS[tag]!.test(name)) &&
  (tag !== "input" || /^(radio|checkbox|text)$/.test(attributes["type"] ?? "")) &&
  (tag !== "button" || attributes["type"] === "button");
const ADDRESSES = new Set(["href", "src", "action", "formaction", "data", "xlink:href", "srcdoc"]);
/** React writes this in the place of an address that would run. */
const BLOCKED = /^javascript:throw new Error\('React has blocked/;

/** What on a page could run or load something of the text that somebody gave; empty where nothing can. */
export async function harmIn(html: string): Promise<readonly string[]> {
  // The parser hands nothing on of what is inside a drawing, where scripts run as well.
  const elements = await elementsOf(html.replace(/<(\/?)svg\b/gi, "<$1span"));
  return elements.flatMap(({ tag, attributes, text }) => {
    const harm: string[] = [];
    const isStray = tag in CONTROLS && !isOwnControl(tag, attributes);
    if (FORBIDDEN.has(tag) || isStray) harm.push(`<${tag}>`);
    if (tag === "script" && attributes["type"] !== "application/ld+json") {
      harm.push(`<script> ${text.slice(0, 60)}`);
    }
    if (tag === "style" && /pwned|evil/.test(text)) harm.push("<style>");
    if (tag === "meta" && "http-equiv" in attributes) harm.push("<meta http-equiv>");
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) harm.push(`<${tag} ${name}>`);
      if (!ADDRESSES.has(name) || BLOCKED.test(value)) continue;
      // As browsers read an address: without line breaks, and what is before it.
      // oxlint-disable-next-line no-control-regex
      const address = value.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, "");
      const isData = /^data:/i.test(address) && !/^data:image\//i.test(address);
      if (/^(javascript|vbscript):/i.test(address) || isData)
        harm.push(`<${tag} ${name}=${value}>`);
      if (/evil\.example/.test(address) && tag !== "a") harm.push(`<${tag} ${name}=${value}>`);
    }
    return harm;
  });
}
