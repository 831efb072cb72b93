// `npm run bench:load`: what must load before the drop zone works, how large an exported site is,
// and Lighthouse's scores for the app and each template's published site. Last line: one JSON.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { fromRoot } from "../../scripts/paths.ts";
import { THEME_PATH } from "../../shared/project.ts";
import type { Resume } from "../../shared/resume.ts";
import { withOwnFiles } from "../../shared/site/own-files.ts";
import { serveProduct } from "../e2e/serve-product.ts";
import { launchBrowser } from "../launch-browser.ts";
import { readJson, readText } from "../templates/template-folders.ts";
import { lighthouseScores } from "./lighthouse-scores.ts";
import { serveFolder } from "./serve-folder.ts";

const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 5);
const NOT_COUNTED = /\.(woff2|png|jpe?g|webp|avif|svg)$/;

/** Bytes of JavaScript asked for until the file input can be used, gzip level 9 and Brotli 11. */
async function scriptBeforeDropZone(browser: Browser, url: string) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.set(response.url(), response.body());
  });
  // The input takes files from the moment it stands in the document: React attaches nothing later.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('input[type="file"]') === null) return;
      document.documentElement.dataset.dropReadyAt = String(performance.now());
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: "load" });
  await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
  const before = await page.evaluate(() => {
    const readyAt = Number(document.documentElement.dataset.dropReadyAt);
    const resources = performance.getEntriesByType("resource");
    return resources.filter(({ startTime }) => startTime < readyAt).map(({ name }) => name);
  });
  const needed = before.filter((name) => bodies.has(name));
  const scripts = await Promise.all(needed.map((name) => bodies.get(name)!));
  await context.close();
  const sum = (size: (body: Buffer) => number) => scripts.reduce((n, body) => n + size(body), 0);
  return {
    files: scripts.length,
    gzipBytes: sum((body) => gzipSync(body, { level: 9 }).length),
    brotliBytes: sum((body) => brotliCompressSync(body).length),
  };
}

/** Brotli bytes of a static site without images and fonts, and its raw total. */
async function siteSize(folder: string) {
  let page = 0;
  let total = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const body = await readFile(join(entry.parentPath, entry.name));
    total += body.length;
    if (!NOT_COUNTED.test(extname(entry.name))) page += brotliCompressSync(body).length;
  }
  return { brotliBytesWithoutImagesAndFonts: page, totalBytes: total };
}

/** An example as it is published: with a site’s own files, at the address at which it is served. */
async function publishExample(id: string, url: string, folder: string): Promise<void> {
  await cp(join(fromRoot("dist/client/kit/examples"), id), folder, { recursive: true });
  const resume = readJson(id, "src/data/resume.json") as Resume;
  const html = await readFile(join(folder, "index.html"), "utf8");
  const files = { [THEME_PATH]: readText(id, "src/theme.json") };
  const about = { files, resume, url, noIndex: false, isOurs: true, picture: null, pdf: null };
  const site = withOwnFiles({ "index.html": html }, { ...about, now: Date.now() });
  for (const [path, content] of Object.entries(site)) await writeFile(join(folder, path), content);
}

const product = await serveProduct();
try {
  const browser = await launchBrowser();
  const javascriptBeforeDropZone = await scriptBeforeDropZone(browser, product.url);
  await browser.close();
  console.error(javascriptBeforeDropZone);
  const app = await lighthouseScores(product.url, RUNS);
  console.error("app", app);

  const examples = fromRoot("dist/client/kit/examples");
  const sites: Record<string, unknown> = {};
  for (const id of (await readdir(examples)).sort()) {
    const place = await mkdtemp(join(tmpdir(), "cv2web-site-"));
    const folder = await serveFolder(place);
    await publishExample(id, folder.url, place);
    sites[id] = {
      ...(await siteSize(place)),
      lighthouse: await lighthouseScores(folder.url, RUNS),
    };
    folder.stop();
    await rm(place, { recursive: true });
    console.error(id, sites[id]);
  }
  console.log(
    JSON.stringify({
      javascriptBeforeDropZone,
      bars: { javascriptBytes: 150_000, appScore: 95, siteScore: 100, siteBytes: 100_000 },
      lighthouse: { method: "mobile, simulated throttling", runs: RUNS, app },
      sites,
    }),
  );
} finally {
  await product.stop();
}
