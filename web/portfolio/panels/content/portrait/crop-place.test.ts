import * as fc from "fast-check";
import { expect, test } from "vitest";
import { afterKey, firstView, pushed, squareOf, within } from "./crop-place.ts";

const size = { width: 600, height: 800 };
const edge = fc.integer({ min: 1, max: 6_000 });
const number = fc.double({ min: -5, max: 9, noNaN: true });

test("the square lies inside its picture, however it is pushed and zoomed", () => {
  fc.assert(
    fc.property(edge, edge, number, number, number, (width, height, x, y, zoom) => {
      const picture = { width, height };
      const view = pushed(picture, within(picture, { x, y, zoom }), x, y);
      const { left, top, side } = squareOf(picture, view);
      expect(left).toBeGreaterThanOrEqual(-1e-6);
      expect(top).toBeGreaterThanOrEqual(-1e-6);
      expect(left + side).toBeLessThanOrEqual(width + 1e-6);
      expect(top + side).toBeLessThanOrEqual(height + 1e-6);
    }),
  );
});

test("it begins with the upper part of an upright picture and the middle of a wide one", () => {
  expect(squareOf(size, firstView(size))).toEqual({ left: 0, top: 0, side: 600 });
  const wide = { width: 800, height: 600 };
  expect(squareOf(wide, firstView(wide))).toEqual({ left: 100, top: 0, side: 600 });
});

test("the picture goes where it is pushed, by pointer or key", () => {
  const start = within(size, { x: 0.5, y: 0.5, zoom: 2 });
  const left = squareOf(size, start).left;
  expect(squareOf(size, pushed(size, start, 0.1, 0)).left).toBeCloseTo(left - 30);
  expect(squareOf(size, afterKey(size, start, "ArrowRight", false)!).left).toBeCloseTo(left - 6);
  expect(squareOf(size, afterKey(size, start, "ArrowRight", true)!).left).toBeCloseTo(left - 24);
  expect(afterKey(size, start, "+", false)!.zoom).toBeCloseTo(2.2);
  expect(afterKey(size, start, "a", false)).toBeNull();
});
