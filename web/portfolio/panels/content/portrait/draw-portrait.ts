import { fail, ok, type Result } from "../../../../../shared/failure.ts";
import { PORTRAIT_ADDRESS } from "../../../../../shared/project.ts";
import type { CropSquare } from "./crop-place.ts";

/** Enough for a portrait on a sharp screen; keeps the site small. Pixels. */
const LONGEST_SIDE = 800;
const QUALITY = 0.85;

export type CropShape = "square" | "circle";

export interface Crop {
  readonly shape: CropShape;
  readonly square: CropSquare;
}

/** A circle is a square picture whose address ends with this: the templates’ own style makes it round. */
const CIRCLE = "#circle";

/** How the résumé names the portrait. */
export const portraitAddress = (crop: Crop | null): string =>
  PORTRAIT_ADDRESS + (crop?.shape === "circle" ? CIRCLE : "");

/** Whether an address is that of the project's own portrait, and how that is shown. */
export function portraitShape(address: string): CropShape | null {
  if (address === PORTRAIT_ADDRESS) return "square";
  return address === PORTRAIT_ADDRESS + CIRCLE ? "circle" : null;
}

/**
 * A picture as a small WebP, turned upright and without the camera's notes of place and time (a canvas
 * keeps none). A browser that writes no WebP gives PNG. Fails with
 * `wrong-type` when the browser can't read it as a picture.
 * @param crop the part that is kept; `null`: all of it
 */
export async function drawPortrait(file: Blob, crop: Crop | null): Promise<Result<Uint8Array>> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return fail(notAPicture);
  const part = crop
    ? { ...crop.square, width: crop.square.side, height: crop.square.side }
    : { left: 0, top: 0, width: bitmap.width, height: bitmap.height };
  const scale = Math.min(1, LONGEST_SIDE / Math.max(part.width, part.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(part.width * scale));
  canvas.height = Math.max(1, Math.round(part.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) return fail(notAPicture);
  context.imageSmoothingQuality = "high";
  const { left, top, width, height } = part;
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", QUALITY));
  return blob === null ? fail(notAPicture) : ok(new Uint8Array(await blob.arrayBuffer()));
}

const notAPicture = {
  kind: "wrong-type",
  message: "This file can’t be read as a picture.",
  nextStep: "Your résumé is unchanged. Choose a PNG, JPEG or WebP file.",
  retryable: false,
} as const;
