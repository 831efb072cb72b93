import { decodeHTML } from "entities";
import { URL } from "./web-standard.ts";

/** A picture as a page’s `img` element shows it. */
export interface ShownPicture {
  /** Its file in the site. */
  readonly path: string;
  /** The element’s width in CSS pixels; `null` where it names none. */
  readonly width: number | null;
}

/** A picture’s file as it is, and smaller ones of the same. */
export interface PictureSet {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Narrowest first; widths in pixels. */
  readonly smaller: readonly { readonly path: string; readonly width: number }[];
}

const IMG = /<img\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const ATTRIBUTE = /\s([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = [...tag.matchAll(ATTRIBUTE)].map(
    ([, name = "", ...values]) =>
      [name.toLowerCase(), decodeHTML(values.find((value) => value !== undefined) ?? "")] as const,
  );
  return new Map(found);
}

/** Some address of its own, against which a page’s relative ones are read. */
const HERE = "https://site.invalid/";

/** The site’s file that an address on a page means; `null` for one elsewhere. */
function fileOf(source: string, page: string): string | null {
  if (source === "" || !URL.canParse(source, HERE + page)) return null;
  const { href } = new URL(source, HERE + page);
  if (!href.startsWith(HERE)) return null;
  try {
    return decodeURIComponent(href.slice(HERE.length).replace(/[?#].*$/, ""));
  } catch {
    return null;
  }
}

/** The site’s own pictures on a page. @param page its path in the site */
export function picturesOn(html: string, page: string): readonly ShownPicture[] {
  return [...html.matchAll(IMG)].flatMap(([tag]) => {
    const attributes = attributesOf(tag);
    const path = fileOf(attributes.get("src") ?? "", page);
    if (path === null || attributes.has("srcset")) return [];
    return [{ path, width: Number(attributes.get("width")) || null }];
  });
}

/** Pictures on a page that lie on other servers: a published page loads none of them (R5.9). */
export const outsidePicturesOn = (html: string): readonly string[] =>
  [...html.matchAll(IMG)].flatMap(([tag]) => {
    const source = attributesOf(tag).get("src") ?? "";
    return /^(https?:)?\/\//i.test(source) ? [source] : [];
  });

/** No screen needs more of a picture that isn’t enlarged; pixels. */
export const WIDEST = 1_600;
const STEPS = [480, 960, WIDEST] as const;
/** Pixels of a screen for one of CSS. */
const DENSITIES = [1, 2, 3] as const;

/**
 * Widths in which a picture is worth having, narrowest first, none wider than it is.
 * @param shown widths at which pages show it, CSS pixels; `null`: as wide as the page
 * @param natural its own width, pixels
 */
export function widthsFor(shown: readonly (number | null)[], natural: number): readonly number[] {
  const wanted = shown.flatMap((width) =>
    width === null ? STEPS : DENSITIES.map((density) => width * density),
  );
  const most = Math.min(natural, WIDEST);
  return [...new Set(wanted.map((width) => Math.min(Math.round(width), most)))].toSorted(
    (a, b) => a - b,
  );
}

/**
 * A page whose pictures come in the size that the screen needs, and with their own size said, so that
 * nothing shifts when they arrive. What an element says itself stays.
 */
export function withPictureSets(
  html: string,
  page: string,
  sets: ReadonlyMap<string, PictureSet>,
): string {
  const up = "../".repeat(page.split("/").length - 1) || "./";
  let isSized = false;
  const sized = html.replace(IMG, (tag) => {
    const attributes = attributesOf(tag);
    const path = fileOf(attributes.get("src") ?? "", page);
    const set = path === null ? undefined : sets.get(path);
    if (!set || attributes.has("srcset")) return tag;
    const added = missingIn(attributes, set, up);
    isSized ||= added.some((one) => one.startsWith("width="));
    return tag.replace(/^<img\b/i, (start) => [start, ...added].join(" "));
  });
  // The size keeps the room; how large a picture is stays with the page’s own style, whatever that says.
  return isSized
    ? sized.replace(/<\/head>/i, (end) => `<style>:where(img){height:auto}</style>${end}`)
    : sized;
}

/** Attributes that an element of a picture lacks. @param up from the page to the site’s root */
function missingIn(
  attributes: ReadonlyMap<string, string>,
  { width, height, smaller }: PictureSet,
  up: string,
): readonly string[] {
  const shown = Number(attributes.get("width")) || null;
  const hasSize = attributes.has("width") || attributes.has("height");
  const sizes = shown === null ? "100vw" : `(min-width: ${shown}px) ${shown}px, 100vw`;
  const sources = smaller.map((one) => `${up}${encodeURI(one.path)} ${one.width}w`);
  return [
    ...(hasSize ? [] : [`width="${width}" height="${height}"`]),
    ...(sources.length > 0 ? [`srcset="${sources.join(", ")}"`] : []),
    ...(sources.length > 0 && !attributes.has("sizes") ? [`sizes="${sizes}"`] : []),
    ...(attributes.has("decoding") ? [] : ['decoding="async"']),
  ];
}
