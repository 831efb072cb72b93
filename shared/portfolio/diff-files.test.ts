import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, changesBetween } from "./apply-changes.ts";
import { diffFiles } from "./diff-files.ts";

const content = fc.oneof(
  fc.constantFrom("a\nb\n", "a\nc\n", "b\n", ""),
  fc.uint8Array({ maxLength: 2 }),
);
const files = fc.dictionary(fc.constantFrom("a", "b/c", "__proto__", "toString"), content);

describe("files and their changes", () => {
  it("lead from any state to any other, and then there are none", () => {
    fc.assert(
      fc.property(files, files, (before, after) => {
        const there = applyChanges(before, changesBetween(before, after));
        expect(Object.entries(there).sort()).toEqual(Object.entries(after).sort());
        expect(changesBetween(there, after)).toEqual([]);
      }),
    );
  });
});

describe("a diff", () => {
  it("counts the lines that came and went", () => {
    const before = {
      same: "x",
      gone: "1\n2\n",
      edited: "a\nb\nc\nd\n",
      picture: new Uint8Array([1]),
    };
    const after = {
      same: "x",
      fresh: "1",
      edited: "a\nB\nc\nd\ne\n",
      picture: new Uint8Array([2]),
    };
    expect(diffFiles(before, after)).toEqual([
      { path: "edited", change: "changed", addedLines: 2, removedLines: 1 },
      { path: "fresh", change: "added", addedLines: 1, removedLines: 0 },
      { path: "gone", change: "removed", addedLines: 0, removedLines: 2 },
      { path: "picture", change: "changed", addedLines: 0, removedLines: 0 },
    ]);
  });

  it("stays quick on a rewrite of thousands of lines", () => {
    const lines = (word: string) =>
      Array.from({ length: 3_000 }, (_, at) => `${word}${at}`).join("\n");
    const begun = performance.now();
    expect(diffFiles({ a: lines("x") }, { a: lines("y") })).toMatchObject([
      { addedLines: 3_000, removedLines: 3_000 },
    ]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
