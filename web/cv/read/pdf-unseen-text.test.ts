import { describe, expect, test } from "vitest";
import { loadPdfEngineInNode } from "../../../scripts/cv/pdf-engine-in-node.ts";
import { readPdf } from "./read-pdf.ts";

/** A page of A4 with Helvetica and two graphics states: GS0 unseen, GS1 half seen. */
function pdfOf(content: string): Uint8Array {
  const objects = [
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /ExtGState <</GS0 <</ca 0>> /GS1 <</ca 0.5>>>>>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
  ];
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${body}xref\n0 6\n0000000000 65535 f \n${rows}${trailer}`);
}

const text = (words: string, x: number, y: number, matrix = "1 0 0 1") =>
  `BT /F 11 Tf ${matrix} ${x} ${y} Tm (${words}) Tj ET\n`;
const PAGE = ["Mira Lindqvist, engineer", "Built the ticketing service", "Led a team of nine"]
  .map((line, i) => text(line, 60, 780 - 20 * i))
  .join("");

async function read(content: string) {
  const result = await readPdf(pdfOf(PAGE + content), await loadPdfEngineInNode());
  if (!result.ok || result.value.kind !== "pages") throw new Error("it should be read");
  const { runs, hidden } = result.value;
  return { seen: runs.map((run) => run.text), hidden: hidden.map((run) => run.text), runs };
}

describe("what a person can’t see is set apart (R1.9)", () => {
  test.each([
    ["fully transparent", `q /GS0 gs ${text("SECRET", 60, 600)} Q`],
    ["clipped away", `q 0 0 50 50 re W n ${text("SECRET", 60, 600)} Q`],
    ["painted over", `${text("SECRET", 60, 600)} q 1 g 40 580 200 40 re f Q`],
    ["white on white", `1 g ${text("SECRET", 60, 600)} 0 g`],
    ["in rendering mode 3", `3 Tr ${text("SECRET", 60, 600)} 0 Tr`],
    ["off the page", text("SECRET", 900, 600)],
    ["tiny", `BT /F 1 Tf 1 0 0 1 60 600 Tm (SECRET) Tj ET`],
  ])("%s", async (_how, content) => {
    const { seen, hidden } = await read(content);
    expect(hidden).toEqual(["SECRET"]);
    expect(seen).toHaveLength(3);
  });
});

test("white on white is set apart however much of it there is", async () => {
  const stuffing = Array.from({ length: 6 }, (_, i) =>
    text("SECRET words in white", 60, 600 - 20 * i),
  );
  const { seen, hidden } = await read(`1 g ${stuffing.join("")} 0 g`);
  expect(hidden).toHaveLength(6);
  expect(seen).toHaveLength(3);
});

test("white on a picture is kept", async () => {
  const picture = "q 300 0 0 200 40 500 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x00\x00\x00 EI Q";
  const { seen, hidden } = await read(`${picture} 1 g ${text("PLAIN", 60, 600)} 0 g`);
  expect(hidden).toEqual([]);
  expect(seen).toContain("PLAIN");
});

describe("what a person can see is kept", () => {
  test.each([
    ["half transparent", `q /GS1 gs ${text("PLAIN", 60, 600)} Q`],
    ["inside its clip", `q 40 560 200 80 re W n ${text("PLAIN", 60, 600)} Q`],
    ["after a clip has ended", `q 0 0 50 50 re W n Q ${text("PLAIN", 60, 600)}`],
    ["on a ground painted before it", `q 0.9 g 40 580 200 40 re f Q ${text("PLAIN", 60, 600)}`],
    [
      "inside a frame painted after it",
      `${text("PLAIN", 60, 600)} 40 560 200 80 re 44 564 192 72 re f*`,
    ],
    [
      "under a half transparent mark",
      `${text("PLAIN", 60, 600)} q /GS1 gs 1 1 0 rg 40 580 200 40 re f Q`,
    ],
    ["beside what is painted over", `${text("PLAIN", 60, 600)} q 1 g 300 580 200 40 re f Q`],
  ])("%s", async (_how, content) => {
    const { seen, hidden } = await read(content);
    expect(hidden).toEqual([]);
    expect(seen).toContain("PLAIN");
  });

  test("turned text tells its turn, and where it stands", async () => {
    const { runs } = await read(
      text("UPWARDS", 30, 300, "0 1 -1 0") +
        text("DOWNWARDS", 560, 300, "0 -1 1 0") +
        text("HEAD", 300, 100, "-1 0 0 -1"),
    );
    const of = (words: string) => runs.find((run) => run.text === words)!;
    expect([of("UPWARDS").angle, of("DOWNWARDS").angle, of("HEAD").angle]).toEqual([90, 270, 180]);
    expect(of("UPWARDS").box.height).toBeGreaterThan(of("UPWARDS").box.width);
    expect(of("UPWARDS").box.x).toBeLessThan(30);
    expect(of("DOWNWARDS").box.y).toBeGreaterThan(540);
  });
});
