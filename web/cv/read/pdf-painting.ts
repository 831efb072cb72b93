/** What is filled on a page, in the order of painting: what lies behind a text, and what covers it. */
export interface Painting {
  paint(area: Area, colour: string): void;
  /** The colour of the topmost area painted so far at a point; paper is white. */
  colourAt(x: number, y: number): string;
  /** How many areas are painted so far. */
  count(): number;
  /** Whether an opaque rectangle painted after the first `count` areas lies over all of a box. */
  isCovered(box: Box, count: number): boolean;
}

export interface Area {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** An opaque rectangle and nothing else: what lies under it can't be seen. */
  readonly covers: boolean;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A fill smaller than this on a side (points) is a rule, an underline or an ornament. */
const SMALLEST_AREA = 6;
/** Points by which letters may stand out from under what covers them. */
const SLACK = 1.5;

export function createPainting(): Painting {
  const areas: (Area & { readonly colour: string })[] = [];
  return {
    paint(raw, colour) {
      const area = {
        x1: Math.min(raw.x1, raw.x2),
        y1: Math.min(raw.y1, raw.y2),
        x2: Math.max(raw.x1, raw.x2),
        y2: Math.max(raw.y1, raw.y2),
        covers: raw.covers,
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
    count: () => areas.length,
    isCovered(box, count) {
      for (let i = count; i < areas.length; i += 1) {
        const a = areas[i]!;
        const isOver =
          a.covers &&
          box.x >= a.x1 - SLACK &&
          box.x + box.width <= a.x2 + SLACK &&
          box.y >= a.y1 - SLACK &&
          box.y + box.height <= a.y2 + SLACK;
        if (isOver) return true;
      }
      return false;
    },
  };
}
