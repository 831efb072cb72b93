import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  startAnthropic,
  type AnthropicAnswer,
  type AnthropicCall,
  type AnthropicStandIn,
} from "../stand-ins/anthropic.ts";
import { command, dropCv, editor, expectInPreview, openFile, showPanel, visit } from "./app.ts";
import { findings } from "./axe.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let anthropic: AnthropicStandIn;
let product: Product;
let answer: AnthropicAnswer | ((call: AnthropicCall) => AnthropicAnswer);
beforeAll(async () => {
  anthropic = await startAnthropic((call) =>
    typeof answer === "function" ? answer(call) : answer,
  );
  const configured = { ANTHROPIC_API_KEY: "stand-in", ANTHROPIC_BASE_URL: anthropic.url };
  [browser, product] = await Promise.all([launchBrowser(), serveProduct(configured)]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await anthropic?.stop();
});
beforeEach(() => {
  answer = { status: 529, type: "overloaded_error" };
});

const isFocused = (element: Element) => element === element.ownerDocument.activeElement;
const says = (value: unknown): AnthropicAnswer => ({ blocks: [{ text: JSON.stringify(value) }] });

test("a description becomes the form's answers, what it doesn't say is left out and named", async () => {
  const { page, errors, close } = await visit(browser, `${product.url}/write`);
  const told = "I’m Ana Sousa, a wedding photographer in Porto. Since 2016 I have my own studio.";
  await page.getByLabel("In your own words").fill(told);
  await page.getByLabel("Name").fill("Anna");

  answer = { blocks: [{ text: "I am a teapot." }] };
  await page.getByRole("button", { name: "Sort it into the form" }).click();
  await page.getByText("The model’s answer made no sense.").waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Anna");

  answer = says({
    name: "Ana Sousa",
    role: "Wedding photographer",
    place: "Porto, Portugal",
    about: "I’m a wedding photographer with 12 awards.",
    work: [{ what: "Photographer", where: "own studio", when: "2016 – now", told: "" }],
  });
  await page.getByRole("button", { name: "Sort it into the form" }).click();
  await page.getByText("Left out, since your text doesn’t say it:").waitFor();
  await page.getByRole("listitem").filter({ hasText: "12 awards" }).waitFor();
  expect(await page.getByLabel("Where").first().inputValue()).toBe("Porto");
  expect(await page.getByLabel("In a sentence or two").inputValue()).toBe("");
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await page.getByLabel("Name").inputValue()).toBe("Anna");
  await page.getByRole("button", { name: "Sort it into the form" }).click();
  await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Ana Sousa");

  // What a model gets is the description, never the form.
  const sent = JSON.stringify(anthropic.calls.map(({ body }) => body.messages));
  expect(sent).toContain("wedding photographer in Porto");
  expect(sent).not.toContain("Anna");
  await page.getByRole("button", { name: "Make a website" }).click();
  await page.waitForURL(/\/studio\//);
  await expectInPreview(page, "Wedding photographer");
  expect(errors).toEqual([]);
  await close();
});

test("a text is put in better words: new facts only knowingly, as an act that can be undone", async () => {
  const { page, errors, close } = await visit(browser, product.url);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await command(page, "Edit name, contact and links");
  const about = page.getByRole("textbox", { name: "About you" });
  const before = await about.inputValue();
  await page.getByRole("button", { name: "Better words for about you" }).press("Enter");
  const room = page.getByRole("region", { name: "Better words for about you" });

  answer = says({ text: "Head gardener since 1998 in walled gardens at Kew." });
  await expect
    .poll(() => room.getByRole("button", { name: "Improve" }).evaluate(isFocused))
    .toBe(true);
  await page.keyboard.press("Enter");
  await room.getByText("Your text doesn’t say: since 1998, Kew").waitFor();
  expect(await room.locator("ins[data-fact]").allTextContents()).toEqual([
    expect.stringContaining("1998"),
    expect.stringContaining("Kew"),
  ]);
  expect(await room.getByRole("button", { name: "Take it" }).isDisabled()).toBe(true);
  expect(await findings(page)).toEqual([]);

  answer = says({ text: "Head gardener of walled gardens, glasshouses and orchards." });
  await room.getByRole("button", { name: "Another" }).click();
  await room.getByText("Proposed: Head gardener of walled gardens").waitFor();
  const asked = JSON.stringify(anthropic.calls.at(-1)!.body);
  expect(asked).toContain("since 1998");
  expect(asked).toContain("You are an editor of CVs");
  expect(asked).not.toContain("barnaby.thistlewood@mail.example");
  await room.getByRole("button", { name: "Take it" }).click();
  await expectInPreview(page, "Head gardener of walled gardens, glasshouses and orchards.");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect.poll(() => about.inputValue()).toBe(before);
  expect(errors).toEqual([]);
  await close();
});

test("a deeper look finds what is about a place of this CV, and is asked once for the same CV", async () => {
  const { page, errors, close } = await visit(browser, product.url);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await command(page, "Check what was read");
  await page.getByRole("radio", { name: /^Could be stronger/ }).click({ force: true });
  const finding = (place: string, what: string) => ({
    place,
    kind: "weak",
    what,
    why: "Who reads it wants to know.",
    todo: "Say what became of it.",
  });
  answer = says({
    findings: [
      finding("/work/1/highlights/0", "It isn’t said for whom the perennials were."),
      finding("/work/7", "There is no such job."),
    ],
  });
  await page.getByRole("button", { name: "Look deeper with AI" }).click();
  const found = page.getByRole("list", { name: "What a model would make stronger" });
  await found.getByRole("button").first().click();
  await page.getByText("Say what became of it.").waitFor();
  expect(await found.getByRole("listitem").count()).toBe(1);
  expect(await findings(page)).toEqual([]);
  const calls = anthropic.calls.length;
  await page.keyboard.press("Escape");
  await command(page, "Check what was read");
  await page.getByRole("radio", { name: /^Could be stronger/ }).click({ force: true });
  await found.waitFor();
  expect(anthropic.calls).toHaveLength(calls);
  expect(errors).toEqual([]);
  await close();
});

/** What the model was asked to translate, each text in words that a test can tell. */
function inGerman({ body }: AnthropicCall): AnthropicAnswer {
  const prompt = JSON.parse(JSON.stringify(body.messages[0]!.content)) as
    { text: string }[] | string;
  const text = typeof prompt === "string" ? prompt : prompt.map((part) => part.text).join("");
  const texts = JSON.parse(/<texts>\n(.*)\n<\/texts>/s.exec(text)![1]!) as Record<string, string>;
  const known: Record<string, string> = {
    "Head gardener": "Obergärtner",
    "Head gardener with eighteen years in walled gardens, glasshouses and orchards. Happiest with a grafting knife and a class of beginners.":
      "Obergärtner seit achtzehn Jahren.",
    "Lead six gardeners and forty volunteers on eleven acres.":
      "Leite sechs Gärtner und vierzig Freiwillige auf elf Morgen.",
    "Brought 120 lost apple varieties back into the orchard.":
      "Brachte 120 verlorene Apfelsorten zurück.",
    "Grew 40,000 perennials a year from seed and cutting.": "Zog 90.000 Stauden im Jahr.",
    Espalier: "Spalier",
    Topiary: "Formschnitt",
  };
  return says({
    texts: Object.fromEntries(Object.entries(texts).map(([at, one]) => [at, known[one] ?? one])),
  });
}

test("a site is translated into a copy that can be switched to, and brought up to date", async () => {
  const { page, errors, close } = await visit(browser, product.url);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await showPanel(page, "Content");
  const room = page.getByRole("region", { name: "Languages of the site" });
  await room.getByRole("button", { name: "Add a language" }).press("Enter");
  await room.getByRole("button", { name: /Translate the site into/ }).press("Enter");
  await page.getByRole("option", { name: "Deutsch" }).press("Enter");
  answer = inGerman;
  await room.getByRole("button", { name: "Translate", exact: true }).press("Enter");
  // A number that came out differently isn't taken.
  await room.getByText(/Left as they were[^]*Grew 40,000 perennials/).waitFor();
  expect(await findings(page)).toEqual([]);
  const sent = JSON.stringify(anthropic.calls.map(({ body }) => body.messages));
  expect(sent).not.toContain("barnaby.thistlewood@mail.example");

  await room.getByRole("radio", { name: "Deutsch" }).click();
  await expectInPreview(page, "Obergärtner");
  await expectInPreview(page, "Brachte 120 verlorene Apfelsorten zurück.");
  await expectInPreview(page, "Berufserfahrung");
  await expectInPreview(page, "Grew 40,000 perennials");
  await expectInPreview(page, "barnaby.thistlewood@mail.example");
  await command(page, "Show the site in English");
  await expectInPreview(page, "Head gardener");

  await command(page, "Edit skills");
  await page.getByText("Espalier").first().click();
  await page.getByRole("textbox", { name: "Skill or group" }).fill("Topiary");
  await expectInPreview(page, "Topiary");
  await page.locator(".content-up").click();
  await page.locator(".content-up").click();
  await room.getByText(/Deutsch is out of date:[^]*“Topiary”/).waitFor();
  await room.getByRole("button", { name: "Translate these" }).click();
  await room.getByText(/1 text translated/).waitFor();
  const last = JSON.stringify(anthropic.calls.at(-1)!.body.messages);
  expect(last).toContain("Topiary");
  expect(last).not.toContain("Apfelsorten");
  expect(last).not.toContain("lost apple");
  await room.getByRole("radio", { name: "Deutsch" }).click();
  await expectInPreview(page, "Formschnitt");

  // Taken away it is one site in both, each page with the way to the other.
  const downloading = page.waitForEvent("download", { timeout: 60_000 });
  await command(page, "Export: Website (ZIP)");
  const site = unzipSync(await readFile(await (await downloading).path()));
  const [german, english] = ["index.html", "en/index.html"].map((path) => strFromU8(site[path]!));
  expect(german).toMatch(/<html lang="de"[^]*Formschnitt[^]*<a href=".\/en\/" hreflang="en"/);
  expect(english).toMatch(/<html lang="en"[^]*Topiary[^]*<a href="..\/" hreflang="de"/);
  expect(english).not.toContain("Formschnitt");
  expect(errors).toEqual([]);
  await close();
});

test("code that is open is explained in the chat, the selected lines alone; the site isn’t touched", async () => {
  const { page, errors, close } = await visit(browser, product.url);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await openFile(page, "src/main.tsx");
  answer = { blocks: [{ text: "It puts the page into the document." }] };
  await page.getByRole("button", { name: "Ask about this code" }).press("Enter");
  await page.getByRole("menuitem", { name: "Explain src/main.tsx" }).press("Enter");
  await page.getByRole("button", { name: "Ask the model" }).click();
  await page.getByText("It puts the page into the document.").first().waitFor();
  const { system, messages, tools } = anthropic.calls.at(-1)!.body;
  expect(system![0]!.text).toContain("You explain code");
  expect(JSON.stringify(messages)).toContain("hydrateRoot");
  expect(tools).toBeUndefined();

  await editor(page, "src/main.tsx").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowDown");
  answer = { blocks: [{ text: "It takes React’s strict mode." }] };
  await command(page, "Explain the selected lines");
  await page.getByText("It takes React’s strict mode.").first().waitFor();
  expect(JSON.stringify(anthropic.calls.at(-1)!.body.messages)).not.toContain("hydrateRoot(root");
  expect(errors).toEqual([]);
  await close();
});

test("without a key each says in one sentence what it needs", async () => {
  const bare = await serveProduct();
  const { page, close } = await visit(browser, bare.url);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  const needed = page.getByText("No model is configured here.");
  const next = page.getByText(/Add a key of your own under Account/);
  await command(page, "Edit name, contact and links");
  await page.getByRole("button", { name: "Better words for about you" }).click();
  await page.getByRole("button", { name: "Shorten" }).click();
  await needed.waitFor();
  await next.waitFor();
  await command(page, "Check what was read");
  await page.getByRole("radio", { name: /^Could be stronger/ }).click({ force: true });
  await page.getByRole("button", { name: "Look deeper with AI" }).click();
  await page.getByRole("region", { name: "With AI" }).getByText("No model is configured").waitFor();
  await close();
  await bare.stop();
});
