/** Node in the browser, over the local runner that stands in for StackBlitz's servers: real npm, real Vite. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  dropCv,
  editor,
  expectInPreview,
  newFile,
  openFile,
  showPanel,
  visit,
  writeCode,
} from "./app.ts";
import {
  chip,
  counter,
  NAME,
  openTerminal,
  PAGE,
  runnerPid,
  shownHost,
  site,
  SLOW,
} from "./node-steps.ts";
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

async function startNode(page: Page): Promise<void> {
  await openTerminal(page);
  await page.getByRole("button", { name: "Start Node" }).click();
}
const untilNode = (page: Page) => chip(page, "Node · on this machine").waitFor({ timeout: SLOW });

describe("the same CV with Node", () => {
  test("the instant preview stays until Node's has painted; a package installed in the terminal is used; an edit keeps state", async () => {
    const { page, errors, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", NAME);
    const instantText = await site(page).locator("body").innerText();
    const instantHost = await shownHost(page);

    await startNode(page);
    await page.getByText("Node is starting").first().waitFor();
    expect(await shownHost(page)).toBe(instantHost);
    expect(await site(page).locator("h1").first().innerText()).not.toBe("");
    await untilNode(page);
    expect(await shownHost(page)).toMatch(/^wc-[0-9a-f]{16}-\d+\.localhost:/);
    expect(await site(page).locator("body").innerText()).toBe(instantText);
    await page.getByText("Runs on this machine, not isolated.").waitFor();

    await page.locator(".xterm-rows").getByText("$").first().waitFor({ timeout: SLOW });
    await page.getByRole("textbox", { name: /^Shell 1/ }).focus();
    await page.keyboard.type("npm install ms@2.1.3\n");
    await page
      .locator(".xterm-rows")
      .getByText(/added 1 package/)
      .waitFor({ timeout: SLOW });
    await openFile(page, "package.json");
    await expect
      .poll(() => editor(page, "package.json").innerText(), { timeout: 30_000 })
      .toContain('"ms"');

    await newFile(
      page,
      "src/Counter.tsx",
      counter("Waited", "ms(60_000) + count", 'import ms from "ms";\n'),
    );
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    const button = site(page).locator("#counter");
    await button.click({ timeout: SLOW });
    expect(await button.innerText()).toBe("Waited 1m1");
    await openFile(page, "src/Counter.tsx");
    await writeCode(
      page,
      "src/Counter.tsx",
      counter("Slept", "ms(60_000) + count", 'import ms from "ms";\n'),
    );
    await expect.poll(() => button.innerText(), { timeout: 30_000 }).toBe("Slept 1m1");
    expect(errors).toEqual([]);
    await close();
  }, 240_000);

  test("a package written into package.json brings Node by itself, and its reason is said", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", NAME);
    await openFile(page, "package.json");
    const text = await editor(page, "package.json").innerText();
    await writeCode(page, "package.json", text.replace('"react":', '"ms": "2.1.3",\n    "react":'));
    await page.getByText("Node is starting").first().waitFor({ timeout: 30_000 });
    await untilNode(page);
    await chip(page, "Node · on this machine").click();
    await page.getByText("The project uses the package ms.").waitFor();
    await close();
  });

  test.skipIf(process.platform !== "linux")(
    "the runner killed in the middle of an install: the instant preview stays, nothing is lost, one line says why",
    async () => {
      const { page, close } = await visit(browser, product.url);
      await dropCv(page, "cv.txt", NAME);
      await startNode(page);
      await page
        .getByText(/^Installing packages/)
        .first()
        .waitFor({ timeout: SLOW });
      await newFile(page, "src/kept.ts", "export const kept = true;\n");
      process.kill(await runnerPid(product), "SIGKILL");
      await chip(page, "Instant · in this browser").waitFor();
      await chip(page, "Instant · in this browser").click();
      await page.getByRole("dialog").getByText("Node on this machine was lost.").waitFor();
      await page.keyboard.press("Escape");
      await expectInPreview(page, NAME);
      await page.reload();
      await expectInPreview(page, NAME);
      await showPanel(page, "Files");
      await page.getByText("kept.ts").first().waitFor();
      await close();
    },
  );
});
