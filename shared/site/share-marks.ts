import { decodeHTML } from "entities";
import type { Resume } from "../resume.ts";
import { PICTURE_SIZE } from "./share-picture.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const META = /[ \t]*<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>\n?/gi;
const nameOf = (tag: string) => /\b(?:property|name)\s*=\s*["']?([\w:]+)/i.exec(tag)?.[1] ?? "";
const contentOf = (tag: string) =>
  decodeHTML(/\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? "");

/**
 * A page’s marks for link previews (ogp.me, X’s cards) with the site’s own picture. A picture that the
 * person named in the page themselves stays, as do their title and description; the template’s own, the
 * bare photo in a small card, gives way.
 * @param picture absolute address; `null`: there is none, and the page stays as it is
 * @returns the page, and what is still to be put in its head
 */
export function shareMarks(
  page: string,
  { basics = {} }: Resume,
  picture: string | null,
): { readonly html: string; readonly marks: readonly string[] } {
  if (picture === null) return { html: page, marks: [] };
  const said = new Map([...page.matchAll(META)].map(([tag]) => [nameOf(tag), contentOf(tag)]));
  const own = said.get("og:image");
  if (own !== undefined && own !== basics.image) return { html: page, marks: [] };
  const replaced = new Set(["og:image", "twitter:card", "twitter:image"]);
  const html = page.replace(META, (tag) => (replaced.has(nameOf(tag)) ? "" : tag));
  const alt = [basics.name, basics.label].filter(Boolean).join(" · ");
  const title = said.get("og:title") ?? alt;
  const description = said.get("og:description") ?? said.get("description") ?? "";
  const marks: readonly (readonly [string, string, string])[] = [
    ["property", "og:image", picture],
    ["property", "og:image:type", "image/png"],
    ["property", "og:image:width", String(PICTURE_SIZE.width)],
    ["property", "og:image:height", String(PICTURE_SIZE.height)],
    ["property", "og:image:alt", alt],
    ["property", "og:site_name", basics.name ?? ""],
    ["name", "twitter:card", "summary_large_image"],
    ["name", "twitter:title", title],
    ["name", "twitter:description", description],
    ["name", "twitter:image", picture],
    ["name", "twitter:image:alt", alt],
  ];
  return {
    html,
    marks: marks
      .filter(
        ([, name, content]) => content.trim() !== "" && (replaced.has(name) || !said.has(name)),
      )
      .map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escaped(content)}">`),
  };
}
