import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { fromRoot } from "../../scripts/paths.ts";
import { MODES, WIDTHS, type Mode, type Width } from "./look-at-page.ts";

/** Where the sheets are kept; ignored by git. */
export const SHEETS = fromRoot("tests/output/templates");

/** CSS pixels of a page that a picture shows, and how much smaller it is on the sheet. */
const [HEIGHT, SCALE] = [1500, 0.34];

interface Picture {
  readonly shape: string;
  readonly width: Width;
  readonly mode: Mode;
  readonly jpeg: string;
}

/** The beginning of a page as it stands, small. */
async function takePicture(page: Page, width: Width): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "jpeg",
    quality: 82,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: HEIGHT, scale: SCALE },
  });
  await session.detach();
  return data;
}

const column = (width: Width, mode: Mode) =>
  `<th style="width:${width * SCALE}px">${width} ${mode}</th>`;

/** A sheet of one template's pictures: a row for each shape, a column for each width and mode. */
export function contactSheet(template: string) {
  const pictures: Picture[] = [];
  return {
    async add(page: Page, place: Omit<Picture, "jpeg">): Promise<void> {
      pictures.push({ ...place, jpeg: await takePicture(page, place.width) });
    },
    /** Writes the sheet as PNG. @returns its path; null without pictures */
    async write(browser: Browser): Promise<string | null> {
      if (pictures.length === 0) return null;
      const columns = WIDTHS.flatMap((width) => MODES.map((mode) => [width, mode] as const));
      const rows = [...new Set(pictures.map(({ shape }) => shape))].map((shape) => {
        const cells = columns.map(([width, mode]) => {
          const found = pictures.find(
            (one) => one.shape === shape && one.width === width && one.mode === mode,
          );
          return `<td>${found ? `<img src="data:image/jpeg;base64,${found.jpeg}">` : ""}</td>`;
        });
        return `<tr><th colspan="${columns.length}" class="shape">${shape}</th></tr><tr>${cells.join("")}</tr>`;
      });
      const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
      await page.setContent(`<!doctype html><title>${template}</title>
        <style>body{margin:16px;width:max-content;font:14px system-ui;background:#777;color:#fff}
        td{padding:0 6px 12px 0;vertical-align:top}th{text-align:start;font-weight:400}
        .shape{font-size:20px;padding-top:8px}img{display:block}</style>
        <h1>${template}</h1>
        <table><tr>${columns.map((one) => column(...one)).join("")}</tr>${rows.join("")}</table>`);
      await mkdir(SHEETS, { recursive: true });
      const path = join(SHEETS, `${template}.png`);
      await writeFile(path, await page.screenshot({ fullPage: true }));
      await page.close();
      return path;
    },
  };
}
