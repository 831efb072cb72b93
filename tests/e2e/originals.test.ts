import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { dropCv, fixture, visit } from "./app.ts";
import { findings } from "./axe.ts";
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

test("an original CV goes to the account by its switch alone, comes down, and is removed by it", async () => {
  const { page, close } = await visit(browser, product.url, { reducedMotion: "reduce" });
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/source")) sent.push(request.method());
  });
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await page.goto(`${product.url}/sign-in`);
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill("Barnaby Thistlewood");
  await page.getByLabel("E-mail").fill("originals@example.org");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL(`${product.url}/`);
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === "PUT" && answer.url().includes("/api/portfolios/"),
  );
  await page.mouse.click(5, 5);
  await saved;
  await page.goto(`${product.url}/account`);
  const choice = page.getByRole("switch", { name: /^Keep the CV of/ });
  await choice.waitFor();
  expect(await choice.isChecked()).toBe(false);
  await page.getByText("cv.txt is in this browser only").waitFor();
  expect(sent.filter((method) => method !== "GET")).toEqual([]);

  await page.getByText(/^Keep the CV of/).click();
  await page.getByText(/^cv\.txt, kept since/).waitFor();
  expect(sent).toContain("PUT");
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await choice.scrollIntoViewIfNeeded();
    const folder = process.env["SCREENSHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/originals-${width}.png` });
    expect(await findings(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download cv.txt" }).click();
  const file = await (await downloading).path();
  expect(await readFile(file)).toEqual(await readFile(fixture("cv.txt")));

  await page.getByText(/^Keep the CV of/).click();
  await page.getByText("cv.txt is in this browser only").waitFor();
  expect(sent).toContain("DELETE");
  await page.reload();
  await page.getByText("cv.txt is in this browser only").waitFor();
  await close();
});
