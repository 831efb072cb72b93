import type { Box, Evidence, Place } from "../../../shared/cv-document.ts";

/** Points added around a mark, so that it doesn't touch the letters. */
const ROOM = 2;

/** One box for each page on which a value stands: lines of one paragraph are marked together. */
export function boxesByPage(places: readonly Place[]): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const place of places) {
    if (place.kind !== "box") continue;
    const before = boxes.get(place.page);
    boxes.set(place.page, before === undefined ? place.box : around(before, place.box));
  }
  return new Map([...boxes].map(([page, box]) => [page, withRoom(box)]));
}

function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

const withRoom = ({ x, y, width, height }: Box): Box => ({
  x: x - ROOM,
  y: y - ROOM,
  width: width + 2 * ROOM,
  height: height + 2 * ROOM,
});

/** The lines of a flow document on which a value stands. */
export const linesOf = (places: readonly Place[]): ReadonlySet<number> =>
  new Set(places.flatMap((place) => (place.kind === "line" ? [place.line] : [])));

const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** The value that stands at a point of a page (in points), the smallest box first; `null` for none. */
export function valueAtPoint(
  evidence: readonly Evidence[],
  page: number,
  x: number,
  y: number,
): string | null {
  let best: { readonly pointer: string; readonly area: number } | null = null;
  for (const { pointer, places } of evidence) {
    for (const place of places) {
      if (place.kind !== "box" || place.page !== page || !contains(place.box, x, y)) continue;
      const area = place.box.width * place.box.height;
      if (best === null || area < best.area) best = { pointer, area };
    }
  }
  return best?.pointer ?? null;
}

/** The first value that stands on a line; `null` for none. */
export const valueOnLine = (evidence: readonly Evidence[], line: number): string | null =>
  evidence.find(({ places }) => linesOf(places).has(line))?.pointer ?? null;
