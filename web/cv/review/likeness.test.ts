import { expect, test } from "vitest";
import { likeness } from "./likeness.ts";

test("texts are alike by the pairs of letters they share", () => {
  expect(likeness("JavaScript", "JavaScript")).toBe(1);
  expect(likeness("Javscript", "JavaScript")).toBeGreaterThan(0.7);
  expect(likeness("Harbour Office", "Lighthouse Keepers")).toBe(0);
  expect(likeness("苏州澄湖智能科技", "苏州澄湖科技")).toBeGreaterThan(0.5);
  expect(likeness("", "Something")).toBe(0);
});

test("an entry is told by its name more than by what entries share", () => {
  const read = { name: "Tidal", location: "Gothenburg", startDate: "2019" };
  const renamed = likeness(read, { ...read, name: "Harbour Office" });
  const moved = likeness(read, { name: "Tidal", location: "Oslo", startDate: "1998" });
  expect(moved).toBeGreaterThan(renamed);
  expect(renamed).toBeLessThan(0.5);
});

test("lists are alike by the items that are still there", () => {
  expect(likeness(["a", "b", "c", "d"], ["d", "a", "x"])).toBe(0.5);
  expect(likeness([], [])).toBe(1);
  expect(likeness(["a"], "a")).toBe(0);
});
