// A sample of `npm run test:templates` (tests/shapes), by the rule in tests/shapes/sample.ts.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import {
  colourFaults,
  layoutFaults,
  MODES,
  openAt,
  watchPage,
  WIDTHS,
  type Watched,
} from "../shapes/look-at-page.ts";
import { sampleOf } from "../shapes/sample.ts";
import { serveTemplate, type ServedTemplate } from "../shapes/serve-template.ts";
import { contentOf, SHAPES } from "../shapes/shapes.ts";
import { buildTemplate } from "./build-template.ts";
import { readJson, templateIds } from "./template-folders.ts";

/** Every touch that asks for room, colour or stillness. */
const TOUCHED = {
  name: "larger",
  nameCase: "upper",
  headings: "bold",
  headingColour: "accent",
  links: "underlined",
  contrast: "strong",
  motion: "none",
  dividers: "lines",
  corners: "round",
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it("the sample takes every shape, and each template at each width and in each mode", () => {
  const samples = templateIds.map((_, at) => sampleOf(at, templateIds.length));
  const shapes = new Set(samples.flat().map(({ shape }) => shape));
  expect(shapes).toEqual(new Set(SHAPES));
  for (const sample of samples) {
    const looks = sample.flatMap(({ axe }) => axe);
    expect(new Set(looks.map(({ width }) => width))).toEqual(new Set(WIDTHS));
    expect(new Set(looks.map(({ mode }) => mode))).toEqual(new Set(MODES));
  }
});

describe.each(templateIds)("the template %s", (id) => {
  const sample = sampleOf(templateIds.indexOf(id), templateIds.length);
  let served: ServedTemplate;
  let watched: Watched;
  beforeAll(async () => {
    served = await serveTemplate(await buildTemplate(id));
    watched = await watchPage(browser);
  });
  afterAll(async () => {
    await watched?.page.close();
    served?.stop();
  });

  it.each(sample)("fits, holds still and is accessible with $shape.name", async (one) => {
    served.show(contentOf(one.shape, id));
    const first = one.axe[0]!.width;
    const faults = [...(await openAt(watched, served, first))];
    for (const width of [first, ...WIDTHS.filter((width) => width !== first)]) {
      await watched.page.setViewportSize({ width, height: 900 });
      const found = await layoutFaults(watched);
      for (const { mode } of one.axe.filter((look) => look.width === width)) {
        found.push(...(await colourFaults(watched, mode, "all rules")));
      }
      faults.push(...found.map((fault) => `${width}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it("has room for larger text and a larger name in capitals; its picture is round, and nothing moves", async () => {
    const own = readJson(id, "src/theme.json") as object;
    const rootSize = () =>
      watched.page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      );
    served.show({});
    await openAt(watched, served, 320);
    const before = await rootSize();
    served.show({ theme: { ...own, textSize: "larger", photoShape: "round", touches: TOUCHED } });
    await openAt(watched, served, 320);
    expect(await rootSize()).toBeCloseTo(before * 1.25);
    const faults = await layoutFaults(watched);
    await watched.page.setViewportSize({ width: 1100, height: 900 });
    faults.push(...(await layoutFaults(watched)));
    for (const mode of MODES) faults.push(...(await colourFaults(watched, mode, "colours only")));
    expect(faults).toEqual([]);
    await watched.page.emulateMedia({ reducedMotion: "no-preference" });
    const moving = await watched.page.evaluate(() => document.getAnimations().length);
    await watched.page.emulateMedia({ reducedMotion: "reduce" });
    expect(moving).toBe(0);
    const corners = await watched.page.evaluate(() =>
      [...document.querySelectorAll("img.portrait")].map(
        (one) => getComputedStyle(one).borderRadius,
      ),
    );
    expect(corners.filter((radius) => radius !== "50%")).toEqual([]);
  });

  it("says the same without JavaScript as with it", async () => {
    served.show({});
    await openAt(watched, served, 1440);
    const awake = await watched.page.locator("body").innerText();
    const still = await browser.newPage({ javaScriptEnabled: false, reducedMotion: "reduce" });
    await still.setViewportSize(watched.page.viewportSize()!);
    await still.goto(served.url);
    const said = await still.locator("body").innerText();
    await still.close();
    expect(said.length).toBeGreaterThan(100);
    expect(said).toBe(awake);
  });
});
