import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../shared/cv-document.ts";
import { boxesByPage, linesOf, valueAtPoint, valueOnLine } from "./places.ts";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe("boxesByPage", () => {
  test("marks the lines of one page together, with a little room, and pages apart", () => {
    const boxes = boxesByPage([
      { kind: "box", page: 0, box: box(50, 100, 200, 10) },
      { kind: "box", page: 0, box: box(60, 112, 250, 10) },
      { kind: "box", page: 1, box: box(50, 40, 10, 10) },
      { kind: "line", line: 3 },
    ]);
    expect(boxes.get(0)).toEqual(box(48, 98, 264, 26));
    expect(boxes.get(1)).toEqual(box(48, 38, 14, 14));
  });
});

const evidence: readonly Evidence[] = [
  {
    pointer: "/basics/summary",
    confidence: 1,
    rule: "",
    places: [{ kind: "box", page: 0, box: box(0, 0, 200, 100) }],
  },
  {
    pointer: "/basics/email",
    confidence: 1,
    rule: "",
    places: [{ kind: "box", page: 0, box: box(10, 10, 50, 10) }],
  },
  { pointer: "/work/0/name", confidence: 1, rule: "", places: [{ kind: "line", line: 7 }] },
];

test("valueAtPoint finds the narrowest value on that page", () => {
  expect(valueAtPoint(evidence, 0, 20, 15)).toBe("/basics/email");
  expect(valueAtPoint(evidence, 0, 150, 80)).toBe("/basics/summary");
  expect(valueAtPoint(evidence, 0, 300, 80)).toBeNull();
  expect(valueAtPoint(evidence, 1, 20, 15)).toBeNull();
});

test("lines are found both ways", () => {
  expect(valueOnLine(evidence, 7)).toBe("/work/0/name");
  expect(valueOnLine(evidence, 8)).toBeNull();
  expect([...linesOf(evidence[2]!.places)]).toEqual([7]);
});
