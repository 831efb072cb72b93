/** Hosted sandboxes over the local runner, which speaks Daytona's own API: real npm, real Vite, real terminals. */
import { rm } from "node:fs/promises";
import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConversationPage } from "../../shared/api/conversation.ts";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import { tooling } from "../contracts/node-project.ts";
import { buildHostedPage, openHostedSandbox } from "../contracts/open-hosted-page.ts";
import { live } from "../contracts/live.ts";
import { sandboxContract } from "../contracts/sandbox.contract.ts";
import {
  startAnthropic,
  type AnthropicAnswer,
  type AnthropicStandIn,
} from "../stand-ins/anthropic.ts";
import {
  dropCv,
  expectInPreview,
  newFile,
  openFile,
  say,
  showPanel,
  visit,
  writeCode,
} from "./app.ts";
import { findings } from "./axe.ts";
import {
  chip,
  counter,
  COUNTER_OF_MS,
  editAndPress,
  installInTerminal,
  lookOf,
  NAME,
  openTerminal,
  PAGE,
  runnerPid,
  shownHost,
  site,
  SLOW,
  withProduct,
} from "./node-steps.ts";
import { serveProduct, type Product } from "./serve-product.ts";

/** What the model answers, one for each call; the last one goes on. */
const script: (() => Promise<AnthropicAnswer>)[] = [];
let anthropic: AnthropicStandIn;
// One place is the contract's; for the others there is one more.
const served = withProduct(async () => {
  anthropic = await startAnthropic(() => (script.length > 1 ? script.shift()! : script[0]!)());
  const model = { ANTHROPIC_API_KEY: "stand-in-key", ANTHROPIC_BASE_URL: anthropic.url };
  return { SANDBOX_PLACES: "2", ...model };
});
afterAll(() => anthropic?.stop());
let folder: string;
let context: BrowserContext;
beforeAll(async () => {
  folder = await buildHostedPage();
  context = await served.browser.newContext();
});
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

// The product's own worker, and a machine of the local runner.
sandboxContract("hosted", (files) =>
  openHostedSandbox(context, served.product, folder, { ...tooling(), ...files }),
);

// The same at Daytona's own, through the same worker.
const daytona = process.env.DAYTONA_API_KEY ?? "";
live(
  "Daytona’s own machines",
  daytona === "" ? "It needs an account of Daytona’s: set DAYTONA_API_KEY." : null,
  () => {
    let real: Product;
    beforeAll(async () => {
      real = await serveProduct({ DAYTONA_API_KEY: daytona });
    });
    afterAll(() => real?.stop());
    sandboxContract("hosted at Daytona’s", (files) =>
      openHostedSandbox(context, real, folder, { ...tooling(), ...files }),
    );
  },
);

const HOSTED = "Hosted preview · on this machine";
const NODE = "Node · on this machine";
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
  const made = await request.post(`${served.product.url}/api/auth/sign-up/email`, {
    data,
    headers: { origin: served.product.url },
  });
  expect(made.status(), await made.text()).toBe(200);
}

/** Somebody with an account, whose calls are counted for themselves and not for this machine's address. */
async function visitSignedIn(name: string) {
  const visited = await visit(served.browser, served.product.url);
  await signUp(visited.page.request, name);
  return visited;
}

async function choose(page: Page, kind: string): Promise<void> {
  await openMenu(page);
  await menu(page).getByText(kind).click();
  await page.keyboard.press("Escape");
}
const untilShown = (page: Page, kind: string) => chip(page, kind).waitFor({ timeout: SLOW });

/** Asks for a hosted sandbox over the API. @returns whether it waits */
async function asksForOne(request: APIRequestContext): Promise<boolean> {
  const headers = { origin: served.product.url };
  const data = { files: [], serves: false };
  const made = await request.post(`${served.product.url}/api/sandbox`, { data, headers });
  expect(made.status(), await made.text()).toBe(200);
  return ((await made.json()) as HostedView).position > 0;
}

/** Gives back every hosted sandbox that somebody has, and leaves. */
async function leave(person: BrowserContext): Promise<void> {
  const headers = { origin: served.product.url };
  const all = await person.request.get(`${served.product.url}/api/sandbox`);
  for (const { sandbox_id } of ((await all.json()) as { sandboxes: HostedView[] }).sandboxes) {
    await person.request.delete(`${served.product.url}/api/sandbox/${sandbox_id}`, { headers });
  }
  await person.close();
}

