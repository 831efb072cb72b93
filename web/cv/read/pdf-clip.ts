/** What a clip leaves of a page, as the box around it, in points. */
export interface ClipBox {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export const UNCLIPPED: ClipBox = { x1: -1e6, y1: -1e6, x2: 1e6, y2: 1e6 };

/** What two clips both leave. */
export const clipAgain = (a: ClipBox, b: ClipBox): ClipBox => ({
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
  x2: Math.min(a.x2, b.x2),
  y2: Math.min(a.y2, b.y2),
});

/** Less than this part of a text's box inside the clip is a text that nobody can read. */
const LEAST_SEEN = 0.15;

/** Whether a clip leaves next to nothing of a box. */
export function isClippedAway(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  clip: ClipBox,
): boolean {
  const width = Math.min(box.x + box.width, clip.x2) - Math.max(box.x, clip.x1);
  const height = Math.min(box.y + box.height, clip.y2) - Math.max(box.y, clip.y1);
  if (width <= 0 || height <= 0) return true;
  return width * height < LEAST_SEEN * Math.max(1e-6, box.width * box.height);
}
