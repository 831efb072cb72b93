import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { command, dropCv, fixture, showPanel, visit } from "./app.ts";
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

/** So that nothing is judged halfway through a fade. */
const reducedMotion = "reduce";
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (colorScheme) => {
  test.each(Object.entries(SCREENS))("start and its states, %s", async (_name, viewport) => {
    const { page, close } = await visit(browser, product.url, {
      viewport,
      colorScheme,
      reducedMotion,
    });
    await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Paste text" }).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByLabel("Choose your CV").setInputFiles(fixture("corrupt.pdf"));
    await page.getByRole("alert").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await close();
  });

  test("studio: every panel, the drawer, palette, review", async () => {
    const { page, close } = await visit(browser, product.url, { colorScheme, reducedMotion });
    await dropCv(page, "two-column.pdf", "Idris Penhallow");
    for (const panel of ["Content", "Design", "Chat", "Files", "History"]) {
      await showPanel(page, panel);
      await page.getByRole("region", { name: panel }).waitFor();
      expect(await findings(page), panel).toEqual([]);
    }
    for (const drawer of ["Code", "Console", "Problems"]) {
      await page.getByRole("navigation", { name: "Drawer" }).getByText(drawer).click();
      expect(await findings(page), drawer).toEqual([]);
    }
    await page.getByRole("button", { name: "Do anything" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await findings(page), "palette").toEqual([]);
    await page.keyboard.press("Escape");
    await command(page, "See all templates");
    const gallery = page.getByRole("listbox", { name: "Templates" });
    await gallery.getByRole("option", { name: "Folio", selected: true }).waitFor();
    expect(await findings(page), "gallery").toEqual([]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await gallery.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo: Template: Commit" }).waitFor();
    await command(page, "Check what was read");
    await page.getByRole("dialog").locator("canvas").first().waitFor();
    expect(await findings(page), "review").toEqual([]);
    // Made as narrow as a phone, the review stays on top of what is open under it.
    await page.setViewportSize(SCREENS.phone);
    await page.getByRole("radio", { name: "Document" }).waitFor();
    expect(await page.getByRole("dialog").allInnerTexts()).toEqual([
      expect.stringContaining("Check what was read"),
    ]);
    await close();
  });

  test("studio on a phone, and its sheets", async () => {
    const { page, close } = await visit(browser, product.url, {
      colorScheme,
      reducedMotion,
      viewport: SCREENS.phone,
    });
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    expect(await findings(page)).toEqual([]);
    for (const panel of ["Content", "Design"]) {
      await page.getByRole("navigation", { name: "Panels" }).getByText(panel).click();
      await page.getByRole("dialog").waitFor();
      expect(await findings(page), panel).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await close();
  });

  test("the developers' page", async () => {
    const { page, close } = await visit(browser, `${product.url}/developers/ui`, {
      colorScheme,
      reducedMotion,
    });
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await findings(page)).toEqual([]);
    await close();
  });
});
