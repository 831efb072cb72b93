import type { CvPicture } from "./cv-picture.ts";
import { looksLikePortrait } from "./looks-like-portrait.ts";
import { picturesInCv } from "./pictures-in-cv.ts";

/** Side of the drawing by which a photograph is told from a logo; pixels. */
const SMALL = 32;
/** With more photographs than these it is a portfolio: which one shows its owner can't be told. */
const MOST_PHOTOS = 4;

/**
 * The photograph in a CV: the first of its pictures that looks like a portrait. `null` where there is
 * none, or so many that it could be anybody's. Nothing leaves the browser.
 */
export async function photoOfCv(bytes: Uint8Array): Promise<Blob | null> {
  const photos: Blob[] = [];
  for (const picture of await picturesInCv(bytes)) {
    const blob = await asBlob(picture);
    if (blob !== null && (await isPortrait(blob))) photos.push(blob);
  }
  return photos.length <= MOST_PHOTOS ? (photos[0] ?? null) : null;
}

async function isPortrait(blob: Blob): Promise<boolean> {
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (bitmap === null) return false;
  const { width, height } = bitmap;
  const context = smallCanvas().getContext("2d", { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0, SMALL, SMALL);
  bitmap.close();
  const pixels = context?.getImageData(0, 0, SMALL, SMALL).data;
  return pixels !== undefined && looksLikePortrait({ width, height, pixels });
}

function smallCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = SMALL;
  canvas.height = SMALL;
  return canvas;
}

async function asBlob(picture: CvPicture): Promise<Blob | null> {
  if (picture.kind === "file") return new Blob([new Uint8Array(picture.bytes)]);
  const { width, height, rgb } = picture;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    pixels.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  canvas.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return new Promise((settle) => canvas.toBlob(settle, "image/png"));
}
