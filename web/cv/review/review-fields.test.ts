import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../shared/cv-document.ts";
import { fieldAfter, reviewFields, stepsOf } from "./review-fields.ts";

const resume = {
  basics: { name: "Ada Lindqvist", label: "Oceanographer" },
  work: [
    { name: "Tidal Software", position: "Engineer", highlights: ["Built it", "Kept it running"] },
  ],
  languages: [{ language: "Swedish" }],
  meta: { language: "en" },
};
const evidence = (pointer: string, confidence = 0.9): Evidence => ({
  pointer,
  confidence,
  places: [{ kind: "line", line: 1 }],
  rule: "a rule",
});

describe("reviewFields", () => {
  test("sets the uncertain apart, least certain first", () => {
    const review = reviewFields(
      [evidence("/basics/name"), evidence("/basics/label", 0.5), evidence("/work/0/position", 0.2)],
      resume,
    );
    expect(review.uncertain.map(({ pointer }) => pointer)).toEqual([
      "/work/0/position",
      "/basics/label",
    ]);
    expect(review.sections.map(({ label }) => label)).toEqual(["You"]);
  });

  test("says what a value is and where it belongs", () => {
    const { sections } = reviewFields([evidence("/work/0/highlights/1")], resume);
    expect(sections[0]!.fields[0]).toMatchObject({
      label: "Highlight 2",
      section: "Work",
      entry: "Tidal Software",
      value: "Kept it running",
      isLong: true,
    });
  });

  test("doesn't name an entry by the value itself", () => {
    const { sections } = reviewFields([evidence("/languages/0/language")], resume);
    expect(sections[0]!.fields[0]!.entry).toBe("");
  });

  test("leaves out what was removed since, what isn't text, and what isn't the person's", () => {
    const { sections, uncertain } = reviewFields(
      [evidence("/work/3/name"), evidence("/work/0", 0.1), evidence("/meta/language", 0.1)],
      resume,
    );
    expect(sections).toEqual([]);
    expect(uncertain).toEqual([]);
  });
});

test("fieldAfter goes on from the uncertain to the rest, and ends", () => {
  const review = reviewFields([evidence("/basics/name"), evidence("/basics/label", 0.1)], resume);
  expect(fieldAfter(review, "/basics/label")).toBe("/basics/name");
  expect(fieldAfter(review, "/basics/name")).toBeNull();
});

test("stepsOf unescapes a JSON Pointer", () => {
  expect(stepsOf("/a~1b/m~0n/0")).toEqual(["a/b", "m~n", "0"]);
});
