import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { dropCv, expectInPreview, preview, showPanel, untilSaved, visit } from "./app.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), serveProduct()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Says something and waits for the answer. */
async function say(page: Page, text: string): Promise<string> {
  const answers = page.locator('.chat-message[data-from="site"]');
  const before = await answers.count();
  const line = page.getByRole("textbox", { name: "What should change" });
  await line.fill(text);
  await line.press("Enter");
  await expect.poll(() => answers.count(), { timeout: 10_000 }).toBe(before + 1);
  return (await answers.nth(before).locator("p").first().textContent()) ?? "";
}

const scheme = (page: Page) =>
  preview(page)
    .locator("html")
    .evaluate((html) => getComputedStyle(html).colorScheme);

const answerOf = (page: Page, text: string) =>
  page.locator('.chat-message[data-from="site"]').filter({ hasText: text });

describe("changing the site by words", () => {
  test("plain requests are carried out, each is taken back alone, and the talk is kept", async () => {
    const { page, errors, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await showPanel(page, "Chat");

    expect(await say(page, "Make it dark, please!")).toBe("The site is dark now.");
    await expect.poll(() => scheme(page)).toBe("dark");
    expect(await say(page, "my phone is +44 20 7946 0123")).toContain("+44 20 7946 0123");
    await expectInPreview(page, "+44 20 7946 0123");

    // What was asked first is taken back; what came after it stays.
    await answerOf(page, "The site is dark now.").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => scheme(page)).not.toBe("dark");
    await expectInPreview(page, "+44 20 7946 0123");

    await untilSaved(page);
    await page.reload();
    await page.getByRole("region", { name: "Chat" }).waitFor();
    await answerOf(page, "The site is dark now.").getByText("Undone").waitFor();
    expect(await page.locator(".chat-message").count()).toBe(4);
    expect(errors).toEqual([]);
    await close();
  });

  test("what isn’t surely understood changes nothing and says what would work", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await showPanel(page, "Chat");
    expect(await say(page, "dark mode but keep the header light")).toContain("nothing was changed");
    expect(await scheme(page)).not.toBe("dark");
    // No model is configured here and nobody has a key: the way to one is shown.
    await page.getByRole("link", { name: "Add a key of your own" }).waitFor();
    const example = page.getByRole("list", { name: "Try" }).getByRole("button").first();
    const words = (await example.textContent()) ?? "";
    await example.click();
    expect(await page.getByRole("textbox", { name: "What should change" }).inputValue()).toBe(
      words,
    );
    await close();
  });
});
