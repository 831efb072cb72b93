import { describe, expect, it } from "vitest";
import type { Resume } from "../../resume.ts";
import { context, resume } from "./test-site.ts";
import { textWithout } from "./text-without.ts";
import { understand } from "./understand.ts";

const baker: Resume = {
  ...resume,
  basics: {
    ...resume.basics,
    label: "Baker",
    summary:
      "Baker with nine years in hotels, cafés and bistros. I lead a small team and care about waste, training and good butter.",
  },
  work: [
    { name: "Rye & Sons", position: "Baker", highlights: ["Ran the oven at weekends", "Sold rye"] },
    { name: "Dockside", position: "Apprentice", highlights: ["Weighed flour at weekends"] },
  ],
  education: [
    { institution: "Uppsala University", area: "Physics" },
    { institution: "Ystad School" },
  ],
};
const ask = (text: string) => understand(text, { ...context, resume: baker });
const after = (text: string): Resume => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  return step.resume;
};
const summaryAfter = (text: string) => after(text).basics?.summary;

describe("a text without some of its words", () => {
  it.each([
    ["We bake bread, rolls and cakes.", "rolls", "We bake bread and cakes."],
    ["We bake bread, rolls and cakes.", "and cakes", "We bake bread and rolls."],
    ["We bake bread, rolls and cakes.", "cakes", "We bake bread and rolls."],
    ["We care for bread, rolls and cakes.", "bread", "We care for rolls and cakes."],
    ["A quiet, gentle baker", "quiet,", "A gentle baker"],
    ["Runs a small bakery.", "small", "Runs a bakery."],
    ["Runs an old bakery.", "old", "Runs a bakery."],
    ["Honestly, I bake.", "Honestly,", "I bake."],
    ["Really good bread.", "Really", "Good bread."],
    ["I bake. I sell. I eat.", "I sell.", "I bake. I eat."],
    ["I bake (mostly rye) at night.", "at night", "I bake (mostly rye)."],
    ["I bake at night.", "at night.", "I bake."],
  ])("“%s” without “%s”", (text, gone, left) => {
    const start = text.indexOf(gone);
    expect(textWithout(text, start, start + gone.length)).toBe(left);
  });

  it("isn’t given where no sentence would be left", () => {
    expect(textWithout("I live in Ystad.", 10, 15)).toBeNull();
    expect(textWithout("Known for the rye.", 14, 17)).toBeNull();
  });
});

describe("words that are to go", () => {
  it("go where they stand once", () => {
    expect(summaryAfter("remove the words “and good butter”")).toMatch(
      /about waste and training\.$/u,
    );
    expect(summaryAfter("take out the word small from my summary")).toContain("lead a team");
    expect(summaryAfter("remove the last sentence of my summary")).toBe(
      "Baker with nine years in hotels, cafés and bistros.",
    );
    expect(summaryAfter("delete the sentence about waste")).not.toContain("waste");
  });

  it("go from the place that is named, and nowhere else", () => {
    expect(ask("remove the words “at weekends”")).toMatchObject([{ step: { kind: "nothing" } }]);
    const { work } = after("remove the words “at weekends” from Dockside");
    expect(work?.map(({ highlights }) => highlights?.[0])).toEqual([
      "Ran the oven at weekends",
      "Weighed flour",
    ]);
  });

  it.each([
    "remove the words “nobody wrote this”",
    "remove the words about my dog",
    "remove “Sold”",
    "remove the first sentence of Dockside",
    "remove the word",
  ])("aren’t guessed: “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });
});

describe("words that come to one’s own texts", () => {
  it("stand at the end of the summary, or at its beginning", () => {
    expect(summaryAfter("add “available from May” to my summary")).toMatch(
      /good butter\. Available from May\.$/u,
    );
    expect(summaryAfter("start my summary with: I bake at night")).toMatch(
      /^I bake at night\. Baker with/u,
    );
    expect(summaryAfter("add to my summary: I hold a driving licence")).toMatch(/licence\.$/u);
  });

  it("stand behind the headline and the name", () => {
    expect(after("add “open to work” to my headline").basics?.label).toBe("Baker, open to work");
    expect(after("add MBCS after my name").basics?.name).toBe("Mara Lindqvist MBCS");
    expect(after("put Dr in front of my name").basics?.name).toBe("Dr Mara Lindqvist");
  });

  it.each([
    "add something about bread to my summary",
    "add a line about my photo to my summary",
    "add more to my headline",
    "add a photo after my name",
    "put a line before my name",
  ])("are given, and not wished for: “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });
});

describe("a school", () => {
  it.each([
    ["the grade at “Ystad School” is “2:1”", { score: "2:1" }],
    ["my GPA at Ystad School was 3.8/4.0", { score: "3.8/4.0" }],
    ["I graduated from Ystad School with distinction", { score: "Distinction" }],
    ["the degree at “Ystad School” is “BSc”", { studyType: "BSc" }],
    ["change the degree at Ystad School to MSc in Baking", { studyType: "MSc", area: "Baking" }],
    ["the subject at “Ystad School” is “Baking”", { area: "Baking" }],
  ])("%s", (text, change) => {
    expect(after(text).education?.[1]).toEqual({ institution: "Ystad School", ...change });
  });

  it.each(["my grade at Ystad School is missing", "my grade was 5.5", "the subject is boring"])(
    "isn’t guessed: “%s”",
    (text) => {
      expect(ask(text)).toBeNull();
    },
  );
});

it("a description begins behind the whole name", () => {
  expect(after("describe the job Rye & Sons as: “We bake.”").work?.[0]).toMatchObject({
    summary: "We bake.",
  });
});
