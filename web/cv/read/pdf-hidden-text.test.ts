import { expect, it } from "vitest";
import { setHiddenTextApart } from "./pdf-hidden-text.ts";
import type { PaintedRun } from "./pdf-operator-reader.ts";

const pages = [{ width: 595, height: 842 }];
const run = (text: string, changes: Partial<PaintedRun> = {}): PaintedRun => ({
  text,
  page: 0,
  box: { x: 40, y: 100, width: 100, height: 10 },
  fontSize: 10,
  fontName: "F",
  bold: false,
  italic: false,
  colour: "#222222",
  invisible: false,
  behind: "#ffffff",
  ...changes,
});
const long = run("An ordinary line of a CV that a person can read on the page");

it("sets apart white on white, tiny, invisible and off the page", () => {
  const hidden = [
    run("hire me", { colour: "#ffffff" }),
    run("tiny", { fontSize: 1 }),
    run("mode 3", { invisible: true }),
    run("off", { box: { x: 700, y: 100, width: 50, height: 10 } }),
  ];
  const result = setHiddenTextApart([long, ...hidden], pages);
  expect(result.runs.map((r) => r.text)).toEqual([long.text]);
  expect(result.hidden.map((r) => r.text)).toEqual(hidden.map((r) => r.text));
});

it("keeps white text on a dark ground, and pale text that is most of a page", () => {
  const onDark = run("Skills", { colour: "#ffffff", behind: "#23404a" });
  expect(setHiddenTextApart([long, onDark], pages).hidden).toEqual([]);
  const pale = Array.from({ length: 9 }, () =>
    run("white on a picture", { colour: "#ffffff", behind: "" }),
  );
  expect(setHiddenTextApart([long, ...pale], pages).hidden).toEqual([]);
});

it("keeps a heading in the colour of its ground, and nothing that is no heading", () => {
  const heading = run("REFERENCES", { colour: "#f7f7f7" });
  const claim = run("Nobel Prize in Physics", { colour: "#f7f7f7", box: { ...long.box, y: 140 } });
  const result = setHiddenTextApart([long, long, long, heading, claim], pages);
  expect(result.runs).toContainEqual(expect.objectContaining({ text: "REFERENCES" }));
  expect(result.hidden.map((r) => r.text)).toEqual([claim.text]);
});
