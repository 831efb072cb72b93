import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { serveTemplate, type ServedTemplate } from "../shapes/serve-template.ts";
import { buildTemplate } from "./build-template.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** A drawing in the text itself; each of its own colour. */
const picture = (colour: string) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'%3E%3Cpath fill='${colour}' d='M0 0h3v2H0z'/%3E%3C/svg%3E`;

const coverless = Array.from({ length: 12 }, (_, index) => ({
  name: `Piece ${index}`,
  type: index < 3 ? "Identity" : "Book",
  description: `What piece ${index} is about.`,
}));
const resume = {
  basics: { name: "Ilse Varnhold" },
  projects: [
    {
      name: "Pool",
      type: "Identity",
      image: picture("teal"),
      images: [picture("navy"), "javascript:alert(1)"],
      description: "A bath by the sea.",
    },
    { name: "Harm", image: "data:text/html,<script>alert(1)</script>" },
    ...coverless,
  ],
};

let browser: Browser;
let html: string;
let served: ServedTemplate;
let page: Page;
beforeAll(async () => {
  const [started, built] = await Promise.all([launchBrowser(), buildTemplate("atelier")]);
  browser = started;
  html = built.page({ resume });
  served = await serveTemplate(built);
  served.show({ resume });
  served.letGo("fonts");
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" });
  page = await context.newPage();
  await page.goto(served.url);
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

const tiles = () => page.locator(".tile:visible").count();

test("a filter leaves what it names, by keyboard and without a script", async () => {
  expect(await tiles()).toBe(14);
  await page.getByRole("radio", { name: /Everything/ }).focus();
  await page.keyboard.press("ArrowRight");
  const first = page.getByRole("radio", { checked: true });
  expect(await first.getAttribute("value")).toBe("1");
  const [, count] = /(\d+)\s*$/.exec(await first.locator("xpath=..").innerText()) ?? [];
  expect(await tiles()).toBe(Number(count));
  await page.getByRole("radio", { name: /Identity/ }).click();
  expect(await tiles()).toBe(4);
  await page.getByRole("radio", { name: /Everything/ }).click();
  expect(await tiles()).toBe(14);
});

test("a piece opens with its pictures, is closed by Escape, and gives the focus back", async () => {
  const opener = page.getByRole("button", { name: "Pool" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const room = page.getByRole("region", { name: "Pool" });
  await room.getByText("A bath by the sea.").waitFor();
  const addresses = await room
    .locator("img")
    .evaluateAll((images) => images.map((image) => image.getAttribute("src")));
  expect(addresses).toEqual([picture("teal"), picture("navy")]);
  await page.keyboard.press("Tab");
  expect(await room.getByRole("button", { name: "Close" }).evaluate(isFocused)).toBe(true);
  const scripted = await browser.newPage({ reducedMotion: "reduce" });
  await scripted.goto(served.url);
  await scripted.getByRole("button", { name: "Pool" }).click();
  await scripted.addScriptTag({ path: AXE });
  const { violations } = await scripted.evaluate<AxeResults>("axe.run()");
  expect(violations.map(({ id }) => id)).toEqual([]);
  await scripted.close();
  await page.keyboard.press("Escape");
  await room.waitFor({ state: "hidden" });
  expect(await opener.evaluate(isFocused)).toBe(true);
});
const isFocused = (element: Element) => element === element.ownerDocument.activeElement;

test("on paper every piece lies open", async () => {
  await page.getByRole("radio", { name: /Identity/ }).click();
  await page.emulateMedia({ media: "print" });
  for (const { description } of coverless) {
    expect(await page.getByText(description).isVisible()).toBe(true);
  }
  await page.emulateMedia({ media: null });
});

test("covers without a picture are the same at every build, and unlike their neighbours", () => {
  const wall = html.slice(html.indexOf('class="wall"'));
  const covers = [
    ...wall.matchAll(/class="frame"><svg class="cover" data-scheme="(\d)".*?<\/svg>/gs),
  ];
  expect(covers).toHaveLength(13);
  const schemes = covers.map(([, scheme]) => scheme);
  expect(
    schemes.filter((scheme, i) => schemes.slice(Math.max(0, i - 3), i).includes(scheme)),
  ).toEqual([]);
  expect(new Set(covers.map(([drawing]) => drawing)).size).toBe(13);
  expect(html).not.toMatch(/src="(javascript|data:text)/i);
});
