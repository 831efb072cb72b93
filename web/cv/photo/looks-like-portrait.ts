/** Pixels, RGBA as a canvas gives them, of a picture drawn small. */
export interface SmallPicture {
  /** Of the picture itself, before it was drawn small. */
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** Width to height: from a tall portrait to one as wide as a passport photo laid down. */
const SHAPES = { least: 0.5, most: 1.35 } as const;
const LEAST_SIDE = 80;
/** Shades (of 16 by 16 by 16) that a photograph has in a picture of 32 by 32; logos have a few dozen. */
const LEAST_SHADES = 48;
/** A share of pixels in one shade: a logo's ground. A photograph on a white wall stays below. */
const MOST_OF_ONE = 0.6;

/** Whether a picture can be its owner's photograph: of a portrait's shape, and of many shades. */
export function looksLikePortrait({ width, height, pixels }: SmallPicture): boolean {
  if (Math.min(width, height) < LEAST_SIDE) return false;
  if (width / height < SHAPES.least || width / height > SHAPES.most) return false;
  const shades = new Map<number, number>();
  let seen = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    // See-through: cut out around somebody, or a logo.
    if (pixels[at + 3]! < 128) continue;
    seen += 1;
    const [red, green, blue] = [pixels[at]! >> 4, pixels[at + 1]! >> 4, pixels[at + 2]! >> 4];
    const shade = (red << 8) | (green << 4) | blue;
    shades.set(shade, (shades.get(shade) ?? 0) + 1);
  }
  const isGrey = [...shades.keys()].every(
    (one) => one >> 8 === ((one >> 4) & 15) && one % 16 === one >> 8,
  );
  // A grey photograph has sixteen of these shades at most.
  const least = isGrey ? 10 : LEAST_SHADES;
  return shades.size >= least && Math.max(...shades.values()) <= seen * MOST_OF_ONE;
}
