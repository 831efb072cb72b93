import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { dropCv, expectInPreview, fixture, untilSaved, visit } from "./app.ts";
import { endlessPdf } from "./endless-pdf.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
let folder: string;
let large: string;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), serveProduct()]);
  folder = await mkdtemp(join(tmpdir(), "cv2web-bad-"));
  large = join(folder, "large.pdf");
  await writeFile(large, Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(10_500_000, 32)]));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A word or two that only the right sentence has. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  "empty.pdf": /empty/i,
  "corrupt.pdf": /damaged|broken|can’t be (read|opened)/i,
  "encrypted.pdf": /password/i,
  "scanned.pdf": /scan|picture|no text/i,
  "51-pages.pdf": /51 pages|50 pages/i,
  "bomb.docx": /unpack/i,
  "photo.png": /picture|image/i,
  "old-word.doc": /old/,
  "noise.bin": /isn’t|not a/i,
};

describe("bad input", () => {
  test.each([...Object.keys(SENTENCES), "over 10 MB"])(
    "%s: a sentence, a next step",
    async (file) => {
      const { page, close } = await visit(browser, product.url);
      await page
        .getByLabel("Choose your CV")
        .setInputFiles(file === "over 10 MB" ? large : fixture(file));
      const said = page.getByRole("alert").first();
      await said.waitFor({ timeout: 30_000 });
      expect(await said.getByRole("heading").textContent()).toMatch(SENTENCES[file] ?? /10 MB/);
      expect(await said.locator("p").last().textContent()).toMatch(/\b(save|choose|open|keep)\b/i);
      // The sheet is there again for the next try.
      await page.getByLabel("Choose your CV").setInputFiles(fixture("cv.txt"));
      await expectInPreview(page, "Barnaby Thistlewood");
      await close();
    },
  );

  test("a file that never ends is stopped after ten seconds, and the page stays alive", async () => {
    const { page, errors, close } = await visit(browser, product.url);
    const begun = Date.now();
    const file = { name: "endless.pdf", mimeType: "application/pdf", buffer: endlessPdf() };
    await page.getByLabel("Choose your CV").setInputFiles(file);
    const said = page.getByRole("alert").first();
    await said.waitFor({ timeout: 30_000 });
    expect(await said.getByRole("heading").textContent()).toMatch(/10 seconds|stopped/);
    // Ten seconds without a page, and what the worker needs to start.
    expect(Date.now() - begun).toBeLessThan(15_000);
    await page.getByLabel("Choose your CV").setInputFiles(fixture("two-page.pdf"));
    await page.locator('iframe[title="Live preview"]').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test("what was made before is still there after a bad file", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await untilSaved(page);
    await page.goto(product.url);
    await page.getByLabel("Choose your CV").setInputFiles(fixture("corrupt.pdf"));
    await page.getByRole("alert").first().waitFor();
    await page.getByRole("button", { name: /^Barnaby Thistlewood$/i }).click();
    await expectInPreview(page, "Barnaby Thistlewood");
    await close();
  });
});
