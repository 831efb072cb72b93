import { describe, expect, it } from "vitest";
import { extractResume } from "./extract-resume.ts";
import { toItems } from "./items.ts";
import { readLines } from "./read-lines.ts";
import { pageOf, type Placed } from "./test-documents.ts";

const flushRight = (
  edge: number,
  rows: readonly (readonly [text: string, y: number])[],
): Placed[] => rows.map(([text, y]) => ({ text, x: edge - text.length * 5, y }));

const itemsOf = (placed: readonly Placed[]): string[] =>
  toItems(readLines(pageOf(placed) as never).flat(), new Set()).map((item) => item.text);

describe("a column set flush right", () => {
  it("joins a wrapped title and keeps what stands under it", () => {
    const rows = flushRight(540, [
      ["Certificate in the mending of", 100],
      ["clocks", 112],
      ["Guild of Horologists", 128],
      ["Diploma in the tuning of old", 150],
      ["harpsichords", 162],
      ["School of Keys", 178],
    ]);
    expect(itemsOf(rows)).toEqual([
      "Certificate in the mending of clocks",
      "Guild of Horologists",
      "Diploma in the tuning of old harpsichords",
      "School of Keys",
    ]);
  });
});

describe("the distance of lines in a paragraph", () => {
  it("parts full lines that stand farther apart than lines of one paragraph do", () => {
    const rows: Placed[] = [
      { text: "Rebuilt the tide mill and its", x: 40, y: 100 },
      { text: "Sluices over one wet winter", x: 40, y: 113 },
      { text: "Taught nine apprentices to cut", x: 40, y: 131 },
      { text: "Gears of apple wood by hand", x: 40, y: 144 },
    ];
    expect(itemsOf(rows)).toEqual([
      "Rebuilt the tide mill and its Sluices over one wet winter",
      "Taught nine apprentices to cut Gears of apple wood by hand",
    ]);
  });
});

describe("rows", () => {
  it("keep a year beside its month, though other lines begin at the year's edge", () => {
    const under = [60, 74, 88, 102, 116].map((y): Placed => ({ text: "Pressed cider", x: 70, y }));
    const rows: Placed[] = [
      { text: "Jan.", x: 40, y: 46 },
      { text: "2017", x: 70, y: 46 },
      ...under,
    ];
    expect(itemsOf(rows)[0] ?? "").not.toMatch(/^Jan\.$/);
  });
});

describe("a name in large type over two lines", () => {
  it("is one name", () => {
    const body = [200, 214, 228, 242].map((y): Placed => ({
      text: "Keeps the lamps of nine lighthouses lit, in any weather.",
      x: 40,
      y,
    }));
    const { resume } = extractResume(
      pageOf([
        { text: "ANNE-SOPHIE VAN", x: 40, y: 50, size: 24, bold: true },
        { text: "DER LINDEN", x: 40, y: 78, size: 24, bold: true },
        { text: "Lighthouse keeper", x: 40, y: 112, size: 12 },
        { text: "Work", x: 40, y: 170, size: 14, bold: true },
        ...body,
      ]),
    );
    expect(resume.basics?.name).toBe("ANNE-SOPHIE VAN DER LINDEN");
  });
});
