import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  dropCv,
  expectInPreview,
  preview,
  say as sayIn,
  showPanel,
  untilSaved,
  visit,
} from "./app.ts";
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

/** Says something; gives what is answered. */
const say = async (page: Page, text: string): Promise<string> =>
  (await (await sayIn(page, text)).locator("p").first().textContent()) ?? "";

async function account(page: Page, button: string): Promise<void> {
  await page.getByLabel("E-mail").fill("talks@example.org");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Waits until the account has so many messages about the open portfolio. */
async function inAccount(page: Page, messages: number): Promise<void> {
  const path = new URL(page.url()).pathname.replace("/studio/", "/api/portfolios/");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  const count = async () => {
    const answer = await page.request.get(`${product.url}${path}/conversation`);
    return answer.ok() ? ((await answer.json()) as { items: unknown[] }).items.length : 0;
  };
  await expect.poll(count, { timeout: 30_000 }).toBe(messages);
}

const scheme = (page: Page) =>
  preview(page)
    .locator("html")
    .evaluate((html) => getComputedStyle(html).colorScheme);

/** The size that type and space of the running site follow, in pixels. */
const rootSize = (page: Page) =>
  preview(page)
    .locator("html")
    .evaluate((html) => Number.parseFloat(getComputedStyle(html).fontSize));

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

    const regular = await rootSize(page);
    expect(await say(page, "the text is too small, I can hardly read it")).toBe(
      "The text is larger now.",
    );
    await expect.poll(() => rootSize(page)).toBeCloseTo(regular * 1.125);

    // What was asked first is taken back; what came after it stays.
    await answerOf(page, "The site is dark now.").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => scheme(page)).not.toBe("dark");
    await expectInPreview(page, "+44 20 7946 0123");

    await untilSaved(page);
    await page.reload();
    await page.getByRole("region", { name: "Chat" }).waitFor();
    await answerOf(page, "The site is dark now.").getByText("Undone").waitFor();
    expect(await page.locator(".chat-message").count()).toBe(6);
    expect(errors).toEqual([]);
    await close();
  });

  test("a conversation begun on one device is read and gone on with on another", async () => {
    const [laptop, phone] = await Promise.all([
      visit(browser, product.url),
      visit(browser, product.url),
    ]);
    await dropCv(laptop.page, "cv.txt", "Barnaby Thistlewood");
    await laptop.page.waitForURL(/\/studio\//);
    const studio = laptop.page.url();
    await showPanel(laptop.page, "Chat");
    await say(laptop.page, "dark mode");
    await untilSaved(laptop.page);
    await laptop.page.goto(`${product.url}/sign-in?next=${new URL(studio).pathname}`);
    await laptop.page.getByRole("button", { name: "Make an account" }).click();
    await laptop.page.getByLabel("Name").fill("Barnaby");
    await account(laptop.page, "Make the account");
    await laptop.page.waitForURL(studio);
    await inAccount(laptop.page, 2);

    await phone.page.goto(`${product.url}/sign-in`);
    await account(phone.page, "Sign in");
    await phone.page.getByRole("button", { name: /^Barnaby Thistlewood$/i }).click();
    await showPanel(phone.page, "Chat");
    await answerOf(phone.page, "The site is dark now.").waitFor();
    await say(phone.page, "light mode");
    await untilSaved(phone.page);
    await inAccount(phone.page, 4);

    // The page that was open all the time sees it as soon as its connection is back.
    await laptop.page.evaluate(() => dispatchEvent(new Event("online")));
    await answerOf(laptop.page, "The site is light now.").waitFor();
    expect(await laptop.page.locator(".chat-message").allTextContents()).toEqual(
      await phone.page.locator(".chat-message").allTextContents(),
    );
    await Promise.all([laptop.close(), phone.close()]);
  });

  test("what isn’t surely understood changes nothing; it is offered for a yes, or it is said what would work", async () => {
    const { page, errors, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await showPanel(page, "Chat");
    const line = page.getByRole("textbox", { name: "What should change" });
    const answer = page.locator('.chat-message[data-from="site"]').first();
    const offer = answer.getByRole("button", { name: /^Remove .*Espalier/ });
    expect(await say(page, "dont want the espalier thing on there")).toContain(
      "Nothing was changed yet.",
    );
    await expectInPreview(page, "Espalier");
    // Whoever types on keeps the line; the buttons come before it.
    expect(await line.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.locator("output").allTextContents())
      .toContainEqual(expect.stringMatching(/Nothing was changed yet\..*Remove .*Espalier/));
    const first = answer.getByRole("button").first();
    await expect
      .poll(async () => {
        await page.keyboard.press("Shift+Tab");
        return first.evaluate((element) => element === document.activeElement);
      })
      .toBe(true);
    await page.keyboard.press("Enter");
    await answer.getByText(/“Espalier” is gone/).waitFor();
    expect(await offer.count()).toBe(0);
    await expect.poll(() => preview(page).getByText("Espalier").count()).toBe(0);
    const undo = answer.getByRole("button", { name: "Undo" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await answer.getByText("Undone").waitFor();
    await expectInPreview(page, "Espalier");

    await untilSaved(page);
    await page.reload();
    await offer.click();
    await answer.getByText(/“Espalier” is gone/).waitFor();
    await expect.poll(() => preview(page).getByText("Espalier").count()).toBe(0);

    expect(await say(page, "dark mode but keep the header light")).toMatch(/nothing was changed/i);
    expect(await scheme(page)).not.toBe("dark");
    await say(page, "dont want the grafting thing on there");
    const second = page.locator('.chat-message[data-from="site"]').last();
    await line.fill("no");
    await line.press("Enter");
    await second.getByText(/Nothing was changed, and there is no model here/).waitFor();
    await expectInPreview(page, "Grafting");
    // No model is configured here and nobody has a key: the way to one is shown.
    await second.getByRole("link", { name: "Add a key of your own" }).waitFor();
    const example = second.getByRole("list", { name: "Try" }).getByRole("button").first();
    const words = (await example.textContent()) ?? "";
    await example.click();
    expect(await line.inputValue()).toBe(words);
    expect(errors).toEqual([]);
    await close();
  });
});
