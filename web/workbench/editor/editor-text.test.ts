import { describe, expect, it } from "vitest";
import type { Problem } from "../../../shared/build.ts";
import { heard } from "./echoes.ts";
import { offsetAt, problemMarks } from "./problem-mark.ts";
import { textChange } from "./text-change.ts";

describe("textChange", () => {
  it.each([
    ["hello world", "hello brave world"],
    ["aaa", "aa"],
    ["", "new"],
    ["gone", ""],
    ["abcabc", "abcXabc"],
    ["one\ntwo", "ONE\ntwo"],
  ])("%j becomes %j and touches no more than it must", (previous, next) => {
    const change = textChange(previous, next)!;
    expect(previous.slice(0, change.from) + change.insert + previous.slice(change.to)).toBe(next);
    expect(change.to).toBeGreaterThanOrEqual(change.from);
  });
  it("is null for the same text", () => expect(textChange("a", "a")).toBeNull());
  it("keeps what is before and after", () => {
    expect(textChange("a b c", "a X c")).toEqual({ from: 2, to: 3, insert: "X" });
  });
});

describe("problemMarks", () => {
  const text = "const a = 1;\nconst broken = ;\nend";
  const problem = (more: Partial<Problem>): Problem => ({
    kind: "build",
    message: "Unexpected token",
    path: "src/a.ts",
    ...more,
  });
  it("mark the word at the place", () => {
    const [mark] = problemMarks([problem({ line: 2, column: 7 })], "src/a.ts", text);
    expect(text.slice(mark?.from, mark?.to)).toBe("broken");
  });
  it("mark the line without a column, the first line without a line", () => {
    const marks = problemMarks([problem({ line: 3 }), problem({})], "src/a.ts", text);
    expect(marks.map((mark) => text.slice(mark.from, mark.to))).toEqual(["end", "const a = 1;"]);
  });
  it("leave other files alone and stay inside the text", () => {
    expect(problemMarks([problem({ path: "src/b.ts" })], "src/a.ts", text)).toEqual([]);
    const [mark] = problemMarks([problem({ line: 99, column: 99 })], "src/a.ts", text);
    expect(mark?.from).toBe(text.length);
    expect(mark?.to).toBe(text.length);
  });
  it("say what to do when it is known", () => {
    const [mark] = problemMarks([problem({ hint: "Add a value." })], "src/a.ts", text);
    expect(mark?.message).toBe("Unexpected token\nAdd a value.");
  });
});

describe("a text that comes to the editor", () => {
  it("is an echo where it was told, and ends what was told before it", () => {
    expect(heard(["a", "ab", "abc"], "ab")).toEqual({ isEcho: true, told: ["abc"] });
  });
  it("is a change from outside else; taking that back is one too, also to what was typed once", () => {
    // Typed and taken back at once, “a” never came: the text hadn’t changed.
    const { isEcho, told } = heard(["ab", "a"], "installed");
    expect(isEcho).toBe(false);
    expect(heard(told, "a").isEcho).toBe(false);
  });
});

it("offsetAt is 1-based and never leaves its line", () => {
  expect(offsetAt("ab\ncd", 2, 1)).toBe(3);
  expect(offsetAt("ab\ncd", 1, 50)).toBe(2);
});
