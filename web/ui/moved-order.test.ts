import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movedBy, movedTo } from "./moved-order.ts";

const abcd = ["a", "b", "c", "d"];

describe("movedTo", () => {
  test("puts one before or after another", () => {
    expect(movedTo(abcd, ["d"], "b", "before")).toEqual(["a", "d", "b", "c"]);
    expect(movedTo(abcd, ["a"], "c", "after")).toEqual(["b", "c", "a", "d"]);
  });
  test("keeps the order of several, even with the target among them", () => {
    expect(movedTo(abcd, ["d", "a"], "b", "after")).toEqual(["b", "a", "d", "c"]);
    expect(movedTo(abcd, ["b", "c"], "c", "after")).toEqual(abcd);
  });
  test("ignores a target that isn't there", () => {
    expect(movedTo(abcd, ["a"], "x", "before")).toEqual(abcd);
  });
  test("never loses or doubles an item", () => {
    fc.assert(
      fc.property(
        fc.subarray(abcd),
        fc.constantFrom(...abcd),
        fc.boolean(),
        (moved, target, up) => {
          const after = movedTo(abcd, moved, target, up ? "before" : "after");
          expect([...after].sort()).toEqual(abcd);
        },
      ),
    );
  });
});

describe("movedBy", () => {
  test("moves one place", () => {
    expect(movedBy(abcd, "c", -1)).toEqual(["a", "c", "b", "d"]);
    expect(movedBy(abcd, "c", 1)).toEqual(["a", "b", "d", "c"]);
  });
  test("does nothing at the ends", () => {
    expect(movedBy(abcd, "a", -1)).toEqual(abcd);
    expect(movedBy(abcd, "d", 1)).toEqual(abcd);
  });
});
