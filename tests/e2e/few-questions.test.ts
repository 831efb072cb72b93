import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { expectInPreview, untilSaved, visit } from "./app.ts";
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

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest(".ui-field")?.querySelector("label")?.textContent,
  );

test("a few answers, given by keyboard and kept over a reload, become a site", async () => {
  const { page, errors, close } = await visit(browser, product.url, { colorScheme: "dark" });
  await page.getByRole("link", { name: "Answer a few questions" }).click();
  await page.waitForURL(/\/write$/);
  const name = page.getByLabel("Name");
  await name.focus();
  await page.keyboard.type("Ana Sousa");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Wedding photographer");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Porto, Portugal");
  const job = page.getByRole("group", { name: "Job", exact: true });
  await job.getByLabel("Role").fill("Photographer");
  await job.getByLabel("When").fill("a long time");
  await page.getByRole("button", { name: "Add another job" }).press("Enter");
  expect(await focused(page)).toBe("Role");
  await page.keyboard.type("Assistant");
  await page.getByLabel("E-mail").fill("ana@example.org");

  await page.reload();
  await expect.poll(() => name.inputValue()).toBe("Ana Sousa");
  expect(await page.getByRole("group", { name: "Job 2" }).getByLabel("Role").inputValue()).toBe(
    "Assistant",
  );
  expect(await findings(page)).toEqual([]);

  // What can't be understood is asked for again at its field, and no site is made of half of it.
  await name.focus();
  await page.keyboard.press("Enter");
  await page.getByText("Write it like “2016 – now”").waitFor();
  expect(await focused(page)).toBe("When");
  expect(new URL(page.url()).pathname).toBe("/write");
  await page.getByRole("group", { name: "Job 1" }).getByLabel("When").fill("2016 – now");
  await page.getByRole("button", { name: "Make a website" }).click();
  await page.waitForURL(/\/studio\//);
  await expectInPreview(page, "Wedding photographer");
  await expectInPreview(page, "Assistant");
  await untilSaved(page);

  // The portfolio has them now: the form is empty again.
  await page.goto(`${product.url}/write`);
  await page.getByRole("heading", { name: "A few lines will do." }).waitFor();
  expect(await name.inputValue()).toBe("");
  expect(errors).toEqual([]);
  await close();
});

test("an emptied form comes back; without a name no site is made", async () => {
  const { page, close } = await visit(browser, `${product.url}/write`, {
    viewport: { width: 390, height: 844 },
  });
  await page.getByLabel("What you do").fill("Wedding photographer");
  await page.getByRole("button", { name: "Empty the form" }).click();
  expect(await page.getByLabel("What you do").inputValue()).toBe("");
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await page.getByLabel("What you do").inputValue()).toBe("Wedding photographer");
  await page.getByRole("button", { name: "Make a website" }).click();
  await expect.poll(() => focused(page)).toBe("Name");
  expect(new URL(page.url()).pathname).toBe("/write");
  await close();
});
