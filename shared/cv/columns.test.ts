import { describe, expect, it } from "vitest";
import { readLines } from "./read-lines.ts";
import { pageOf, type Placed } from "./test-documents.ts";

const textsOf = (placed: readonly Placed[]): string[][] =>
  readLines(pageOf(placed) as never).map((stream) => stream.map((line) => line.text));

const column = (x: number, words: readonly string[]): Placed[] =>
  words.map((text, i) => ({ text, x, y: 100 + 14 * i }));

describe("readLines", () => {
  it("reads a damaged file whose text stands a light year beside the page", () => {
    const words = column(40, ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"]);
    const far: Placed = { text: "Far", x: 60, y: 300, width: 1.3e30 };
    const farther: Placed = { text: "Farther", x: -1e12, y: 320 };
    expect(textsOf([...words, far, farther]).flat()).toHaveLength(10);
  });

  it("reads a side column after the main one, not across", () => {
    const side = column(40, [
      "Skills",
      "Welding",
      "Sewing",
      "Baking",
      "Rowing",
      "Singing",
      "Chess",
    ]);
    const main = column(220, [
      "Experience",
      "Baker at the corner shop on the hill",
      "Second line of it that is long",
      "Third line of it that is long",
      "Fourth line of it",
      "Fifth line of it",
      "Sixth line of it",
    ]);
    const [first, second] = textsOf([...side, ...main]);
    expect(first?.[0]).toBe("Experience");
    expect(second).toEqual(side.map((run) => run.text));
  });

  it("reads dates in a gutter across, with what they date", () => {
    const rows = [
      "2019 – 2021",
      "2015 – 2019",
      "2012 – 2015",
      "2010 – 2012",
      "2008 – 2010",
    ].flatMap((dates, i): Placed[] => [
      { text: dates, x: 40, y: 100 + 40 * i },
      { text: `Job ${i}`, x: 160, y: 100 + 40 * i },
      { text: `What was done in job ${i}`, x: 160, y: 114 + 40 * i },
    ]);
    const [only, other] = textsOf(rows);
    expect(other).toBeUndefined();
    expect(only?.[0]).toBe("2019 – 2021  Job 0");
  });

  it("puts the halves of a wrapped date together", () => {
    const [lines] = textsOf([
      { text: "2018/09–", x: 40, y: 100 },
      { text: "Analyst", x: 120, y: 100 },
      { text: "2021/06", x: 40, y: 114 },
      { text: "What was done", x: 120, y: 114 },
    ]);
    expect(lines).toEqual(["2018/09–2021/06  Analyst", "What was done"]);
  });

  it("drops page numbers", () => {
    const [lines] = textsOf([
      { text: "Ada Example", x: 40, y: 100 },
      { text: "1/2", x: 300, y: 820 },
    ]);
    expect(lines).toEqual(["Ada Example"]);
  });
});
