import type { FileContent } from "../../shared/project.ts";
import {
  picturesOn,
  WIDEST,
  widthsFor,
  withPictureSets,
  type PictureSet,
} from "../../shared/site/page-pictures.ts";
import { sha256 } from "./sha256.ts";

type Files = Readonly<Record<string, FileContent>>;

/** Kinds that a canvas reads and writes: extension → media type. */
const KINDS: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
};
/** Of lossy kinds; what they save below this shows. */
const QUALITY = 0.82;

interface Shrunk {
  /** The picture itself, without what its file said of camera and place. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly smaller: readonly { readonly bytes: Uint8Array; readonly width: number }[];
}

/**
 * A built site whose pictures are no larger than screens show them: each again without its metadata
 * (place, camera), beside it WebP in the widths its pages need. What this browser can’t read or would
 * make worse (animations, GIF, AVIF, SVG) stays as it is.
 */
export async function shrinkPictures(files: Files): Promise<Files> {
  const pages = Object.entries(files).filter(
    (file): file is [string, string] => file[0].endsWith(".html") && typeof file[1] === "string",
  );
  const shown = Map.groupBy(
    pages.flatMap(([path, html]) => picturesOn(html, path)),
    ({ path }) => path,
  );
  const added: Record<string, FileContent> = {};
  const sets = new Map<string, PictureSet>();
  for (const [path, content] of Object.entries(files)) {
    const kind = KINDS[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ""];
    if (kind === undefined || typeof content === "string" || isAnimated(content)) continue;
    const widths = shown.get(path)?.map(({ width }) => width) ?? [];
    const shrunk = await shrinkOnce(content, kind, widths);
    if (shrunk === null) continue;
    added[path] = shrunk.bytes;
    const smaller = await Promise.all(
      shrunk.smaller.map(async ({ bytes, width }) => {
        const name = `assets/${stemOf(path)}-${width}-${(await sha256(bytes)).slice(0, 8)}.webp`;
        added[name] = bytes;
        return { path: name, width };
      }),
    );
    sets.set(path, { width: shrunk.width, height: shrunk.height, smaller });
  }
  const sized = pages.map(([path, html]) => [path, withPictureSets(html, path, sets)] as const);
  return { ...files, ...added, ...Object.fromEntries(sized) };
}

const stemOf = (path: string) =>
  path
    .replace(/^.*\//, "")
    .replace(/\.\w+$/, "")
    .replace(/[^\w-]+/g, "-");

/** A canvas would keep the first picture alone: APNG’s `acTL`, WebP’s `ANIM`, near the beginning. */
function isAnimated(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return head.includes("acTL") || head.includes("ANIM");
}

/** What was shrunk in this page’s life: publishing again finds the same pictures. */
const known = new Map<string, Promise<Shrunk | null>>();
const MOST_KNOWN = 50;

async function shrinkOnce(
  bytes: Uint8Array,
  kind: string,
  widths: readonly (number | null)[],
): Promise<Shrunk | null> {
  const key = `${await sha256(bytes)} ${widths.join()}`;
  const there = known.get(key);
  if (there) return there;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = shrink(bytes, kind, widths).catch(() => null);
  known.set(key, made);
  return made;
}

async function shrink(
  bytes: Uint8Array,
  kind: string,
  shown: readonly (number | null)[],
): Promise<Shrunk | null> {
  // Turned as its file says: what says it is gone afterwards.
  const picture = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  try {
    const width = Math.min(picture.width, WIDEST);
    const whole =
      isBare(bytes, kind) && width === picture.width ? bytes : await encode(picture, width, kind);
    if (whole === null) return null;
    const smaller: { bytes: Uint8Array; width: number }[] = [];
    for (const one of widthsFor(shown, picture.width)) {
      const webp = await encode(picture, one, "image/webp");
      // Some browsers write no WebP; a wider file that is smaller makes a narrower one needless.
      if (webp !== null && webp.length < whole.length) smaller.push({ bytes: webp, width: one });
    }
    return { bytes: whole, width, height: heightAt(picture, width), smaller };
  } finally {
    picture.close();
  }
}

/** WebP that holds nothing but its picture: writing it again would only cost quality. */
const isBare = (bytes: Uint8Array, kind: string): boolean =>
  kind === "image/webp" && !/EXIF|XMP /.test(new TextDecoder("latin1").decode(bytes));

const heightAt = (picture: ImageBitmap, width: number) =>
  Math.max(1, Math.round((picture.height * width) / picture.width));

/** @returns `null` where this browser doesn’t write that kind */
async function encode(
  picture: ImageBitmap,
  width: number,
  kind: string,
): Promise<Uint8Array | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = heightAt(picture, width);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, kind, QUALITY));
  return blob?.type === kind ? new Uint8Array(await blob.arrayBuffer()) : null;
}
