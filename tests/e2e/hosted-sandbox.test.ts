/** Hosted sandboxes over the local runner, which speaks Daytona's own API: real npm, real Vite, real terminals. */
import { rm } from "node:fs/promises";
import type { APIRequestContext, Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import { tooling } from "../contracts/node-project.ts";
import { buildHostedPage, openHostedSandbox } from "../contracts/open-hosted-page.ts";
import { sandboxContract } from "../contracts/sandbox.contract.ts";
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
import { findings } from "./axe.ts";
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
let folder: string;
let context: BrowserContext;
beforeAll(async () => {
  [browser, product, folder] = await Promise.all([
    launchBrowser(),
    // One place is the contract's; for the others there is one more.
    serveProduct({ SANDBOX_PLACES: "2" }),
    buildHostedPage(),
  ]);
  context = await browser.newContext();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

// The product's own worker, and a machine of the local runner.
sandboxContract("hosted", (files) =>
  openHostedSandbox(context, product, folder, { ...tooling(), ...files }),
);

const HOSTED = "Hosted preview · on this machine";
const INSTANT = "Instant · in this browser";
const menu = (page: Page) => page.getByRole("dialog", { name: "Where the site runs" });
const openMenu = (page: Page) => chip(page, /on this machine|in this browser/).click();

/** Makes an account for whoever sends these requests. */
async function signUp(request: APIRequestContext, name: string): Promise<void> {
  const data = {
    name,
    email: `${name}-${crypto.randomUUID()}@example.org`,
    password: "correct horse battery",
  };
  const made = await request.post(`${product.url}/api/auth/sign-up/email`, {
    data,
    headers: { origin: product.url },
  });
  expect(made.status(), await made.text()).toBe(200);
}

/** Somebody with an account, whose calls are counted for themselves and not for this machine's address. */
async function visitSignedIn(name: string) {
  const visited = await visit(browser, product.url);
  await signUp(visited.page.request, name);
  return visited;
}

async function chooseHosted(page: Page): Promise<void> {
  await openMenu(page);
  await menu(page).getByText(HOSTED).click();
  await page.keyboard.press("Escape");
}
const untilHosted = (page: Page) => chip(page, HOSTED).waitFor({ timeout: SLOW });

/** Asks for a hosted sandbox over the API. @returns whether it waits */
async function asksForOne(request: APIRequestContext): Promise<boolean> {
  const headers = { origin: product.url };
  const data = { files: [], serves: false };
  const made = await request.post(`${product.url}/api/sandbox`, { data, headers });
  expect(made.status(), await made.text()).toBe(200);
  return ((await made.json()) as HostedView).position > 0;
}

/** Gives back every hosted sandbox that somebody has, and leaves. */
async function leave(person: BrowserContext): Promise<void> {
  const headers = { origin: product.url };
  const all = await person.request.get(`${product.url}/api/sandbox`);
  for (const { sandbox_id } of ((await all.json()) as { sandboxes: HostedView[] }).sandboxes) {
    await person.request.delete(`${product.url}/api/sandbox/${sandbox_id}`, { headers });
  }
  await person.close();
}

test("who comes to a full fleet sees a true place and wait, moves up, and is let in", async () => {
  const { page, errors } = await visitSignedIn("alan");
  const others: BrowserContext[] = [];
  try {
    await dropCv(page, "cv.txt", NAME);
    for (let isFull = false; !isFull;) {
      const one = await browser.newContext();
      others.push(one);
      await signUp(one.request, "first");
      isFull = await asksForOne(one.request);
    }
    await chooseHosted(page);
    await openMenu(page);
    await menu(page)
      .getByText(/place 2, about \d+ min/)
      .waitFor({ timeout: SLOW });
    await expectInPreview(page, NAME);
    await leave(others.pop()!);
    await menu(page)
      .getByText(/place 1/)
      .waitFor({ timeout: SLOW });
    for (const one of others.splice(0)) await leave(one);
    await menu(page).getByText("Installing packages").first().waitFor({ timeout: SLOW });
    expect(errors).toEqual([]);
  } finally {
    for (const one of [...others, page.context()]) await leave(one);
  }
}, 300_000);

describe("the same CV in a hosted sandbox", () => {
  test("looks the same; a package installed in the terminal is used; an edit keeps state; others get a link", async () => {
    const { page, errors, close } = await visitSignedIn("ada");
    await dropCv(page, "cv.txt", NAME);
    const instantText = await site(page).locator("body").innerText();
    await chooseHosted(page);
    await page.getByText("Hosted preview is starting").first().waitFor();
    expect(await site(page).locator("body").innerText()).toBe(instantText);
    await untilHosted(page);
    expect(await shownHost(page)).toMatch(/^s-[0-9a-f-]{36}\.localhost:/);
    expect(await site(page).locator("body").innerText()).toBe(instantText);

    await openTerminal(page);
    await page.getByText("Runs on this machine, not isolated.").waitFor();
    await page.locator(".xterm-rows").getByText("$").first().waitFor({ timeout: SLOW });
    expect(await findings(page)).toEqual([]);
    await page.getByRole("textbox", { name: /^Shell 1/ }).focus();
    await page.keyboard.type("npm install ms@2.1.3\n");
    const rows = page.locator(".xterm-rows");
    await rows.getByText(/added 1 package/).waitFor({ timeout: SLOW });
    await openFile(page, "package.json");
    const listed = () => editor(page, "package.json").innerText();
    await expect.poll(listed, { timeout: 30_000 }).toContain('"ms"');

    const waiting = (word: string) => counter(word, "ms(60_000) + count", 'import ms from "ms";\n');
    await newFile(page, "src/Counter.tsx", waiting("Waited"));
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    const button = site(page).locator("#counter");
    await button.click({ timeout: SLOW });
    expect(await button.innerText()).toBe("Waited 1m1");
    await openFile(page, "src/Counter.tsx");
    await writeCode(page, "src/Counter.tsx", waiting("Slept"));
    await expect.poll(() => button.innerText(), { timeout: 30_000 }).toBe("Slept 1m1");

    await openMenu(page);
    await menu(page).getByLabel("Password, if it should have one").fill("an apple");
    await menu(page).getByRole("button", { name: "Make a link" }).click();
    await menu(page).getByAltText("QR code of the link").waitFor();
    await menu(page)
      .getByText(/Opens until .*, with the password\./)
      .waitFor();
    expect(await findings(page)).toEqual([]);
    const link = await menu(page).getByLabel("Link", { exact: true }).inputValue();
    const other = await visit(browser, link);
    await other.page.getByLabel("Password").fill("an apple");
    await other.page.getByRole("button", { name: "Open" }).click();
    await other.page.locator("#counter").waitFor({ timeout: SLOW });
    await other.close();
    expect(errors).toEqual([]);

    await menu(page).getByRole("button", { name: "Stop it" }).click();
    await menu(page).getByText("It is stopped.").waitFor({ timeout: SLOW });
    await menu(page).getByRole("button", { name: "Delete it" }).click();
    await menu(page).getByRole("button", { name: "Delete it with what was made on it" }).click();
    await menu(page).getByText("It is stopped.").waitFor({ state: "hidden", timeout: SLOW });
    await page.keyboard.press("Escape");
    await chip(page, INSTANT).waitFor({ timeout: SLOW });
    await close();
  }, 300_000);

  test("on a phone the ways to where it runs and to the terminal are there", async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
    const { page, close } = await visit(browser, product.url, phone);
    await dropCv(page, "cv.txt", NAME);
    await chip(page, `Where the site runs: ${INSTANT}`).click();
    expect(await findings(page)).toEqual([]);
    await menu(page).getByRole("button", { name: "Terminal" }).click();
    await page
      .getByRole("dialog", { name: "Terminal" })
      .getByText("A terminal needs Node")
      .waitFor();
    await close();
  });

  test.skipIf(process.platform !== "linux")(
    "the runner killed in the middle of an install: the instant preview stands, nothing is lost, all comes back by itself",
    async () => {
      const { page, close } = await visitSignedIn("grace");
      await dropCv(page, "cv.txt", NAME);
      await chooseHosted(page);
      await openMenu(page);
      await menu(page).getByText("Installing packages").first().waitFor({ timeout: SLOW });
      await page.keyboard.press("Escape");
      process.kill(await runnerPid(product), "SIGKILL");
      await newFile(page, "src/kept.ts", "export const kept = true;\n");
      await expectInPreview(page, NAME);
      // The server tries again by itself, and what was written meanwhile goes along.
      await untilHosted(page);
      await expectInPreview(page, NAME);

      // Once more while it runs: the person does nothing for it to come back.
      const hosted = await shownHost(page);
      process.kill(await runnerPid(product), "SIGKILL");
      await chip(page, INSTANT).waitFor({ timeout: SLOW });
      await expectInPreview(page, NAME);
      await openMenu(page);
      await menu(page).getByText("It comes back by itself as soon as it answers.").waitFor();
      await page.keyboard.press("Escape");
      await untilHosted(page);
      expect(await shownHost(page)).toBe(hosted);
      await expectInPreview(page, NAME);
      await page.reload();
      await expectInPreview(page, NAME);
      await showPanel(page, "Files");
      await page.getByText("kept.ts").first().waitFor();
      await close();
    },
    300_000,
  );
});
