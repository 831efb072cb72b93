import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  startAnthropic,
  type AnthropicAnswer,
  type AnthropicStandIn,
} from "../stand-ins/anthropic.ts";
import { expectInPreview, visit } from "./app.ts";
import { findings } from "./axe.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let anthropic: AnthropicStandIn;
let product: Product;
let answer: AnthropicAnswer = { status: 529, type: "overloaded_error" };
beforeAll(async () => {
  anthropic = await startAnthropic(() => answer);
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
