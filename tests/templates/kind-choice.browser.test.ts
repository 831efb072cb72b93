// What Scholar and Path let one choose works by CSS alone, and BibTeX is taken whole by one click.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { serveTemplate, type ServedTemplate } from "../shapes/serve-template.ts";
import { buildTemplate } from "./build-template.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const resume = {
  basics: { name: "Ada Bird" },
  work: [{ name: "Firm", startDate: "2020" }],
  education: [{ institution: "School", startDate: "2010", endDate: "2012" }],
  publications: [
    { name: "One", publisher: "Journal of Sums", releaseDate: "2021" },
    { name: "Two", publisher: "Journal of Sums", releaseDate: "2020" },
    { name: "Three", publisher: "Proceedings of Sums", releaseDate: "2019" },
    { name: "Four", publisher: "Keynote, Sum Days", releaseDate: "2018" },
  ],
};

const shown = (page: Page, selector: string) =>
  page
    .locator(selector)
    .filter({ visible: true })
    .evaluateAll((found) => found.map(({ textContent }) => textContent));

const TEMPLATES = [
  { id: "scholar", entry: "cite", year: ".year-title", kind: "conference", left: ["Three"] },
  { id: "path", entry: ".stop .title", year: ".when", kind: "education", left: ["School"] },
];

describe.each(TEMPLATES)("a choice of kinds in $id", ({ id, entry, year, kind, left }) => {
  let served: ServedTemplate;
  let page: Page;
  beforeAll(async () => {
    served = await serveTemplate(await buildTemplate(id));
    served.show({ resume });
    served.letGo("fonts");
    page = await browser.newPage({ javaScriptEnabled: false, reducedMotion: "reduce" });
    await page.goto(served.url);
  });
  afterAll(async () => {
    await page?.close();
    served?.stop();
  });

  it("leaves what was chosen, and all of it on paper", async () => {
    const all = await shown(page, entry);
    for (const { name } of resume.publications) expect(all.join("\n")).toContain(name);
    await page.locator(`input[value="${kind}"]`).check({ force: true });
    expect(await shown(page, entry)).toEqual(left);
    expect(await shown(page, year)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await shown(page, entry)).toEqual(all);
    await page.emulateMedia({ media: "screen" });
    await page.locator('input[value="all"]').check({ force: true });
    expect(await shown(page, entry)).toEqual(all);
  });

  it.runIf(id === "scholar")("takes a BibTeX entry by one click", async () => {
    const bibtex = page.locator(".bibtex").first();
    await bibtex.locator("summary").click();
    await bibtex.locator("pre").click();
    const taken = await page.evaluate(() => String(getSelection()));
    expect(taken.trim()).toBe(await bibtex.locator("pre").textContent());
  });
});
