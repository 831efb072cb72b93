/** Steps of the tests whose sites run with Node. */
import { readdir, readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import type { Product } from "./serve-product.ts";

export const NAME = "Barnaby Thistlewood";
/** Installing and starting on a busy machine, in milliseconds. */
export const SLOW = 90_000;

export const PAGE = `import { App } from "./App";
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
export const counter = (
  word: string,
  value = "count",
  imports = "",
) => `${imports}import { useState } from "react";

export function Counter() {
  const [count, setCount] = useState(0);
  return <button id="counter" onClick={() => setCount(count + 1)}>${word} {${value}}</button>;
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
export const openTerminal = (page: Page) =>
  page
    .getByRole("navigation", { name: "Drawer" })
    .getByRole("button", { name: "Terminal" })
    .click();

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
