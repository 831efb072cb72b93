import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  startAnthropic,
  USUAL,
  type AnthropicAnswer,
  type AnthropicStandIn,
} from "../stand-ins/anthropic.ts";
import { componentAnswer } from "../stand-ins/components.ts";
import {
  dropCv,
  expectInPreview,
  passOverOffers,
  say as sayIn,
  showPanel,
  untilSaved,
  visit,
  type Visit,
} from "./app.ts";
import { findings } from "./axe.ts";
import { serveProduct, type Product } from "./serve-product.ts";

/** Answers to give, one for each call of the model; the last one goes on. */
let script: (AnthropicAnswer | (() => Promise<AnthropicAnswer>))[] = [];
let browser: Browser;
let anthropic: AnthropicStandIn;
let product: Product;
let visitor: Visit;
let page: Page;

beforeAll(async () => {
  anthropic = await startAnthropic(async () => {
    const next = script.length > 1 ? script.shift()! : script[0]!;
    return typeof next === "function" ? next() : next;
  });
  const configured = { ANTHROPIC_API_KEY: "stand-in-key", ANTHROPIC_BASE_URL: anthropic.url };
  [browser, product] = await Promise.all([launchBrowser(), serveProduct(configured)]);
  visitor = await visit(browser, product.url, { reducedMotion: "reduce" });
  page = visitor.page;
});
afterAll(async () => {
  await visitor?.close();
  await browser?.close();
  await product?.stop();
  await anthropic?.stop();
});
beforeEach(() => {
  script = [{ blocks: [{ text: "Nothing more to do." }] }];
});

