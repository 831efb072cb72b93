import { expect, test } from "vitest";
import type { TextRun } from "../cv-document.ts";
import { extractResume } from "./extract-resume.ts";
import { readLines } from "./read-lines.ts";
import { pageOf, type Placed } from "./test-documents.ts";

const PAGE = { width: 595, height: 842 };
const CV: readonly Placed[] = [
  { text: "Mira Lindqvist", x: 60, y: 60, size: 22 },
  { text: "mira@mira.example", x: 60, y: 90 },
  { text: "Experience", x: 60, y: 140, size: 14, bold: true },
  { text: "Engineer, Northlight Ltd", x: 60, y: 160, bold: true },
  { text: "2019 – 2021", x: 400, y: 160 },
  { text: "Built the ticketing service.", x: 60, y: 180 },
];

/** The page as it stands when the paper is turned. */
function turned(angle: 90 | 180 | 270) {
  const document = pageOf(CV);
  if (document.kind !== "pages") throw new Error("a page");
  const runs = document.runs.map((run): TextRun => {
    const { x, y, width, height } = run.box;
    if (angle === 180)
      return { ...run, angle, box: { x: 595 - x - width, y: 842 - y - height, width, height } };
    if (angle === 90)
      return { ...run, angle, box: { x: y, y: 595 - x - width, width: height, height: width } };
    return { ...run, angle, box: { x: 842 - y - height, y: x, width: height, height: width } };
  });
  const pages = [angle === 180 ? PAGE : { width: PAGE.height, height: PAGE.width }];
  return { ...document, runs, pages };
}

test.each([90, 180, 270] as const)("a page turned by %i° reads like one that isn’t", (angle) => {
  const { resume, evidence } = extractResume(turned(angle));
  expect(resume).toEqual(extractResume(pageOf(CV)).resume);
  const place = evidence.find(({ pointer }) => pointer === "/basics/email")!.places[0]!;
  const drawn = turned(angle).runs.find((run) => run.text.startsWith("mira@"))!.box;
  expect(place).toMatchObject({ kind: "box", box: expect.objectContaining({ x: drawn.x }) });
});

test("a label along the side comes after the page, and breaks none of its lines", () => {
  const document = pageOf(CV);
  if (document.kind !== "pages") throw new Error("a page");
  const label: TextRun = {
    ...document.runs[0]!,
    text: "Portfolio 2024",
    angle: 90,
    box: { x: 20, y: 300, width: 12, height: 90 },
    fontSize: 12,
  };
  const streams = readLines({ ...document, runs: [label, ...document.runs] });
  expect(streams.map((lines) => lines.map(({ text }) => text))).toEqual([
    readLines(document)[0]!.map(({ text }) => text),
    ["Portfolio 2024"],
  ]);
});

test("a name and a place in Hebrew are read from the right", () => {
  const drawn = (read: string) => [...read].toReversed().join("");
  const { resume } = extractResume(
    pageOf([
      { text: drawn("דנה כהן"), x: 400, y: 60, size: 22 },
      { text: "dana@mail.example", x: 440, y: 90 },
      { text: "Skills", x: 60, y: 140, size: 14, bold: true },
      { text: drawn("עיצוב"), x: 60, y: 160 },
    ]),
  );
  expect(resume.basics?.name).toBe("דנה כהן");
  expect(resume.basics?.email).toBe("dana@mail.example");
});
