import { expect, test } from "vitest";
import { readInline, readProse } from "./prose.ts";

test("paragraphs, lists and code are told apart", () => {
  const text =
    "Two things:\n- a `b`\n- c\n  goes on\n\n1. one\n2. two\n\n```tsx\n<b>- x</b>\n```\nEnd.";
  expect(readProse(text).map(({ kind }) => kind)).toEqual([
    "paragraph",
    "list",
    "list",
    "code",
    "paragraph",
  ]);
  expect(readProse(text)[1]).toMatchObject({
    isOrdered: false,
    items: [[{ text: "a " }, { kind: "code", text: "b" }], [{ text: "c goes on" }]],
  });
  expect(readProse(text)[3]).toEqual({ kind: "code", text: "<b>- x</b>" });
});

test("what is still being written is shown as far as it goes", () => {
  expect(readProse("```\nconst a")).toEqual([{ kind: "code", text: "const a" }]);
  expect(readInline("now **bol")).toEqual([{ kind: "text", text: "now **bol" }]);
});

test("HTML stays text, and only web addresses become links", () => {
  const html = "<img src=x onerror=alert(1)>";
  expect(readInline(html)).toEqual([{ kind: "text", text: html }]);
  expect(readInline("[a](javascript:alert(1))").map(({ kind }) => kind)).toEqual(["text"]);
  expect(readInline("[a](https://b.c/d)")).toEqual([
    { kind: "link", text: "a", to: "https://b.c/d" },
  ]);
});

test("stars between letters and figures are no emphasis", () => {
  expect(readInline("2*3*4 and *this*").at(-1)).toEqual({ kind: "emphasis", text: "this" });
  expect(readInline("2*3*4")).toEqual([{ kind: "text", text: "2*3*4" }]);
});

test("no text makes reading slow", () => {
  const hostile = ["*", "`", "[a](", "- ", "**a", "# "].map((bit) => bit.repeat(20_000));
  for (const text of hostile) expect(readProse(text).length).toBeGreaterThan(0);
});
