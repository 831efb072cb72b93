import { expect, test } from "vitest";
import { takeBack } from "./take-back.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const change = (before: unknown, after: unknown) => [
  { path: "a.json", before: json(before), after: json(after) },
];
const back = (now: unknown, before: unknown, after: unknown) => {
  const changes = takeBack({ "a.json": json(now) }, change(before, after));
  return changes && JSON.parse(String(changes[0]!.content));
};

test("what came after a change stays when it is taken back", () => {
  const before = { mode: "auto", density: "regular", palette: { id: "ink", light: "#fff" } };
  const after = { ...before, mode: "dark" };
  expect(back(after, before, after)).toEqual(before);
  expect(back({ ...after, density: "airy" }, before, after)).toEqual({
    ...before,
    density: "airy",
  });
  expect(back({ ...after, added: 1 }, before, after)).toEqual({ ...before, added: 1 });
});

test("what was added goes, what was removed comes back", () => {
  expect(back({ a: 1, b: 2, c: 3 }, { a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, c: 3 });
  expect(back({ c: 3 }, { a: 1 }, {})).toEqual({ c: 3, a: 1 });
});

test("what was changed again since isn’t guessed at", () => {
  expect(back({ mode: "light" }, { mode: "auto" }, { mode: "dark" })).toBeNull();
  expect(back({ list: [1, 2, 3] }, { list: [1] }, { list: [1, 2] })).toBeNull();
});

test("other files come back only as they were left", () => {
  const changes = [
    { path: "App.tsx", before: "one", after: "two" },
    { path: "New.tsx", before: null, after: "new" },
  ];
  expect(takeBack({ "App.tsx": "two", "New.tsx": "new" }, changes)).toEqual([
    { path: "App.tsx", content: "one" },
    { path: "New.tsx", content: null },
  ]);
  expect(takeBack({ "App.tsx": "three", "New.tsx": "new" }, changes)).toBeNull();
});
