import { expect, it } from "vitest";
import { addWords, lineAfter, moveLine, withoutLine } from "./list-edits.ts";

const lines = ["a", "b", "c"];

it("adds a line after, and the focus goes there", () => {
  expect(lineAfter(lines, 0)).toEqual({ lines: ["a", "", "b", "c"], focus: 1 });
});
it("takes a line away and goes back one", () => {
  expect(withoutLine(lines, 2)).toEqual({ lines: ["a", "b"], focus: 1 });
  expect(withoutLine(["a"], 0)).toEqual({ lines: [], focus: 0 });
});
it("moves a line, not out of the list", () => {
  expect(moveLine(lines, 0, 1)).toEqual({ lines: ["b", "a", "c"], focus: 1 });
  expect(moveLine(lines, 0, -1)).toBeNull();
  expect(moveLine(lines, 2, 1)).toBeNull();
});
it("adds pasted words once each", () => {
  expect(addWords(["CSS"], " HTML, CSS;Go\n")).toEqual(["CSS", "HTML", "Go"]);
});
