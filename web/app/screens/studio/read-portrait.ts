import { fail, ok, type Result } from "../../../../shared/failure.ts";

/** Enough for a portrait on a sharp screen; keeps the site small. CSS pixels. */
const LONGEST_SIDE = 960;

/**
 * A picture as a small WebP, turned upright and without the camera's notes of place and time (a
 * canvas keeps none). Fails with `wrong-type` when the browser can't read it as a picture.
 */
export async function readPortrait(file: Blob): Promise<Result<Uint8Array>> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return fail(notAPicture);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", 0.85));
  return blob === null ? fail(notAPicture) : ok(new Uint8Array(await blob.arrayBuffer()));
}

const notAPicture = {
  kind: "wrong-type",
  message: "This file can’t be read as a picture.",
  nextStep: "Your résumé is unchanged. Choose a PNG, JPEG or WebP file.",
  retryable: false,
} as const;
