import { expect, test } from "vitest";
import type { CvDocument } from "../../../shared/cv-document.ts";
import { explainReading } from "../../../shared/cv/explain-reading.ts";
import { explainSteps } from "./explain-steps.ts";

const lines = [
  "Ada Lindqvist",
  "ada@mail.example",
  "Languages",
  "Swedish: native",
  "English: good",
];
const document: CvDocument = {
  kind: "flow",
  format: "txt",
  lines: lines.map((text, at) => ({ text, line: at + 1 })),
};
const steps = explainSteps(document, explainReading(document)!);

test("goes from text to fields", () => {
  expect(steps.map(({ id }) => id)).toEqual(["text", "lines", "sections", "fields"]);
  expect(steps[0]!.marks).toHaveLength(5);
});

test("marks a section's heading, with the rule that found it", () => {
  const [, , sections] = steps;
  const item = sections!.items.find(({ title }) => title === "Languages")!;
  expect(item.detail).toBe("Languages: a heading’s word");
  const marks = sections!.marks.filter((mark) => mark.item === item.id);
  expect(marks.map(({ isStrong, place }) => [isStrong, place])).toEqual([
    [true, { kind: "line", line: 3 }],
    [false, { kind: "line", line: 4 }],
    [false, { kind: "line", line: 5 }],
  ]);
});

test("gives each field its rule and how sure it is, and a place", () => {
  const [, , , fields] = steps;
  const email = fields!.items.find(({ id }) => id === "/basics/email")!;
  expect(email).toMatchObject({ title: "ada@mail.example" });
  expect(email.detail).toMatch(/^You, Email: e-mail address, \d+ % sure$/);
  expect(fields!.marks.filter(({ item }) => item === "/basics/email")).toMatchObject([
    { place: { kind: "line", line: 2 } },
  ]);
});
