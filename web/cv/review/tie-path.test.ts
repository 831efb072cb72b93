import { expect, test } from "vitest";
import { tiePath } from "./tie-path.ts";

const edges = (left: number, top: number, right: number, bottom: number) => ({
  left,
  top,
  right,
  bottom,
});
const tie = {
  origin: edges(0, 50, 1000, 850),
  pane: edges(0, 50, 600, 850),
  mark: edges(100, 150, 300, 170),
  field: edges(620, 400, 980, 440),
};

test("goes from the mark by the gutter to the field", () => {
  expect(tiePath(tie)).toBe("M300 110H600V370H620");
});

test("is mirrored where the fields stand on the left", () => {
  const mirrored = { ...tie, pane: edges(400, 50, 1000, 850), mark: edges(700, 150, 900, 170) };
  expect(tiePath({ ...mirrored, field: edges(20, 400, 380, 440) })).toBe("M700 110H400V370H380");
});

test("is not drawn to what has scrolled out of view, or is hidden", () => {
  expect(tiePath({ ...tie, mark: edges(100, -40, 300, -20) })).toBe("");
  expect(tiePath({ ...tie, field: edges(620, 900, 980, 940) })).toBe("");
  expect(tiePath({ ...tie, field: edges(0, 0, 0, 0) })).toBe("");
});
