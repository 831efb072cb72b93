import { expect, it } from "vitest";
import { lineReader, plainText } from "./output-lines.ts";

it("takes colours, titles and carriage returns out of a terminal's text", () => {
  expect(plainText("\u001b[31m[PARSE]\u001b[0m no\r")).toBe("[PARSE] no");
  expect(plainText("\u001b]0;npm install\u0007added \u001b[38;5;246m3\u001b[0m")).toBe("added 3");
});

it("gives whole lines, wherever the stream was cut", () => {
  const lines: string[] = [];
  const reader = lineReader((line) => lines.push(line));
  for (const part of ["one\ntw", "o\r\n\u001b[3", "2mthree"]) reader.push(part);
  expect(lines).toEqual(["one", "two"]);
  reader.end();
  reader.end();
  expect(lines).toEqual(["one", "two", "three"]);
});
