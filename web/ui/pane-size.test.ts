import { describe, expect, test } from "vitest";
import { keyedSize, withinLimits } from "./pane-size.ts";

const line = { direction: "columns", sign: 1, step: 16, size: 200, min: 100, max: 300 } as const;

describe("keyedSize", () => {
  test("moves by a step along its direction only", () => {
    expect(keyedSize({ ...line, key: "ArrowRight" })).toBe(216);
    expect(keyedSize({ ...line, key: "ArrowLeft" })).toBe(184);
    expect(keyedSize({ ...line, key: "ArrowUp" })).toBeNull();
    expect(keyedSize({ ...line, direction: "rows", key: "ArrowDown" })).toBe(216);
  });
  test("goes the other way where the pane is on the other side", () => {
    expect(keyedSize({ ...line, sign: -1, key: "ArrowRight" })).toBe(184);
  });
  test("stays within its limits, and reaches them by Home and End", () => {
    expect(keyedSize({ ...line, size: 295, key: "ArrowRight" })).toBe(300);
    expect(keyedSize({ ...line, key: "Home" })).toBe(100);
    expect(keyedSize({ ...line, key: "End" })).toBe(300);
  });
  test("leaves other keys to the page", () => {
    expect(keyedSize({ ...line, key: "Tab" })).toBeNull();
  });
});

test("withinLimits prefers the lower limit where they cross", () => {
  expect(withinLimits(500, 200, 100)).toBe(200);
});