const line = () => page.getByRole("textbox", { name: "What should change" });
const answers = () => page.locator('.chat-message[data-from="site"]');
/** To look at: wide and narrow, light and dark, where a folder is named. */
const shot = async (name: string) => {
  const folder = process.env["SCREENSHOTS"];
  if (!folder) return;
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/agent-${name}-${width}-${colorScheme}.png` });
    }
  }
};

const say = (text: string): Promise<Locator> => sayIn(page, text);

/** Waits until no answer is under way any more. */
async function untilAnswered(): Promise<void> {
  await expect
    .poll(() => page.getByRole("button", { name: "Send", exact: true }).count(), {
      timeout: 60_000,
    })
    .toBe(1);
  await expect
    .poll(() => answers().last().locator(".chat-after, .chat-failure").count(), { timeout: 60_000 })
    .toBeGreaterThan(0);
}

const WORDS = "src/words.ts";
const edit = (old: string, next: string, path = WORDS): AnthropicAnswer => ({
  blocks: [
    { text: "I change it." },
    { tool: "edit_file", json: JSON.stringify({ path, old, new: next }) },
  ],
});
const words = (text: string): AnthropicAnswer => ({ blocks: [{ text }] });

// Each test goes on where the one before has left the site: a second try would find another one.
describe("the agent in the chat", { retry: 0 }, () => {
  test("nothing goes to the model before the person has said so; a change in one edit", async () => {
    await dropCv(page, "cv.txt", "Barnaby Thistlewood");
    await showPanel(page, "Chat");
    const asked = await say("Call the first section About me");
    await asked.getByText("This needs the model").waitFor();
    expect(anthropic.calls).toHaveLength(0);
    await shot("consent");
    script = [edit('about: "About"', 'about: "About me"'), words("Done: it is **About me** now.")];
    await asked.getByRole("button", { name: "Ask the model" }).click();
    await untilAnswered();
    await expectInPreview(page, "About me");
    const answer = answers().last();
    await answer.getByText("Edited").waitFor();
    await answer.getByText("+1 −1").waitFor();
    await answer.getByText("The site builds", { exact: true }).waitFor();
    await answer.getByRole("textbox", { name: `Changes in ${WORDS}` }).waitFor();
    await answer.getByText(/from cache, .*¢/).waitFor();
    expect(await answer.locator("strong").textContent()).toBe("About me");
    await shot("one-edit");
    expect(await findings(page)).toEqual([]);
  });

  test("plain requests still go to no model", async () => {
    const before = anthropic.calls.length;
    const answer = await say("make it teal");
    await answer.getByText("The colours are Lagoon now.").waitFor();
    expect(anthropic.calls).toHaveLength(before);
  });

  test("another opening is written, tried beside one’s own in light and dark, and taken when it is wanted", async () => {
    await showPanel(page, "Design");
    const panel = page.getByRole("region", { name: "Make one of my own with AI" });
    const ask = panel.getByRole("button", { name: "Opening" });
    await ask.scrollIntoViewIfNeeded();
    await shot("own-component");
    const opening = (style: string) =>
      componentAnswer(
        `import { resume } from "../resume";\n\nexport default function Opening() {\n  return (\n    <header>\n      <h1>{resume.basics?.name}</h1>\n      <p style={${style}}>Bound by hand</p>\n    </header>\n  );\n}\n`,
      );
    const before = anthropic.calls.length;
    // Only in dark can nobody read it; the next one imports what it may not; the third is good.
    script = [
      opening('{ color: "#333333", backgroundColor: "var(--paper)" }'),
      componentAnswer('import fs from "fs";\n\nexport default function Opening() {}\n'),
      opening('{ color: "var(--ink)" }'),
    ];
    await ask.click();
    const dialog = page.getByRole("dialog", { name: "Another opening" });
    const take = dialog.getByRole("button", { name: "Take it" });
    await dialog.getByText(/can’t be used: .*contrast \(dark\)/).waitFor({ timeout: 100_000 });
    expect(await take.isDisabled()).toBe(true);
    await shot("own-component-refused");
    await dialog.getByRole("button", { name: "Another" }).click();
    await dialog.getByText("it imports fs").waitFor();
    await dialog.getByRole("button", { name: "Another" }).click();
    await dialog.getByText("It is built and checked.").waitFor({ timeout: 100_000 });
    const panes = dialog.locator("iframe");
    await expect.poll(() => panes.count()).toBe(2);
    await panes.nth(1).contentFrame().getByText("Bound by hand").waitFor();
    expect(await panes.nth(0).contentFrame().getByText("Bound by hand").count()).toBe(0);
    // What was passed over, and why, was said to the model.
    expect(anthropic.calls).toHaveLength(before + 3);
    expect(JSON.stringify(anthropic.calls.at(-1)!.body)).toContain("can’t be used: it imports fs");
    await shot("own-component-made");
    expect(await findings(page)).toEqual([]);
    const site = page.getByTitle("Live preview").first();
    expect(await site.contentFrame().getByText("Bound by hand").count()).toBe(0);
    await take.click();
    await expectInPreview(page, "Bound by hand");
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect
      .poll(() => page.frameLocator("iframe").first().getByText("Bound by hand").count())
      .toBe(0);
    await showPanel(page, "Chat");
  });

  test("a broken edit is repaired, and each repair is counted", async () => {
    script = [
      edit('work: "Experience",', 'work: "Experience,'),
      edit('work: "Experience,', 'work: "Jobs",'),
      words("Mended."),
    ];
    await say("Call the experience Jobs instead of what it says");
    await untilAnswered();
    await expectInPreview(page, "Jobs");
    const answer = answers().last();
    await answer.getByText(/problems? found/).waitFor();
    await answer.getByText("Repair 1 of 4: the site builds").waitFor();
    await shot("repaired");
  });

  test("what can’t be mended is taken back, and a lock holds", async () => {
    script = [
      edit('education: "Education",', 'education: "Education,'),
      edit('education: "Education,', "education: Education',"),
      edit("education: Education',", "education: 'Education,"),
    ];
    await say("Write the education in a way that breaks");
    await untilAnswered();
    const answer = answers().last();
    await answer.getByText("couldn’t be mended").waitFor();
    await answer.getByText(/taken back/).waitFor();
    await shot("rolled-back");
    await expectInPreview(page, "Education");
    await page.getByRole("button", { name: "Files" }).click();
    await page.getByRole("row", { name: "words.ts" }).hover();
    await page.getByRole("button", { name: "Lock words.ts against the agent" }).click();
    await showPanel(page, "Chat");
    script = [edit('skills: "Skills"', 'skills: "Crafts"'), words("It is locked.")];
    await say("Call the skills Crafts everywhere on the page");
    await untilAnswered();
    await answers().last().getByText("You have locked src/words.ts against the agent.").waitFor();
    await shot("locked");
    await page.getByRole("button", { name: "Files" }).click();
    await page.getByRole("button", { name: "Lock words.ts against the agent" }).click();
    await showPanel(page, "Chat");
  });

  test("stop in the middle leaves what works, by the keyboard alone", async () => {
    const held = Promise.withResolvers<void>();
    script = [
      edit('projects: "Projects"', 'projects: "Works"'),
      {
        blocks: [{ text: "And now the rest of it" }],
        holdAfter: { events: 5, until: held.promise },
      },
    ];
    await say("Call the projects Works and then go on for long");
    await page.getByText("And now").waitFor();
    await shot("running");
    await line().press("Escape");
    await untilAnswered();
    held.resolve();
    await answers().last().getByText("Stopped by you. The site works as it stands.").waitFor();
    await shot("stopped");
  });

  test("a cut answer is asked for again; cut twice it ends with a next step", async () => {
    script = [
      { blocks: [{ text: "Half of an answer that never comes" }], cutAfter: 4 },
      words("The whole of it."),
    ];
    await say("Tell me something about this page here");
    await untilAnswered();
    await answers().last().getByText("The whole of it.").waitFor();
    expect(await answers().last().getByText("Half of").count()).toBe(0);
    script = [{ blocks: [{ text: "Half of it" }], cutAfter: 4 }];
    await say("Tell me something else about this page");
    await untilAnswered();
    await answers().last().getByText("broke off").waitFor();
    await shot("cut");
  });

  test("an overloaded provider is asked again; a broken call goes back to the model, and the talk goes on", async () => {
    const broken = (json: string): AnthropicAnswer => ({ blocks: [{ tool: "edit_file", json }] });
    script = [
      { status: 529, type: "overloaded_error" },
      broken(`{"path": "${WORDS}", "old": "langu`),
      broken(`{"path": ["${WORDS}"], "old": 7}`),
      edit('languages: "Languages"', 'languages: "Tongues"'),
      words("Tongues it is."),
    ];
    await say("Call the languages Tongues everywhere on the page");
    await untilAnswered();
    const answer = answers().last();
    await answer.getByText("The input isn’t a JSON object.").waitFor();
    await answer.getByText("The input doesn’t fit.").waitFor();
    await answer.getByText("Tongues it is.").waitFor();
    await expectInPreview(page, "Tongues");
    await shot("broken-calls");
    script = [{ status: 429, type: "rate_limit_error", retryAfter: 90 }];
    await say("Tell me once more about this page here");
    await untilAnswered();
    await answers().last().locator(".chat-failure").getByText("asked too much").waitFor();
    await shot("busy");
  });

  test("a request in other words is a branch: files and talk go back, and both wordings stay", async () => {
    script = [edit('awards: "Awards"', 'awards: "Prizes"'), words("Prizes it is.")];
    const first = page.locator('.chat-message[data-from="person"]').filter({ hasText: "Jobs" });
    await first.hover();
    await first.getByRole("button", { name: "Edit and send again" }).click();
    const field = page.getByRole("textbox", { name: "The request in other words" });
    await field.fill("Call the awards Prizes instead of what it says");
    await field.press("Enter");
    await page.getByText("2 of 2").waitFor();
    await passOverOffers(page);
    await untilAnswered();
    await answers().last().getByText("Prizes it is.").waitFor();
    // What the first wording had changed is gone from the site.
    await expectInPreview(page, "Experience");
    await page.getByRole("button", { name: "Earlier wording" }).click();
    await page.getByText("1 of 2").waitFor();
    await expectInPreview(page, "Jobs");
  });

  test("an answer is a place to go back to, and what was asked last can be tried again", async () => {
    await answers()
      .filter({ hasText: "Done: it is About me now." })
      .getByRole("button", { name: "Restore to here" })
      .click();
    await page.getByText("The site is as it was then").waitFor();
    await expectInPreview(page, "Experience");
    script = [edit('skills: "Skills"', 'skills: "Crafts"'), words("Crafts, this time.")];
    const before = await answers().count();
    await answers().last().getByRole("button", { name: "Try again" }).click();
    await answers().last().getByText("Crafts, this time.").waitFor();
    await untilAnswered();
    expect(await answers().count()).toBe(before);
    await expectInPreview(page, "Crafts");
    await page.getByText("2 of 2").waitFor();
  });

  test("a reload keeps the talk with its calls and differences, and axe finds nothing", async () => {
    await untilSaved(page);
    await page.reload();
    await page.getByRole("region", { name: "Chat" }).waitFor();
    await answers().first().getByText("Sent to the model.").waitFor();
    const answer = answers().filter({ hasText: "Done: it is About me now." });
    await answer.getByText("+1 −1").waitFor();
    await answer.getByRole("textbox", { name: `Changes in ${WORDS}` }).waitFor();
    await shot("kept");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
  });

  // Last: afterwards this person's month is used up.
  test("with the month used up it is said when it returns, and plain requests go on", async () => {
    const used = anthropic.calls.length * (USUAL.input_tokens + USUAL.cache_read_input_tokens);
    script = [{ blocks: [{ text: "A long one." }], usage: { input_tokens: 90_000 - used } }];
    await say("Tell me all there is about this page");
    await untilAnswered();
    await page.getByText(/of this month’s AI budget is used/).waitFor();
    // What is left may hold one more; the one after it finds nothing.
    for (const more of ["And now tell me even more about it", "And all the rest of it"]) {
      await say(more);
      await untilAnswered();
    }
    await answers().last().getByText("They return on").waitFor();
    await shot("used-up");
    await (await say("dark mode")).getByText("The site is dark now.").waitFor();
    expect(visitor.errors.filter((error) => !/429|Failed to load/.test(error))).toEqual([]);
  });
});
