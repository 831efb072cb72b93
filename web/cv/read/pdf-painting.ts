/** Remembers filled areas of a page, to tell what lies behind a text. */
export interface Painting {
  fill(x1: number, y1: number, x2: number, y2: number, colour: string): void;
  colourAt(x: number, y: number): string;
}

/** A fill smaller than this on a side (points) is a rule, an underline or an ornament. */
const SMALLEST_AREA = 6;

export function createPainting(): Painting {
  const areas: { x1: number; y1: number; x2: number; y2: number; colour: string }[] = [];
  return {
    fill(xa, ya, xb, yb, colour) {
      const area = {
        x1: Math.min(xa, xb),
        y1: Math.min(ya, yb),
        x2: Math.max(xa, xb),
        y2: Math.max(ya, yb),
        colour,
      };
      if (area.x2 - area.x1 >= SMALLEST_AREA && area.y2 - area.y1 >= SMALLEST_AREA)
        areas.push(area);
    },
    colourAt(x, y) {
      for (let i = areas.length - 1; i >= 0; i -= 1) {
        const a = areas[i]!;
        if (x >= a.x1 && x <= a.x2 && y >= a.y1 && y <= a.y2) return a.colour;
      }
      return "#ffffff";
    },
  };
}
