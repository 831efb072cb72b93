import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  dropCv,
  editor,
  expectInPreview,
  newFile,
  openFile,
  preview,
  showPanel,
  untilSaved,
  visit,
  writeCode,
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

const counter = (word: string, broken = "") => `import { useState } from "react";

export function Counter() {
  const [count, setCount] = useState(0);${broken}
  return <button id="counter" onClick={() => setCount(count + 1)}>${word} {count}</button>;
}
`;

const PAGE = `import { App } from "./App";
import { Counter } from "./Counter";
import { themeCss } from "./theme";

export function Page() {
  return (
    <>
      <style dangerouslySetInnerHTML={{ __html: themeCss() }} />
      <Counter />
      <App />
    </>
  );
}
`;

describe("editing code", () => {
  test("an edit shows, state stays; a broken one is explained; mended, all goes on; kept over a reload", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await newFile(page, "src/Counter.tsx", counter("Clicked"));
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    const button = preview(page).locator("#counter");
    await button.click({ timeout: 30_000 });
    await button.click();
    expect(await button.textContent()).toBe("Clicked 2");

    await openFile(page, "src/Counter.tsx");
    await writeCode(page, "src/Counter.tsx", counter("Pressed"));
    await expectInPreview(page, "Pressed 2");

    await writeCode(page, "src/Counter.tsx", counter("Pressed", "\n  const = ;"));
    const overlay = preview(page).getByRole("alertdialog");
    await overlay.waitFor();
    const said = (await overlay.textContent()) ?? "";
    expect(said).toContain("src/Counter.tsx:5");
    expect(said).toContain("const = ;");
    await page.getByRole("navigation", { name: "Drawer" }).getByText("Problems").click();
    await page
      .getByRole("list", { name: "Problems" })
      .getByText("src/Counter.tsx")
      .first()
      .waitFor();

    await openFile(page, "src/Counter.tsx");
    await writeCode(page, "src/Counter.tsx", counter("Mended"));
    await overlay.waitFor({ state: "detached" });
    await expectInPreview(page, "Mended 2");

    await untilSaved(page);
    await page.waitForTimeout(700);
    await page.reload();
    await expectInPreview(page, "Mended 0");
    await expectInPreview(page, "Barnaby Thistlewood");
    await close();
  });

  test("a run-time error is mapped to its source line", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await newFile(
      page,
      "src/Counter.tsx",
      counter("Ok", "\n  if (count > 0) throw new Error('too many');"),
    );
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    await preview(page).locator("#counter").click({ timeout: 30_000 });
    const overlay = preview(page).getByRole("alertdialog");
    await overlay.waitFor();
    const said = (await overlay.textContent()) ?? "";
    expect(said).toContain("too many");
    expect(said).toContain("src/Counter.tsx:5");
    await close();
  });

  test("a package that isn't in the set is named, with what to do", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await openFile(page, "src/Page.tsx");
    await writeCode(
      page,
      "src/Page.tsx",
      `import "left-pad";\n${PAGE.replace(/.*Counter.*\n/g, "")}`,
    );
    const overlay = preview(page).getByRole("alertdialog");
    await overlay.waitFor({ timeout: 30_000 });
    expect(await overlay.textContent()).toMatch(/left-pad/);
    await close();
  });

  test("Tailwind, CSS modules, JSON and pictures work", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await newFile(page, "src/tail.css", '@import "tailwindcss";');
    await newFile(page, "src/box.module.css", ".box { outline: 3px solid rgb(1, 2, 3); }");
    await newFile(page, "src/numbers.json", '{ "answer": 42 }');
    await newFile(
      page,
      "src/dot.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"><circle cx="3" cy="3" r="3"/></svg>',
    );
    await openFile(page, "src/Page.tsx");
    await writeCode(
      page,
      "src/Page.tsx",
      `import "./tail.css";
import styles from "./box.module.css";
import dot from "./dot.svg";
import numbers from "./numbers.json";

export function Page() {
  return <p id="proof" className={\`pt-[13px] \${styles.box}\`}><img id="dot" src={dot} alt="" />{numbers.answer}</p>;
}
`,
    );
    const proof = preview(page).locator("#proof");
    await proof.waitFor({ timeout: 30_000 });
    await expect.poll(() => proof.evaluate((p) => getComputedStyle(p).paddingTop)).toBe("13px");
    expect(await proof.evaluate((p) => getComputedStyle(p).outlineColor)).toBe("rgb(1, 2, 3)");
    expect(await proof.textContent()).toBe("42");
    await expect
      .poll(() =>
        preview(page)
          .locator("#dot")
          .evaluate((img) => (img as HTMLImageElement).naturalWidth),
      )
      .toBe(7);
    await close();
  });

  test("undo and redo reach the site", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await showPanel(page, "Content");
    const panel = page.getByRole("region", { name: "Content" });
    await panel.getByText(/Barnaby Thistlewood/i).click();
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Barnaby Redwood");
    await expectInPreview(page, "Barnaby Redwood");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expectInPreview(page, "Barnaby Thistlewood");
    await page.getByRole("button", { name: /^Redo/ }).click();
    await expectInPreview(page, "Barnaby Redwood");
    expect(await editor(page, "src/Page.tsx").count()).toBe(0);
    await close();
  });
});
