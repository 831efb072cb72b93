import type { Evidence } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { likeness } from "./likeness.ts";

/** Evidence whose `pointer` is into the résumé as it is now. */
export interface PresentEvidence extends Evidence {
  /** The pointer into the résumé as it was read: stays the same whatever is moved or removed. */
  readonly readAs: string;
}

/** Less alike than this, an entry is another one. */
const SAME_FROM = 0.5;

/**
 * Where the values that were read stand in the résumé now. Entries and items of lists may have been
 * moved, removed or corrected since: each is found again by what it says. Evidence of what is gone is
 * left out, so that no value is ever tied to its neighbour's place.
 */
export function presentEvidence(
  evidence: readonly Evidence[],
  read: Resume,
  now: Resume,
): readonly PresentEvidence[] {
  const pointerNow = pointersNow(read, now);
  return evidence.flatMap((one) => {
    const pointer = pointerNow(one.pointer);
    return pointer === null ? [] : [{ ...one, pointer, readAs: one.pointer }];
  });
}

/**
 * Where each pointer into one résumé leads in another: list items are paired by what they say.
 * `null` for what is in an item that the other one doesn't have.
 */
export function pointersNow(read: Resume, now: Resume): (pointer: string) => string | null {
  const moves = new Map<string, string | null>();
  noteMoves(read, now, "", "", moves);
  return (pointer) => movedPointer(pointer, moves);
}

/** The nearest list item on the way to a value says where all under it went; none: it stands still. */
function movedPointer(pointer: string, moves: ReadonlyMap<string, string | null>): string | null {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const moved = moves.get(pointer.slice(0, end));
    if (moved === null) return null;
    if (moved !== undefined) return moved + pointer.slice(end);
  }
  return pointer;
}

/** Notes for each item of each list where it is now, `null` for one that is gone. */
function noteMoves(
  read: unknown,
  now: unknown,
  from: string,
  to: string,
  moves: Map<string, string | null>,
): void {
  if (Array.isArray(read)) {
    const pairs = pairItems(read, Array.isArray(now) ? now : []);
    read.forEach((item: unknown, at) => {
      const place = pairs.get(at);
      moves.set(`${from}/${at}`, place === undefined ? null : `${to}/${place}`);
      if (place === undefined) return;
      noteMoves(item, (now as unknown[])[place], `${from}/${at}`, `${to}/${place}`, moves);
    });
  } else if (typeof read === "object" && read !== null) {
    const other = typeof now === "object" && now !== null ? now : {};
    for (const [key, value] of Object.entries(read)) {
      const step = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      noteMoves(value, (other as Record<string, unknown>)[key], from + step, to + step, moves);
    }
  }
}

interface Pair {
  readonly read: number;
  readonly now: number;
  readonly likeness: number;
}

/** Which item of a list is which of another: the most alike first; of equals, those that moved least. */
function pairItems(read: readonly unknown[], now: readonly unknown[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const take = (at: number, place: number) => {
    if (pairs.has(at) || taken.has(place)) return;
    pairs.set(at, place);
    taken.add(place);
  };
  const written = now.map((item) => JSON.stringify(item));
  read.forEach((item, at) => JSON.stringify(item) === written[at] && take(at, at));
  read.forEach((item, at) => {
    if (pairs.has(at)) return;
    const text = JSON.stringify(item);
    const place = written.findIndex((other, index) => other === text && !taken.has(index));
    if (place >= 0) take(at, place);
  });
  const left: Pair[] = read.flatMap((item, at) =>
    pairs.has(at)
      ? []
      : now.flatMap((other, place) =>
          taken.has(place) ? [] : [{ read: at, now: place, likeness: likeness(item, other) }],
        ),
  );
  left
    .filter((pair) => pair.likeness >= SAME_FROM)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.read - a.now) - Math.abs(b.read - b.now))
    .forEach((pair) => take(pair.read, pair.now));
  return pairs;
}

/** How many items each list of a value has: the same shape means that entries were not moved by count. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (typeof value !== "object" || value === null) return "";
  return `{${Object.entries(value)
    .map(([key, inner]) => [key, shapeOf(inner)] as const)
    .filter(([, shape]) => shape !== "")
    .map(([key, shape]) => `${key}${shape}`)
    .join()}}`;
}
