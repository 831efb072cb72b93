import { describe, expect, it } from "vitest";
import { TEXT_SIZES, type TextSize, type Theme } from "../../theme.ts";
import { context, resume, theme } from "./test-site.ts";
import { understand } from "./understand.ts";

const answer = (text: string, look: Partial<Theme> = {}) => {
  const answers = understand(text, { ...context, theme: { ...theme, ...look } });
  expect(answers, text).toHaveLength(1);
  return answers![0]!;
};
const nothing = (said: string) => ({ said, step: { kind: "nothing" } });

describe("the size of text", () => {
  it("goes a step up or down, and says where it ends", () => {
    const steps = (text: string) =>
      TEXT_SIZES.map((textSize) => {
        const { step, said } = answer(text, { textSize });
        return step.kind === "theme" ? step.theme.textSize : said;
      });
    expect(steps("bigger text")).toEqual([
      "regular",
      "large",
      "larger",
      "The text is as large as it goes.",
    ]);
    expect(steps("smaller text")).toEqual([
      "The text is as small as it goes.",
      "small",
      "regular",
      "large",
    ]);
  });

  it("is regular where none was chosen, and nothing else changes", () => {
    const step = { kind: "theme", theme: { ...theme, textSize: "large" } };
    expect(answer("the text is too small")).toMatchObject({
      said: "The text is larger now.",
      step,
    });
    expect(answer("normal text size")).toMatchObject(
      nothing("The text has its regular size already."),
    );
  });

  it.each<[string, TextSize]>([
    ["large text", "large"],
    ["make the text normal again", "regular"],
    ["back to the default font size", "regular"],
    ["make the font as big as possible", "larger"],
  ])("“%s” is %s", (text, size) => {
    expect(answer(text, { textSize: "small" }).step).toMatchObject({ theme: { textSize: size } });
  });

  it.each([
    "bigger",
    "make the headings bigger",
    "bigger text for the projects",
    "the text in the header is too small",
    "make the text bold",
    "make the text normal",
    "make the text bigger on phones",
    "smaller headline",
    "the photo is too small",
    "bigger buttons",
    "make the text bigger and the text smaller",
  ])("isn’t what “%s” is about", (text) => {
    expect(understand(text, context)).toBeNull();
  });
});

describe("the shape of the portrait", () => {
  it.each([
    ["round photo, not square", "round"],
    ["make my picture a circle", "round"],
    ["square photo instead of round", "square"],
    ["round the corners of my photo", "rounded"],
    ["no, make the photo rounded", "rounded"],
    ["I don’t want a round photo", "square"],
  ])("“%s” is %s", (text, photoShape) => {
    expect(answer(text).step).toEqual({ kind: "theme", theme: { ...theme, photoShape } });
  });

  it("is said to be so already, and that there is no photo", () => {
    expect(answer("round photo", { photoShape: "round" })).toMatchObject(
      nothing("The photo is round already."),
    );
    const { image, ...basics } = resume.basics!;
    expect(image).toBeDefined();
    const none = { ...context, resume: { ...resume, basics } };
    expect(understand("round photo", none)).toMatchObject([
      nothing("There is no photo on the site yet: choose one in Content."),
    ]);
  });

  it.each([
    "make the photo blue",
    "make the pictures round",
    "add a round button",
    "a square photo of my house behind the name",
    "make the photo smaller",
  ])("isn’t what “%s” is about", (text) => {
    expect(understand(text, context)).toBeNull();
  });
});
