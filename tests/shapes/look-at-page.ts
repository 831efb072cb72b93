import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { pageFaults } from "./page-faults.ts";
import type { Late, ServedTemplate } from "./serve-template.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const WIDTHS = [320, 768, 1440] as const;
export const MODES = ["light", "dark"] as const;
export type Width = (typeof WIDTHS)[number];
export type Mode = (typeof MODES)[number];

/** All rules, those too of WCAG 2.2 AA that axe leaves off by itself. */
const ALL: RunOptions = {
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
};
/** What can differ between light and dark. */
const COLOURS: RunOptions = {
  resultTypes: ["violations"],
  runOnly: ["color-contrast", "link-in-text-block"],
};

/**
 * Cumulative layout shift that is let pass: nothing but rounding when the script wakes and pictures
 * come; for fonts that come after the first paint, the worst that can be, less than what counts as poor
 * (https://web.dev/articles/cls), for how wide the fallback is depends on the fonts of the machine.
 */
const MOST_SHIFT = { pictures: 0.001, fonts: 0.25 } as const;

declare global {
  interface Window {
    /** Shifts since the page began, each with what moved. */
    shifts: { value: number; moved: string }[];
  }
}

/** Runs before the page's own: layout shifts are noted from the first paint on. */
function noteShifts(): void {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources = [] } = entry as PerformanceEntry & {
        value: number;
        sources?: { node: Node | null }[];
      };
      const moved = sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? ""),
      );
      window.shifts.push({ value, moved: moved.join(" ") });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Two frames on: what was to be laid out again has been, and observers have been told. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }),
  );

export interface Watched {
  readonly page: Page;
  /** Errors and warnings of the console since they were last taken. */
  takeComplaints(): readonly string[];
}

/** A page without motion that notes shifts and complaints, ready for axe. */
export async function watchPage(browser: Browser): Promise<Watched> {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(noteShifts);
  return { page, takeComplaints: () => complaints.splice(0) };
}

/** What has moved since it was last asked, where that is more than is let pass. */
async function shiftFaults(page: Page, late: Late): Promise<string[]> {
  await settle(page);
  const shifts = await page.evaluate(() => window.shifts.splice(0));
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  if (sum <= MOST_SHIFT[late]) return [];
  const moved = shifts.map(({ moved }) => moved).join(" | ");
  return [`layout shift of ${sum.toFixed(4)} as ${late} came: ${moved}`];
}

/**
 * Opens what the server shows at a width, as one does who has never been there: pictures come after
 * the first paint, fonts after the pictures. Gives what moved then, and what the console complains of.
 */
export async function openAt(
  { page, takeComplaints }: Watched,
  served: ServedTemplate,
  width: Width,
): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(served.url, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint").length > 0,
    null,
    { timeout: 60_000 },
  );
  served.letGo("pictures");
  await page.evaluate(() =>
    Promise.all(
      [...document.images].map((image) => {
        // One that waits to be scrolled to, or stands where nothing is shown yet, would never come.
        image.loading = "eager";
        return image.decode().catch(() => {});
      }),
    ),
  );
  const early = await shiftFaults(page, "pictures");
  served.letGo("fonts");
  await page.evaluate(() => document.fonts.ready);
  const late = await shiftFaults(page, "fonts");
  return [...early, ...late, ...takeComplaints().map((complaint) => `console: ${complaint}`)];
}

async function axeFindings(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return (await axe.run(options)).violations;
  }, options);
  return violations.map(({ id, nodes }) => {
    const some = nodes.slice(0, 4).map(({ html, any }) => {
      const why = any[0]?.message ?? "";
      return `${html.slice(0, 120)} (${why.slice(0, 160)})`;
    });
    return `axe ${id}, ${nodes.length} times: ${some.join(" ")}`;
  });
}

/** What is wrong with the layout of the open page. */
export const layoutFaults = ({ page }: Watched): Promise<string[]> => page.evaluate(pageFaults);

/** What axe finds on the open page; in the second mode only what colours change. */
export async function colourFaults(
  { page }: Watched,
  mode: Mode,
  which: "all rules" | "colours only",
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: mode });
  return axeFindings(page, which === "all rules" ? ALL : COLOURS);
}
