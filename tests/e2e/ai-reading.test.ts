import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { startGemini, type GeminiAnswer, type GeminiStandIn } from "../stand-ins/gemini.ts";
import { dropCv, expectInPreview, visit } from "./app.ts";
import { findings } from "./axe.ts";
import { serveProduct, type Product } from "./serve-product.ts";

const READ: GeminiAnswer = {
  value: {
    basics: { name: "Barnaby Thistlewood", label: "Head gardener", phone: "+1 555 0100" },
    work: [
      {
        name: "Skiddaw House Trust",
        position: "Head Gardener",
        startDate: "2016-04",
        highlights: ["Brought 120 lost apple varieties back into the orchard"],
        summary: "Lead six gardeners and forty volunteers",
      },
      { name: "Borrowdale Nurseries Ltd", position: "Gardener", summary: "Grew 40,000 perennials" },
    ],
    awards: [{ title: "Gardener of the century" }],
  },
};

let browser: Browser;
let gemini: GeminiStandIn;
let product: Product;
let answer: () => GeminiAnswer | Promise<GeminiAnswer> = () => READ;
beforeAll(async () => {
  gemini = await startGemini(() => answer());
  const configured = { GEMINI_API_KEY: "stand-in", GEMINI_BASE_URL: gemini.url };
  [browser, product] = await Promise.all([launchBrowser(), serveProduct(configured)]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await gemini?.stop();
});
beforeEach(() => {
  answer = () => READ;
});

async function openReview(page: Page): Promise<void> {
  await page.locator('iframe[title="Live preview"]').waitFor();
  // On a phone there is no button for it.
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("Check what was read");
  await palette.getByRole("option", { name: "Check what was read" }).first().click();
  await page.getByRole("radio", { name: /AI$/ }).click();
}

const ask = (page: Page) => page.getByRole("button", { name: "Read it again with AI" });

describe("reading again with AI", () => {
  test("sends the text on consent alone, and takes over what is chosen, undoable as one act", async () => {
    const { page, errors, close } = await visit(browser, product.url);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await openReview(page);
    const before = gemini.calls.length;
    await ask(page).click();
    await page.getByText("See the text that is sent").click();
    await page.getByRole("dialog").getByText("Keswick, UK").last().waitFor();
    await page.getByRole("button", { name: "Don’t send" }).click();
    expect(sent).toEqual([]);
    expect(gemini.calls).toHaveLength(before);

    await ask(page).click();
    await page.getByRole("button", { name: "Send the text" }).click();
    await page.getByRole("heading", { name: "Not in your CV" }).waitFor();
    expect(gemini.calls).toHaveLength(before + 1);
    expect(gemini.calls.at(-1)!.text).toContain("Keswick, UK");
    await page.getByText("2 readings with AI left today.").waitFor();

    // What the CV doesn't hold stays out of “all”, and out of the site until it is taken over.
    await page.getByRole("button", { name: /^Take over all \d/ }).click();
    await page.getByText(/taken over/).waitFor();
    expect(await page.getByRole("heading", { name: /^In your CV/ }).count()).toBe(0);
    await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: /^In your CV/ }).waitFor();
    await page.getByRole("button", { name: /^Take over Phone/ }).waitFor();
    await page.getByRole("button", { name: /^Take over New under Awards/ }).click();
    await page.getByRole("button", { name: /^Ignore Phone/ }).click();
    await page.getByRole("button", { name: /^Take over Phone/ }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Close" }).click();
    await expectInPreview(page, "Gardener of the century");
    expect(errors).toEqual([]);
    await close();
  });

  test("a reload in the middle takes the same reading up again", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((settle) => (release = settle));
    answer = () => held.then(() => READ);
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await openReview(page);
    const before = gemini.calls.length;
    await ask(page).click();
    await page.getByRole("button", { name: "Send the text" }).click();
    await page.getByText("Reading with the model").first().waitFor();
    await page.reload();
    await openReview(page);
    await page.getByText("Reading with the model").first().waitFor();
    await page.getByText("Log", { exact: true }).click();
    await page.getByLabel("Log", { exact: true }).getByText("Accepted").waitFor();
    release();
    await page.getByRole("heading", { name: "Not in your CV" }).waitFor();
    expect(gemini.calls).toHaveLength(before + 1);
    await close();
  });

  test("a model that fails leaves what was read here, and says so in one line", async () => {
    answer = () => ({ status: 400 });
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await openReview(page);
    await ask(page).click();
    await page.getByRole("button", { name: "Send the text" }).click();
    await page.getByText("What was read in this browser stays as it is.").waitFor();
    await ask(page).waitFor();
    await close();
  });

  const SCREENS = [
    { width: 1440, colorScheme: "light" },
    { width: 390, colorScheme: "dark" },
    { width: 320, colorScheme: "light" },
  ] as const;

  test("axe finds nothing, in light and dark, on wide and narrow screens, and nothing is cut off", async () => {
    const { page, close } = await visit(browser, product.url, { reducedMotion: "reduce" });
    const look = async (name: string) => {
      const folder = process.env["SCREENSHOTS"];
      if (folder) await page.screenshot({ path: `${folder}/ai-${name}.png` });
      expect(await findings(page), name).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
    };
    const onEach = async (looks: (name: string) => Promise<void>) => {
      for (const { width, colorScheme } of SCREENS) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        await page.reload();
        await openReview(page);
        await looks(`${width}-${colorScheme}`);
      }
    };
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await onEach(async (name) => {
      await ask(page).waitFor();
      await look(`asked-${name}`);
      await ask(page).click();
      await page.getByRole("button", { name: "Send the text" }).waitFor();
      await look(`consent-${name}`);
    });
    let release = (): void => undefined;
    const held = new Promise<void>((settle) => (release = settle));
    answer = () => held.then(() => READ);
    await page.getByRole("button", { name: "Send the text" }).click();
    await page.getByText("Reading with the model").first().waitFor();
    await look("under-way");
    release();
    await onEach(async (name) => {
      await page.getByRole("heading", { name: "Not in your CV" }).waitFor();
      await look(`proposals-${name}`);
    });
    await close();
  });

  // Last: the readings of this address are used up by then.
  test("without a reading left the model isn’t asked, and it is said when they come back", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await openReview(page);
    const before = gemini.calls.length;
    await ask(page).click();
    await page.getByRole("button", { name: "Send the text" }).click();
    await page.getByText("What was read in this browser stays as it is.").waitFor();
    await page.getByText("No reading is left today.").waitFor();
    expect(gemini.calls).toHaveLength(before);
    await close();
  });
});