test("who comes to a full fleet sees a true place and wait, moves up, and is let in", async () => {
  const { page, errors } = await visitSignedIn("alan");
  const others: BrowserContext[] = [];
  try {
    await dropCv(page, "cv.txt", NAME);
    for (let isFull = false; !isFull;) {
      const one = await served.browser.newContext();
      others.push(one);
      await signUp(one.request, "first");
      isFull = await asksForOne(one.request);
    }
    await choose(page, HOSTED);
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

test("a message is stopped where it runs, goes on when its page is closed, and is caught up with on return", async () => {
  const { page } = await visitSignedIn("mary");
  const person = page.context();
  // As signing in by the form notes it.
  await page.evaluate(() => localStorage.setItem("cv2web.signed-in", "Mary"));
  await page.reload();
  await dropCv(page, "cv.txt", NAME);
  await choose(page, HOSTED);
  await untilShown(page, HOSTED);
  const [held, closed] = [Promise.withResolvers<AnthropicAnswer>(), Promise.withResolvers<void>()];
  const edit = { path: "src/words.ts", old: 'about: "About"', new: 'about: "About me"' };
  script.push(
    () => held.promise,
    () =>
      closed.promise.then(() => ({ blocks: [{ tool: "edit_file", json: JSON.stringify(edit) }] })),
    async () => ({ blocks: [{ text: "It is About me now." }] }),
  );
  await page
    .getByText(/in your account too/)
    .first()
    .waitFor({ timeout: SLOW });
  await showPanel(page, "Chat");
  const line = page.getByRole("textbox", { name: "What should change" });
  const goesOn = page.getByText("It goes on when you close this page.");
  const asked = anthropic.calls.length;
  await say(page, "Tell me something about this page here");
  await page.getByRole("button", { name: "Ask the model" }).click();
  await goesOn.waitFor({ timeout: SLOW });
  await expect.poll(() => anthropic.calls.length, { timeout: SLOW }).toBe(asked + 1);
  // Stopped here it ends on the server, which asks the model nothing more.
  await line.press("Escape");
  await page.getByText("Stopped by you.").waitFor({ timeout: SLOW });
  held.resolve({ blocks: [{ text: "Nobody waits for this." }] });
  await say(page, "Call the first section About me");
  await goesOn.waitFor({ timeout: SLOW });
  const studio = page.url();
  await page.close();
  closed.resolve();
  const talk = `${served.product.url}/api/portfolios/${studio.split("/").at(-1)}/conversation`;
  const states = async () => {
    const read = await person.request.get(talk);
    const { items } = (await read.json()) as ConversationPage;
    return items.flatMap(({ run }) => run?.state ?? []);
  };
  await expect.poll(states, { timeout: SLOW }).toEqual(["stopped", "done"]);

  const back = await person.newPage();
  await back.goto(studio);
  await expectInPreview(back, NAME);
  await showPanel(back, "Chat");
  const told = back.getByRole("list", { name: "Conversation" });
  await told.getByText("It is About me now.").waitFor({ timeout: SLOW });
  expect(await told.getByText("Nobody waits for this.").count()).toBe(0);
  await expectInPreview(back, "About me");
  await leave(person);
}, 300_000);

describe("the same CV in all three sandboxes", () => {
  test("looks the same; an edit keeps state, and mistakes are told, in each; hosted has a terminal and a link", async () => {
    const { page, errors, close } = await visitSignedIn("ada");
    await dropCv(page, "cv.txt", NAME);
    await newFile(page, "src/Counter.tsx", counter("Made"));
    await openFile(page, "src/Page.tsx");
    await writeCode(page, "src/Page.tsx", PAGE);
    await site(page).locator("#counter").waitFor();
    const look = await lookOf(page);
    expect(look.title?.toLowerCase()).toContain(NAME.toLowerCase());
    await editAndPress(page, "Made", "Shown");

    await choose(page, NODE);
    await untilShown(page, NODE);
    expect(await lookOf(page)).toEqual(look);
    await editAndPress(page, "Shown", "Run");

    await choose(page, HOSTED);
    await page.getByText("Hosted preview is starting").first().waitFor();
    await untilShown(page, HOSTED);
    expect(await shownHost(page)).toMatch(/^s-[0-9a-f-]{36}\.localhost:/);
    expect(await lookOf(page)).toEqual(look);
    await editAndPress(page, "Run", "Hosted");
    expect(errors.filter((text) => !text.includes("too often"))).toEqual([]);

    await openTerminal(page);
    await page.getByText("Runs on this machine, not isolated.").waitFor();
    expect(await findings(page)).toEqual([]);
    await installInTerminal(page);
    await openFile(page, "src/Counter.tsx");
    await writeCode(page, "src/Counter.tsx", COUNTER_OF_MS);
    await site(page)
      .getByText(/^Waited 1m/)
      .waitFor({ timeout: SLOW });

    await openMenu(page);
    await menu(page).getByLabel("Password, if it should have one").fill("an apple");
    await menu(page).getByRole("button", { name: "Make a link" }).click();
    await menu(page).getByAltText("QR code of the link").waitFor();
    await menu(page)
      .getByText(/Opens until .*, with the password\./)
      .waitFor();
    expect(await findings(page)).toEqual([]);
    const link = await menu(page).getByLabel("Link", { exact: true }).inputValue();
    const other = await visit(served.browser, link);
    await other.page.getByLabel("Password").fill("an apple");
    await other.page.getByRole("button", { name: "Open" }).click();
    await other.page.locator("#counter").waitFor({ timeout: SLOW });
    await other.close();

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
    const { page, close } = await visit(served.browser, served.product.url, phone);
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
      await choose(page, HOSTED);
      await openMenu(page);
      await menu(page).getByText("Installing packages").first().waitFor({ timeout: SLOW });
      await page.keyboard.press("Escape");
      process.kill(await runnerPid(served.product), "SIGKILL");
      await newFile(page, "src/kept.ts", "export const kept = true;\n");
      await expectInPreview(page, NAME);
      // The server tries again by itself, and what was written meanwhile goes along.
      await untilShown(page, HOSTED);
      await expectInPreview(page, NAME);

      // Once more while it runs: the person does nothing for it to come back.
      const hosted = await shownHost(page);
      process.kill(await runnerPid(served.product), "SIGKILL");
      await chip(page, INSTANT).waitFor({ timeout: SLOW });
      await expectInPreview(page, NAME);
      await openMenu(page);
      await menu(page).getByText("It comes back by itself as soon as it answers.").waitFor();
      await page.keyboard.press("Escape");
      await untilShown(page, HOSTED);
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
