import { readFile } from "node:fs/promises";
/**
 * `npm run bench:preview`: how fast the preview is (R3, Figures). Edits are measured beside native
 * Vite on the same project in the same run; the last line is one JSON object.
 * An edit's time runs from handing over the file to the change in the page's DOM.
 */
import { performance } from "node:perf_hooks";
import type { Browser, Frame, Page } from "playwright-core";
import type { ProjectFiles } from "../../shared/project.ts";
import { openRemoteSandbox } from "../contracts/remote-sandbox.ts";
import { serveSandboxPage } from "../contracts/serve-sandbox-page.ts";
import { serveProduct } from "../e2e/serve-product.ts";
import { fromRoot } from "../../scripts/paths.ts";
import { launchBrowser } from "../launch-browser.ts";
import { benchProject, editsOf, type Edit } from "./preview-edits.ts";
import { serveNativeVite } from "./serve-native-vite.ts";

const ROUNDS = Number(process.argv.find((value) => /^--rounds=\d+$/.test(value))?.slice(9) ?? 12);
/** Rounds before counting starts: both compilers warm up. */
const WARM_UP = 3;
/** Between edits, as between two acts of a person: Vite reads a file that is being written; ms. */
const REST = 150;
const DROPS = 5;
/** A two-page PDF of our own making. */
const CV = fromRoot("tests/fixtures/cv/two-page.pdf");
/** The name in it; templates may set it in capitals and break it. */
const NAME = /Sandoval/i;

/** Epoch milliseconds of the moment when the page first shows this edit's mark. */
function shown(frame: Frame | Page, mark: string): Promise<number> {
  return frame.evaluate((wanted) => {
    const isThere = () =>
      document.body.textContent.includes(wanted) ||
      getComputedStyle(document.documentElement).getPropertyValue("--bench").includes(wanted);
    return new Promise<number>((settle) => {
      const look = () => {
        if (!isThere()) return;
        observer.disconnect();
        settle(performance.timeOrigin + performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
    });
  }, mark);
}

type Apply = (edit: Edit) => Promise<number>;

/** @param apply makes the edit; gives the epoch milliseconds at which it began */
async function timeEdits(frame: Frame | Page, apply: Apply): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const edit of editsOf(round)) {
      const seen = shown(frame, edit.mark);
      // The observer must be there before the edit: one round trip to the page makes sure.
      await frame.evaluate(() => 0);
      const began = await apply(edit);
      const time = (await seen) - began;
      if (round >= WARM_UP) times.push(time);
      await new Promise((rested) => setTimeout(rested, REST));
    }
  }
  return times;
}

async function timeInstant(browser: Browser, files: ProjectFiles): Promise<number[]> {
  const served = await serveSandboxPage();
  const sandbox = await openRemoteSandbox(browser, served.port, files);
  await sandbox.start();
  await sandbox.until("preview-painted");
  const times = await timeEdits(sandbox.frame(), ({ path, content }) =>
    sandbox.page.evaluate(
      async ([where, text]) => {
        const began = performance.timeOrigin + performance.now();
        await window.host.write([{ path: where!, content: text! }]);
        return began;
      },
      [path, content],
    ),
  );
  await served.close();
  return times;
}

async function timeNative(browser: Browser, files: ProjectFiles): Promise<number[]> {
  const vite = await serveNativeVite(files);
  const page = await browser.newPage();
  // Vite loads a page again when it has found and bundled its packages: measure after that.
  let loads = 0;
  page.on("load", () => (loads += 1));
  await page.goto(vite.url);
  for (let before = 0; before < loads;) {
    before = loads;
    await new Promise((rested) => setTimeout(rested, 2_000));
  }
  await page.waitForFunction(() => document.body.textContent.includes("bench"));
  const times = await timeEdits(page, async ({ path, content }) => {
    const began = performance.timeOrigin + performance.now();
    await vite.write(path, content);
    return began;
  });
  await page.close();
  await vite.close();
  return times;
}

/**
 * From choosing the file to the person's name on the running site. Each drop is a file of its own
 * (a comment at the end of the PDF), so that it is read, not remembered.
 */
async function timeDrop(page: Page, drop: number): Promise<number> {
  const buffer = Buffer.concat([await readFile(CV), Buffer.from(`\n% ${drop}\n`)]);
  const site = page.frameLocator('iframe[title="Live preview"]').locator("#root");
  const began = performance.now();
  await page
    .getByLabel("Choose your CV")
    .setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer });
  await site.filter({ hasText: NAME }).waitFor({ timeout: 30_000 });
  return performance.now() - began;
}

async function timeProduct(browser: Browser) {
  const product = await serveProduct();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(product.url, { waitUntil: "commit" });
  await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
  const coldLoadToDropReadyMs = performance.now() - began;
  const drops: number[] = [];
  for (let drop = 0; drop < DROPS + 1; drop++) {
    await page.goto(product.url);
    await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
    // A person moves before they drop, and what is needed then is loaded at their first sign.
    await page.mouse.move(400, 400);
    await page.waitForTimeout(1_500);
    const time = await timeDrop(page, drop);
    if (drop > 0) drops.push(time);
  }
  await context.close();
  await product.stop();
  return { dropToPreviewMs: median(drops), coldLoadToDropReadyMs };
}

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const at = (times: readonly number[], share: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const median = (times: readonly number[]) => at(times, 0.5);
const round = (value: number) => Math.round(value * 10) / 10;
const summary = (times: readonly number[]) => ({
  median: round(median(times)),
  p95: round(at(times, 0.95)),
});

const browser = await launchBrowser();
const files = await benchProject();
const editToPreviewMs = summary(await timeInstant(browser, files));
console.log(`instant: ${JSON.stringify(editToPreviewMs)}`);
const nativeViteEditMs = summary(await timeNative(browser, files));
console.log(`native Vite: ${JSON.stringify(nativeViteEditMs)}`);
const product = process.argv.includes("--edits-only") ? null : await timeProduct(browser);
await browser.close();
console.log(
  JSON.stringify({
    ...(product && {
      dropToPreviewMs: round(product.dropToPreviewMs),
      coldLoadToDropReadyMs: round(product.coldLoadToDropReadyMs),
    }),
    editToPreviewMs,
    nativeViteEditMs,
    editRatio: {
      median: round(editToPreviewMs.median / nativeViteEditMs.median),
      p95: round(editToPreviewMs.p95 / nativeViteEditMs.p95),
    },
  }),
);
