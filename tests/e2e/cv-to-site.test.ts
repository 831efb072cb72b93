import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  command,
  dropCv,
  expectInPreview,
  fixture,
  preview,
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

/** Name first, then an employer and a school of each. */
const DOCUMENTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "two-page.pdf": ["Wilhelmina Sandoval", "Front Range Water Partners"],
  "two-column.pdf": ["Idris Penhallow", "Lizard Point Maps"],
  "german.pdf": ["Hedwig Quastenberg", "Havelpapier GmbH", "Technische Universität Spreewald"],
  "french.pdf": ["Apolline Desrosiers", "Entrepôts de l’Erdre", "Université de la Loire Maritime"],
  "chinese.pdf": ["林知秋", "苏州澄湖智能科技有限公司", "江南理工大学"],
  "cv.docx": ["Ottilie Brambeck", "Northlight Offshore Wind", "Grimsby Institute"],
  "cv.txt": ["Barnaby Thistlewood", "Skiddaw House Trust"],
  "cv.md": ["Saoirse Kilbracken"],
  "resume.json": ["Tamsin Okonjo-Leary"],
};

describe("a CV becomes a running site", () => {
  test.each(Object.entries(DOCUMENTS))("%s", async (file, [name, ...facts]) => {
    const { page, errors, close } = await visit(browser, product.url, WITH_SERVICE_WORKER);
    await dropCv(page, file, name);
    for (const fact of facts) await expectInPreview(page, fact);
    expect(await preview(page).locator("h1").count()).toBe(1);
    expect(page.url()).toMatch(/\/studio\//);
    expect(errors).toEqual([]);
    await close();
  });

  test("pasted text", async () => {
    const { page, close } = await visit(browser, product.url);
    await page.getByRole("button", { name: "Paste text" }).click();
    await page
      .getByRole("textbox")
      .fill(
        "Odalys Brackenbury\nMidwife\nodalys@mail.example\n\nExperience\n\nMidwife, St. Wendreda Hospital\n2015 - 2021\n- Led a team of nine.\n",
      );
    await page.getByRole("button", { name: /website|site|read/i }).click();
    await expectInPreview(page, "Odalys Brackenbury");
    await close();
  });

  test("a file dropped anywhere on the window", async () => {
    const { page, close } = await visit(browser, product.url);
    await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      const text =
        "Ignatius Pellworm\nBaker\nignatius@mail.example\n\nExperience\n\nBaker, Ember Lane Bakery\n2010 - 2020\n";
      transfer.items.add(new File([text], "cv.txt", { type: "text/plain" }));
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(type, options));
      }
    });
    await expectInPreview(page, "Ignatius Pellworm");
    await close();
  });

  test("an example to start from", async () => {
    const { page, close } = await visit(browser, product.url);
    await page.getByRole("button", { name: "Try an example" }).click();
    await preview(page).locator("h1").waitFor();
    await close();
  });

  test("no request leaves the machine", async () => {
    const { page, close } = await visit(browser, product.url);
    const outside: string[] = [];
    page.context().on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      const isOurs = hostname === "localhost" || hostname.endsWith(".localhost");
      if (/^(https?|wss?):$/.test(protocol) && !isOurs) outside.push(request.url());
    });
    await dropCv(page, "two-page.pdf", "Wilhelmina Sandoval");
    expect(outside).toEqual([]);
    await close();
  });

  test("the review shows the document beside the fields", async () => {
    const { page, close } = await visit(browser, product.url);
    await page.getByLabel("Choose your CV").setInputFiles(fixture("two-column.pdf"));
    await expectInPreview(page, "Idris Penhallow");
    await command(page, "Check what was read");
    await page.getByRole("dialog").locator("canvas").first().waitFor();
    const name = page.getByRole("dialog").getByRole("textbox", { name: /name/i }).first();
    await name.fill("Idris Q. Penhallow");
    await expectInPreview(page, "Idris Q. Penhallow");
    await close();
  });
});
