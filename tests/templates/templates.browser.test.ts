import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../bench/serve-folder.ts";
import { launchBrowser } from "../launch-browser.ts";
import { buildTemplate, type BuiltTemplate } from "./build-template.ts";
import { fullResume } from "./full-resume.ts";
import { longResume } from "./long-resume.ts";
import { readJson, templateIds } from "./template-folders.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WIDTHS = [320, 768, 1440];
const MODES = ["light", "dark"] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console so far: a page that hydrates to something else complains. */
  readonly complaints: readonly string[];
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const page = await browser.newPage({ reducedMotion: "reduce", ...options });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints };
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function findings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

const inBothModes = (id: string) => ({
  ...(readJson(id, "src/theme.json") as Record<string, unknown>),
  mode: "auto",
});

/** A résumé whose picture needs no network. */
function fullWithPicture() {
  const { resume } = fullResume(2);
  const image = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
  return { ...resume, basics: { ...resume.basics, image } };
}

const LONG = "long words and long lists";
const contents: [string, (id: string) => Record<string, unknown>][] = [
  ["its sample résumé", () => ({})],
  ["everything filled", () => ({ resume: fullWithPicture() })],
  [LONG, () => ({ resume: longResume })],
  [
    "everything filled, right to left",
    () => ({ resume: { ...fullWithPicture(), meta: { language: "ar" } } }),
  ],
];

describe.each(templateIds)("the template %s", (id) => {
  describe.each(contents)("with %s", (name, content) => {
    const isLong = name === LONG;
    let built: BuiltTemplate;
    let server: Awaited<ReturnType<typeof serveFolder>>;
    let opened: OpenPage;
    beforeAll(async () => {
      built = await buildTemplate(id, { ...content(id), theme: inBothModes(id) });
      server = await serveFolder(built.site);
      opened = await open(server.url);
      await opened.page.addScriptTag({ path: AXE });
    });
    afterAll(async () => {
      await opened?.page.close();
      server?.stop();
      await built?.remove();
    });

    it.each(WIDTHS)("is accessible and fits at %i px", async (width) => {
      const { page } = opened;
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      // Axe takes seconds over a long page, which has nothing on it that a full one hasn't.
      if (isLong && width !== 320) return;
      // Each width in one mode, the other one with the next contents: colours don't depend on the text.
      const [at, of] = [WIDTHS.indexOf(width), contents.findIndex(([one]) => one === name)];
      await page.emulateMedia({ colorScheme: MODES[(at + of) % 2]! });
      expect(await findings(page)).toEqual([]);
    });

    it("says the same without JavaScript as with it, and complains of nothing", async () => {
      const still = await open(server.url, { javaScriptEnabled: false });
      const text = await still.page.locator("body").innerText();
      await still.page.close();
      expect(text.length).toBeGreaterThan(100);
      await opened.page.setViewportSize(still.page.viewportSize()!);
      expect(text).toBe(await opened.page.locator("body").innerText());
      expect([...still.complaints, ...opened.complaints]).toEqual([]);
    });
  });
});
