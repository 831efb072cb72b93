import type { CvDocument, FlowLine, TextRun } from "../cv-document.ts";

/** Small documents for the tests of this room. */
export function flowOf(text: string): CvDocument {
  const lines = text.split("\n").flatMap((raw, index): FlowLine[] => {
    const line = raw.trim();
    if (!line) return [];
    const heading = /^(#+) (.*)$/.exec(line);
    const bullet = /^- (.*)$/.exec(line);
    const bold = /^\*\*(.*)\*\*$/.exec(line);
    return [
      {
        text: heading?.[2] ?? bullet?.[1] ?? bold?.[1] ?? line,
        line: index + 1,
        ...(heading ? { headingLevel: heading[1]!.length } : {}),
        ...(bullet ? { bullet: true } : {}),
        ...(bold ? { bold: true } : {}),
      },
    ];
  });
  return { kind: "flow", format: "markdown", lines };
}

export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly width?: number;
}

/** Runs on one A4 page; a letter is half its size wide. */
export function pageOf(placed: readonly Placed[]): CvDocument {
  const runs = placed.map(({ text, x, y, size = 10, bold = false, width }): TextRun => ({
    text,
    page: 0,
    box: { x, y, width: width ?? text.length * size * 0.5, height: size },
    fontSize: size,
    fontName: bold ? "Test-Bold" : "Test",
    bold,
    italic: false,
    colour: "#000000",
  }));
  return { kind: "pages", format: "pdf", pages: [{ width: 595, height: 842 }], runs, hidden: [] };
}
