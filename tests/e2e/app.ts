import { expect } from "vitest";
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from "playwright-core";
import { fromRoot } from "../../scripts/paths.ts";

/** A CV of our own making (see tests/fixtures/cv). */
export const fixture = (name: string) => fromRoot("tests/fixtures/cv", name);

export interface Visit {
  readonly page: Page;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly errors: string[];
  close(): Promise<void>;
}

/** For a visit with the app's service worker, which first fetches the whole app. */
export const WITH_SERVICE_WORKER = { serviceWorkers: "allow" } as const;

/**
 * Opens the app in a profile of its own, without its service worker: fetching the whole app for each
 * profile took a quarter of the tests' processor time (2026-11-21).
 */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  return { page, errors, close: () => context.close() };
}

/** The running site. */
export const preview = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Live preview"]');

/** Gives the app a CV by its file input and waits until the site shows this name. */
export async function dropCv(page: Page, file: string, name: string): Promise<void> {
  await page.getByLabel("Choose your CV").setInputFiles(fixture(file));
  await expectInPreview(page, name);
}

/** The site's text, without regard to case or line breaks: templates may set a name in capitals. */
const siteText = (page: Page) =>
  preview(page)
    .locator("body")
    .textContent({ timeout: 1_000 })
    .catch(() => "");

const plain = (text: string | null) => (text ?? "").replace(/\s+/g, "").toLowerCase();

/** Waits until the running site contains this text. */
export async function expectInPreview(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => plain(await siteText(page)), { timeout: 20_000, interval: 100 })
    .toContain(plain(text));
}

/** Opens a file of the project in the code editor, by the command palette. */
export async function openFile(page: Page, path: string): Promise<void> {
  // Exactly: what else can be done with the file has its name in it too.
  await command(page, path, { exact: true });
  await editor(page, path).waitFor();
}

/** Runs what the command palette finds first under these words. */
export async function command(page: Page, words: string, { exact = false } = {}): Promise<void> {
  await page.getByRole("button", { name: "Do anything" }).click();
  await page.getByRole("dialog").getByRole("combobox").fill(words);
  await page.getByRole("option", { name: words, exact }).first().click();
}

export const editor = (page: Page, path: string) =>
  page.getByRole("textbox", { name: `Code of ${path}.` });

/** Replaces the whole text of a file in the editor, as pasting over it does. */
export async function writeCode(page: Page, path: string, code: string): Promise<void> {
  await editor(page, path).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(code);
}

/** Makes a file in the files panel and leaves it open in the editor. */
export async function newFile(page: Page, path: string, code: string): Promise<void> {
  await showPanel(page, "Files");
  await page.getByRole("button", { name: "New file" }).click();
  await page.getByLabel("Path in the project").fill(path);
  await page.keyboard.press("Enter");
  await editor(page, path).waitFor();
  await writeCode(page, path, code);
}

/** Opens a panel of the studio, unless it is open: the rail's button would close it. */
export async function showPanel(page: Page, name: string): Promise<void> {
  if (await page.getByRole("region", { name }).isVisible()) return;
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name }).click();
}

/** Says something in the chat, and has the model answer where there is one; gives the place of the answer. */
export async function say(page: Page, text: string): Promise<Locator> {
  const answers = page.locator('.chat-message[data-from="site"]');
  const before = await answers.count();
  const line = page.getByRole("textbox", { name: "What should change" });
  await line.fill(text);
  await line.press("Enter");
  await expect.poll(() => answers.count(), { timeout: 20_000 }).toBe(before + 1);
  await passOverOffers(page);
  return answers.nth(before);
}

/** What the last request may have meant is passed over: the model is asked, where there is one. */
export async function passOverOffers(page: Page): Promise<void> {
  const answer = page.locator('.chat-message[data-from="site"]:last-child');
  await answer.waitFor();
  const instead = answer.getByRole("button", { name: "Ask the model instead" });
  if (await instead.isVisible()) await instead.click();
}

/** Waits until the top bar says that everything is kept. */
export async function untilSaved(page: Page): Promise<void> {
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor();
}
