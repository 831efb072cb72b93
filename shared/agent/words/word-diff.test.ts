import { describe, expect, test } from "vitest";
import { keptFacts } from "./kept-facts.ts";
import { wordDiff } from "./word-diff.ts";

const shown = (before: string, after: string) =>
  wordDiff(before, after, keptFacts(before, after, { source: "en", answer: "en" }).added)
    .map(({ kind, text, isFact }) => {
      const words = text.trim();
      return kind === "same" ? words : `${kind === "removed" ? "-" : isFact ? "!" : "+"}(${words})`;
    })
    .join(" ");

describe("two texts side by side", () => {
  test.each([
    ["Was leading six people", "Led six people", "-(Was leading) +(Led) six people"],
    ["Led people", "Led 12 people at Kew", "Led !(12) people +(at) !(Kew)"],
    ["Led people", "Led people", "Led people"],
    ["", "Led people", "+(Led people)"],
    ["Led people", "", "-(Led people)"],
    ["a b c d", "d c b a", "-(a b c) d +(c b a)"],
  ])("%s → %s", (before, after, diff) => expect(shown(before, after)).toBe(diff));

  test.each([
    ["Led six\n\n people  now", "Led\tseven people\nnow "],
    ["  x", "\n\n"],
    ["word ".repeat(2_500), "word ".repeat(2_400)],
  ])("nothing of the text after is lost", (before, after) => {
    const diff = wordDiff(before, after);
    const text = (without: string) =>
      diff
        .filter(({ kind }) => kind !== without)
        .map((one) => one.text)
        .join("");
    expect(text("removed")).toBe(after);
    expect(text("added").split(/\s+/)).toEqual(before.split(/\s+/));
  });
});
