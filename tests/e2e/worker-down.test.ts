import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  dropCv,
  expectInPreview,
  showPanel,
  untilSaved,
  visit,
  WITH_SERVICE_WORKER,
} from "./app.ts";
import { proxyProduct, type ApiState, type ProxiedProduct } from "./proxy-product.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
let proxied: ProxiedProduct;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), serveProduct()]);
  proxied = await proxyProduct(product);
});
afterAll(async () => {
  await browser?.close();
  await proxied?.stop();
  await product?.stop();
});

/** CV dropped → site → a word changed → kept → the project as ZIP. */
async function doTheMainJob(page: Page): Promise<void> {
  await dropCv(page, "two-page.pdf", "Wilhelmina Sandoval");
  await showPanel(page, "Content");
  const content = page.getByRole("region", { name: "Content" });
  await content.getByText(/Wilhelmina Sandoval/i).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Wilhelmina Unserved");
  await expectInPreview(page, "Wilhelmina Unserved");
  await untilSaved(page);
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("menuitem", { name: "Project (ZIP)" }).click();
  const files = unzipSync(await readFile(await (await downloading).path()));
  const resume = Object.entries(files).find(([path]) => path.endsWith("resume.json"));
  expect(strFromU8(resume![1])).toContain("Wilhelmina Unserved");
}

/** Words that would worry somebody whose work is safe. */
const ALARMING = /error|fail|went wrong|not saved|lost|can’t be reached|unavailable|offline/i;

async function expectCalm(page: Page): Promise<void> {
  expect(await page.getByRole("alert").allInnerTexts()).toEqual([]);
  const words = await page.locator("body").innerText();
  expect(words.split("\n").filter((line) => ALARMING.test(line))).toEqual([]);
}

const untilServiceWorker = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((settle) => active?.addEventListener("statechange", settle));
  });

async function signUp(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`ada-${new URL(url).port}-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL(`${url}/`);
}

for (const [state, words] of [
  ["fails", "answers 503"],
  ["hangs", "never answers"],
] as const satisfies readonly (readonly [ApiState, string])[]) {
  test(`the main job is done while the API ${words}, for somebody without an account`, async () => {
    proxied.setApi(state);
    const { page, close } = await visit(browser, proxied.url, WITH_SERVICE_WORKER);
    await doTheMainJob(page);
    await expectCalm(page);
    await close();
    proxied.setApi("passes");
  });

  test(`the main job is done while the API ${words}, for somebody who is signed in`, async () => {
    const { page, close } = await visit(browser, proxied.url, WITH_SERVICE_WORKER);
    await signUp(page, proxied.url);
    proxied.setApi(state);
    await page.goto(proxied.url);
    await doTheMainJob(page);
    // It was tried: without that nothing was shown by this.
    await expect.poll(() => proxied.asked(), { timeout: 20_000 }).toBeGreaterThan(0);
    await expectCalm(page);
    // What couldn’t go up goes up when the API is back.
    proxied.setApi("passes");
    await page.reload();
    await page
      .getByText(/in your account too/)
      .first()
      .waitFor({ timeout: 30_000 });
    await close();
  });
}

test("the main job is done after the server has gone", async () => {
  const { page, close } = await visit(browser, product.url, WITH_SERVICE_WORKER);
  await untilServiceWorker(page);
  await product.stop();
  await page.reload();
  await doTheMainJob(page);
  await expectCalm(page);
  await page.reload();
  await expectInPreview(page, "Wilhelmina Unserved");
  await close();
});
