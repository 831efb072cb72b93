import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  dropCv,
  expectInPreview,
  preview,
  showPanel,
  untilSaved,
  visit,
  WITH_SERVICE_WORKER,
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

async function rename(page: Page, from: RegExp, to: string): Promise<void> {
  await showPanel(page, "Content");
  await page.getByRole("region", { name: "Content" }).getByText(from).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(to);
}

describe("kept in this browser", () => {
  test("several portfolios, each with its own text, over a reload", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await rename(page, /Barnaby Thistlewood/i, "Barnaby Elder");
    await expectInPreview(page, "Barnaby Elder");
    await untilSaved(page);
    await page.goto(product.url);
    await dropCv(page, "german.pdf", "Hedwig Quastenberg");
    await untilSaved(page);
    await page.goto(product.url);
    await page.getByRole("button", { name: /^Hedwig Quastenberg$/i }).waitFor();
    await page.getByRole("button", { name: /^Barnaby Thistlewood$/i }).click();
    await expectInPreview(page, "Barnaby Elder");
    await close();
  });

  test("works offline after the first visit, a new CV included", async () => {
    const { page, close } = await visit(browser, product.url, WITH_SERVICE_WORKER);
    await page.mouse.move(200, 200);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== "activated") {
        await new Promise((settle) => active?.addEventListener("statechange", settle));
      }
    });
    await page.context().setOffline(true);
    await page.reload();
    await dropCv(page, "two-page.pdf", "Wilhelmina Sandoval");
    await rename(page, /Wilhelmina Sandoval/i, "Wilhelmina Offline");
    await expectInPreview(page, "Wilhelmina Offline");
    await untilSaved(page);
    await page.reload();
    await expectInPreview(page, "Wilhelmina Offline");
    await close();
  });

  test("two tabs on one portfolio see each other and overwrite nothing", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await untilSaved(page);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await expectInPreview(second, "Barnaby Thistlewood");
    await rename(page, /Barnaby Thistlewood/i, "Barnaby First");
    await expectInPreview(second, "Barnaby First");
    await rename(second, /Barnaby First/i, "Barnaby Second");
    await expectInPreview(page, "Barnaby Second");
    await close();
  });

  test("with storage blocked it says so, and the site runs", async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        get: () => {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    });
    const page = await context.newPage();
    await page.goto(product.url);
    await page
      .getByText(/(can’t|isn’t|not).*(kept|keep|stor)/i)
      .first()
      .waitFor();
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await context.close();
  });

  test("the preview can't reach the app", async () => {
    const { page, close } = await visit(browser, product.url);
    await page.evaluate(() => {
      localStorage.setItem("secret", "1");
      document.cookie = "secret=1";
    });
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    const frame = page.frames().find((one) => /^http:\/\/[a-z0-9-]+\.localhost/.test(one.url()));
    const outcome = await frame!.evaluate(async (app) => {
      const refused = async (act: () => unknown) => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      return {
        parent: await refused(() => window.parent.document.title),
        api: await refused(() => fetch(`${app}/api/anything`)),
        storage: await refused(() => {
          if (localStorage.getItem("secret") === null) throw new Error("a storage of its own");
        }),
        cookies: await refused(() => {
          if (document.cookie === "") throw new Error("cookies of its own");
        }),
      };
    }, product.url);
    expect(outcome).toEqual({ parent: true, api: true, storage: true, cookies: true });
    expect(await preview(page).locator("h1").count()).toBe(1);
    await close();
  });
});
