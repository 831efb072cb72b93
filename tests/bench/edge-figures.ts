/** Numbers out of measurements; times in milliseconds. */

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const round = (value: number, digits = 1): number =>
  Math.round(value * 10 ** digits) / 10 ** digits;

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Median and 95th percentile. */
export function spread(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = ascending(values);
  return { p50: round(at(sorted, 0.5)), p95: round(at(sorted, 0.95)) };
}

/** What a bar asks, what was measured, and whether that is enough. */
export const held = (measured: number, most: number) => ({
  measured: round(measured, 3),
  atMost: most,
  ok: measured <= most,
});

/** Least-squares slope of y over x. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

/** Counts by name. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
