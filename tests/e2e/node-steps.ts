/** Set-up and steps of the tests whose sites run with Node. */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { launchBrowser } from "../launch-browser.ts";
import { editor, openFile, writeCode } from "./app.ts";
import { serveProduct, type Product } from "./serve-product.ts";

export const NAME = "Barnaby Thistlewood";
/** Installing and starting on a busy machine, in milliseconds. */
export const SLOW = 90_000;

/** The template's own page, with the counter before everything. */
export const PAGE = readFileSync(fromRoot("templates/folio/src/Page.tsx"), "utf8")
  .replace('import { App } from "./App";', '$&\nimport { Counter } from "./Counter";')
  .replace("<App />", "<><Counter />$&</>");
/** Counts how often it is pressed, says so in the console, and throws from the second press on. */
export const counter = (
  word: string,
  value = "count",
  imports = "",
) => `${imports}import { useState } from "react";

export function Counter() {
  const [count, setCount] = useState(0);
  const press = () => {
    setCount(count + 1);
    console.warn("${word} pressed");
    if (count > 0) throw new Error("${word} too often");
  };
  return <button id="counter" onClick={press}>${word} {${value}}</button>;
}
`;

export const chip = (page: Page, name: string | RegExp) =>
  page.getByRole("banner").getByRole("button", { name });
/** The shown frame: another may stand unseen behind it. */
export const site = (page: Page) => page.frameLocator("iframe.preview-shown");
export const shownHost = (page: Page) =>
  page
    .locator("iframe.preview-shown")
    .evaluate((frame: HTMLIFrameElement) => new URL(frame.src).host);
const openDrawer = (page: Page, name: "Console" | "Problems" | "Terminal") =>
  page.getByRole("navigation", { name: "Drawer" }).getByRole("button", { name }).click();
export const openTerminal = (page: Page) => openDrawer(page, "Terminal");

type Settings = Readonly<Record<string, string>>;

/** A browser and the product, for the tests of one file; sandboxes are those of the local runner. */
export function withProduct(settings: () => Settings | Promise<Settings> = () => ({})): {
  readonly browser: Browser;
  readonly product: Product;
} {
  const has: { browser?: Browser; product?: Product } = {};
  beforeAll(async () => {
    [has.browser, has.product] = await Promise.all([
      launchBrowser(),
      serveProduct({ DAYTONA_API_KEY: "", ...(await settings()) }),
    ]);
  });
  afterAll(async () => {
    await has.browser?.close();
    await has.product?.stop();
  });
  return {
    get browser() {
      return has.browser!;
    },
    get product() {
      return has.product!;
    },
  };
}

/** What somebody sees of the site, but for the counter: its title and its text. */
export async function lookOf(page: Page): Promise<{ title: string | null; text: string }> {
  const text = await site(page).locator("body").innerText();
  const counted = await site(page).locator("#counter").innerText();
  return {
    title: await site(page).locator("head > title").textContent(),
    text: text.replace(counted, ""),
  };
}

/**
 * An edit of a counter that was pressed shows and keeps its state (R3.4); what it prints and throws comes to
 * the console and the problems, with its place (R3.5).
 */
export async function editAndPress(page: Page, from: string, to: string): Promise<void> {
  const button = site(page).locator("#counter");
  await button.click({ timeout: SLOW });
  expect(await button.innerText()).toBe(`${from} 1`);
  await openFile(page, "src/Counter.tsx");
  await writeCode(page, "src/Counter.tsx", counter(to));
  await expect.poll(() => button.innerText(), { timeout: 30_000 }).toBe(`${to} 1`);
  await button.click();
  await openDrawer(page, "Console");
  const printed = page.getByRole("list", { name: "Console" }).getByRole("listitem");
  const warning = printed.filter({ hasText: `${to} pressed` });
  await warning.getByRole("button", { name: "src/Counter.tsx:7" }).waitFor();
  await openDrawer(page, "Problems");
  const problems = page.getByRole("list", { name: "Problems" }).getByRole("listitem");
  const problem = problems.filter({ hasText: `${to} too often` });
  await problem.getByRole("button", { name: /^src\/Counter\.tsx:8/ }).waitFor();
}

/** Installs a package in the terminal; the project's own package.json lists it then. */
export async function installInTerminal(page: Page): Promise<void> {
  const rows = page.locator(".xterm-rows");
  await rows.getByText("$").first().waitFor({ timeout: SLOW });
  await page.getByRole("textbox", { name: /^Shell 1/ }).focus();
  await page.keyboard.type("npm install ms@2.1.3\n");
  await rows.getByText(/added 1 package/).waitFor({ timeout: SLOW });
  await openFile(page, "package.json");
  const listed = () => editor(page, "package.json").innerText();
  await expect.poll(listed, { timeout: 30_000 }).toContain('"ms"');
}
/** A counter that uses it. */
export const COUNTER_OF_MS = counter("Waited", "ms(60_000) + count", 'import ms from "ms";\n');

/** The process that serves the frame, among the product's own children (Linux). */
export async function runnerPid(product: Product): Promise<number> {
  for (const entry of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const read = (file: string) => readFile(`/proc/${entry}/${file}`, "utf8").catch(() => "");
    const parent = Number((await read("stat")).split(") ").at(-1)?.split(" ")[1]);
    if (parent === product.pid && (await read("cmdline")).includes("runner-process")) {
      return Number(entry);
    }
  }
  throw new Error("The product has no runner.");
}
