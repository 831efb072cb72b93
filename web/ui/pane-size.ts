/** A size in pixels, kept between its limits; the lower one wins where they cross. */
export const withinLimits = (size: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, size));

export interface KeyedSize {
  readonly key: string;
  readonly direction: "columns" | "rows";
  /** 1 when moving the line right (or down) makes the pane larger, -1 when smaller. */
  readonly sign: number;
  /** Pixels for one press. */
  readonly step: number;
  readonly size: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The size after a key on the line between two panes (the window splitter pattern of ARIA's authoring
 * practices); `null` when the key means nothing here.
 */
export function keyedSize({
  key,
  direction,
  sign,
  step,
  size,
  min,
  max,
}: KeyedSize): number | null {
  if (key === "Home") return min;
  if (key === "End") return max;
  const [less, more] =
    direction === "columns" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  if (key !== less && key !== more) return null;
  return withinLimits(size + (key === more ? step : -step) * sign, min, max);
}
