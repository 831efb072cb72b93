import { describe, expect, it } from "vitest";
import {
  duplicateItem,
  insertItem,
  pointerSegments,
  pointerTo,
  removeItem,
  reorderItems,
  setAt,
  valueAt,
} from "./edit-json.ts";

const resume = {
  basics: { name: "Ada", x_own: { kept: true } },
  work: [{ name: "One" }, { name: "Two", note: 1 }, { name: "Three" }],
};

describe("pointers", () => {
  it("escape and read back slashes and tildes", () => {
    expect(pointerTo("a/b", "c~d", 0)).toBe("/a~1b/c~0d/0");
    expect(pointerSegments("/a~1b/c~0d/0")).toEqual(["a/b", "c~d", "0"]);
  });
  it("give undefined where nothing is", () => {
    expect(valueAt(resume, "/work/7/name")).toBeUndefined();
    expect(valueAt(resume, "/basics/constructor")).toBeUndefined();
    expect(valueAt(resume, "/work/1/note")).toBe(1);
  });
});

describe("setAt", () => {
  it("changes one value and shares the rest", () => {
    const next = setAt(resume, "/work/0/name", "Uno") as typeof resume;
    expect(next.work[0]).toEqual({ name: "Uno" });
    expect(next.work[1]).toBe(resume.work[1]);
    expect(next.basics).toBe(resume.basics);
    expect(resume.work[0]?.name).toBe("One");
  });
  it("makes missing parents, lists where a number follows", () => {
    expect(setAt({}, "/basics/profiles/0/url", "x")).toEqual({
      basics: { profiles: [{ url: "x" }] },
    });
  });
  it("takes a key away on undefined and keeps unknown keys", () => {
    expect(setAt(resume, "/basics/name", undefined)).toEqual({
      ...resume,
      basics: { x_own: { kept: true } },
    });
  });
  it("never leaves a hole in a list", () => {
    expect(setAt({ work: [] }, "/work/4/name", "X")).toEqual({ work: [{ name: "X" }] });
  });
});

describe("lists", () => {
  it("insert, duplicate, remove", () => {
    expect(valueAt(insertItem({}, "/skills", { name: "TS" }), "/skills")).toEqual([{ name: "TS" }]);
    expect(valueAt(duplicateItem(resume, "/work", 1), "/work/2")).toEqual({ name: "Two", note: 1 });
    expect(valueAt(removeItem(resume, "/work", 0), "/work/0/name")).toBe("Two");
  });
  it("an emptied list leaves no key", () => {
    expect(removeItem({ skills: ["a"] }, "/skills", 0)).toEqual({});
  });
  it("reorder by old indices, and refuse what isn't a permutation", () => {
    const turned = reorderItems(resume, "/work", [2, 0, 1]);
    expect([0, 1, 2].map((at) => valueAt(turned, `/work/${at}/name`))).toEqual([
      "Three",
      "One",
      "Two",
    ]);
    expect(reorderItems(resume, "/work", [0, 0, 1])).toBe(resume);
    expect(reorderItems(resume, "/work", [0, 1])).toBe(resume);
  });
});
