// The template Sheet promises one typesetting: what stands on which sheet of the screen stands on that
// page of A4 and of Letter, in the same lines.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { serveTemplate, type ServedTemplate } from "../shapes/serve-template.ts";
import { buildTemplate } from "./build-template.ts";
import { readJson } from "./template-folders.ts";

let browser: Browser;
let served: ServedTemplate;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveTemplate(await buildTemplate("sheet"));
});
afterAll(async () => {
  served?.stop();
  await browser?.close();
});

interface Printed {
  text: string;
  /** From the first piece of the page, in points. */
  x: number;
  y: number;
}

/** The pieces of text of each page and where they stand in the text block. */
async function printed(page: Page, format: "A4" | "Letter"): Promise<Printed[][]> {
  const bytes = await page.pdf({ format, preferCSSPageSize: true });
  const opening = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await opening.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent();
      const pieces = items.flatMap((item) =>
        "str" in item && item.str.trim() !== ""
          ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
          : [],
      );
      // The page's number stands in the margin.
      const inBlock = pieces.filter(({ text }) => text !== String(at + 1));
      const [first] = inBlock;
      return inBlock.map(({ text, x, y }) => ({ text, x: x - first!.x, y: first!.y - y }));
    }),
  );
  await opening.destroy();
  return pages;
}

/** The farthest that a piece of text stands from where it stands on the other paper, in points. */
const farthest = (one: Printed[][], other: Printed[][]) =>
  Math.max(
    ...one.flatMap((pieces, page) =>
      pieces.map(({ x, y }, at) => {
        const same = other[page]![at]!;
        return Math.hypot(x - same.x, y - same.y);
      }),
    ),
  );

/** On which sheet of the screen, counted from 0, each title of an entry stands. */
const sheetsOfTitles = (page: Page) =>
  page.evaluate(() => {
    const sheets = document.querySelector(".sheets")!;
    const top = sheets.getBoundingClientRect().top;
    const text = document.querySelector(".text-block")!;
    const measure = (name: string) =>
      Number.parseFloat(getComputedStyle(text).getPropertyValue(name));
    const period = measure("column-height") + measure("row-gap");
    return [...document.querySelectorAll("h3")].map((title) => ({
      title: title.innerText.replace(/\s/g, ""),
      sheet: Math.floor((title.getBoundingClientRect().top - top) / period),
    }));
  });

describe.each([
  ["ranged", "regular"],
  ["centred", "regular"],
  ["columns", "regular"],
  ["ranged", "larger"],
])("the head %s with text %s", (hero, textSize) => {
  it("breaks lines and pages alike on the screen, on A4 and on Letter", async () => {
    const theme = readJson("sheet", "src/theme.json") as object;
    served.show({ theme: { ...theme, textSize, variants: { hero } } });
    served.letGo("fonts");
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(served.url);
    await page.evaluate(() => document.fonts.ready);
    const onScreen = await sheetsOfTitles(page);
    const [a4, letter] = [await printed(page, "A4"), await printed(page, "Letter")];
    const texts = (pages: Printed[][]) => pages.map((pieces) => pieces.map(({ text }) => text));
    expect(a4.length).toBeGreaterThan(1);
    expect(texts(letter)).toEqual(texts(a4));
    expect(farthest(a4, letter)).toBeLessThan(1);
    const pages = texts(a4).map((pieces) => pieces.join("").replace(/\s/g, ""));
    for (const { title, sheet } of onScreen) {
      const start = title.slice(0, 16);
      expect({ start, page: pages.findIndex((text) => text.includes(start)) }).toEqual({
        start,
        page: sheet,
      });
    }
    await page.close();
  });
});
