// The template Prompt answers what is typed: the one template that ships a script needs it for something.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { serveTemplate, type ServedTemplate } from "../shapes/serve-template.ts";
import { buildTemplate } from "./build-template.ts";
import { fullResume } from "./full-resume.ts";

let browser: Browser;
let served: ServedTemplate;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveTemplate(await buildTemplate("prompt"));
  const { resume } = fullResume(2);
  const profiles = [{ network: "GitHub", username: "ilse", url: "https://github.example/ilse" }];
  const basics = { ...resume.basics, email: "ilse@mail.example", image: "", profiles };
  served.show({ resume: { ...resume, basics } });
  served.letGo("fonts");
  page = await browser.newPage({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(served.url);
});
afterAll(async () => {
  served?.stop();
  await browser?.close();
});

const input = () => page.getByLabel("Type a command");
const latest = () => page.getByRole("log").locator(".session").last();

async function ask(line: string): Promise<string> {
  const log = page.getByRole("log").locator(".session");
  const before = await log.count();
  await input().fill(line);
  await input().press("Enter");
  await log.nth(before).waitFor();
  return latest().innerText();
}

it("answers with the lists, the entries and the ways of the résumé", async () => {
  const heading = await page.locator("#work article h3").nth(1).innerText();
  expect(await ask("work")).toContain(heading);
  expect(await latest().getByRole("link", { name: "work/2" }).getAttribute("href")).toBe("#work/2");
  const point = await page.locator("#work article").nth(1).locator("li").last().innerText();
  expect(await ask("cat work/2")).toContain(point);
  expect(await ask("contact")).toContain("ilse@mail.example");
  expect(await ask("sudo hire")).toContain("ilse@mail.example");
  expect(await ask("HELP")).toMatch(/work\s+Experience/);
  await input().press("Escape");
});

it("says what was probably meant, and runs it at a touch", async () => {
  expect(await ask("wrok")).toContain("wrok: there is no such command.");
  await latest().getByRole("button", { name: "work" }).click();
  await expect.poll(() => latest().innerText()).toMatch(/^work\n/);
  expect(await ask("cat work/9")).toContain("work/9: there is no such entry.");
});

it("opens a link in a window of its own, and a section on the page", async () => {
  const popup = page.waitForEvent("popup");
  await ask("open github");
  await (await popup).close();
  expect(await latest().getByRole("link").getAttribute("href")).toBe("https://github.example/ilse");
  await ask("open skills");
  const inSight = () => page.locator("#skills").evaluate((one) => one.getBoundingClientRect().top);
  await expect.poll(inSight).toBeLessThan(100);
});

it("brings back lines, completes them, and never catches the keyboard", async () => {
  await input().fill("");
  await input().press("ArrowUp");
  expect(await input().inputValue()).toBe("open skills");
  await input().press("ArrowDown");
  expect(await input().inputValue()).toBe("");
  await input().fill("pro");
  await input().press("Tab");
  expect(await input().inputValue()).toBe("projects");
  await input().press("Tab");
  expect(await input().evaluate((one) => one === document.activeElement)).toBe(false);
  await input().fill("c");
  await input().press("Tab");
  await expect.poll(() => latest().innerText()).toContain("certificates");
  await input().press("Tab");
  expect(await input().evaluate((one) => one === document.activeElement)).toBe(false);
});

it("turns dark and light, and empties its answers", async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await ask("theme dark");
  expect(await ground()).not.toBe(light);
  await ask("theme");
  expect(await ground()).toBe(light);
  await input().fill("clear");
  await input().press("Enter");
  await expect.poll(() => page.getByRole("log").innerText()).toBe("");
});
