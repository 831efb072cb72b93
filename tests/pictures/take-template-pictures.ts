// `npm run pictures`: takes a picture of each template's sample for the README, and puts them there.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { fromRoot } from "../../scripts/paths.ts";
import { templateManifestSchema, type TemplateManifest } from "../../shared/template.ts";
import { launchBrowser } from "../launch-browser.ts";
import { serveTemplate } from "../shapes/serve-template.ts";
import { buildTemplate } from "../templates/build-template.ts";
import { readJson, templateIds } from "../templates/template-folders.ts";

const FOLDER = "tests/pictures/templates";
/** CSS pixels of the page that a picture shows, and how much smaller it is. */
const [WIDTH, HEIGHT, SCALE] = [1280, 960, 0.45];
const IN_A_ROW = 4;
const BLOCK = /<!-- templates -->[^]*?<!-- \/templates -->/;

async function takePicture(browser: Browser, id: string): Promise<Buffer> {
  const served = await serveTemplate(await buildTemplate(id));
  served.show({});
  for (const late of ["fonts", "pictures"] as const) served.letGo(late);
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: "reduce",
  });
  await page.goto(served.url);
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 82,
    clip: { x: 0, y: 0, width: WIDTH, height: HEIGHT, scale: SCALE },
  });
  await page.close();
  served.stop();
  return Buffer.from(data, "base64");
}

/** A table of pictures with names, as GitHub shows it. */
function tableOf(templates: readonly TemplateManifest[]): string {
  const rows = Array.from({ length: Math.ceil(templates.length / IN_A_ROW) }, (_, row) =>
    templates.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  ).flatMap((row) => [
    `| ${row.map(({ id, name }) => `![${name}](${FOLDER}/${id}.webp)`).join(" | ")} |`,
    `| ${row.map(({ name, idea }) => `**${name}.** ${idea}`).join(" | ")} |`,
  ]);
  const [head, ...rest] = rows;
  return [head, `|${" --- |".repeat(Math.min(IN_A_ROW, templates.length))}`, ...rest].join("\n");
}

const templates = templateIds
  .map((id) => templateManifestSchema.parse(readJson(id, "template.json")))
  .sort((a, b) => a.order - b.order);
const browser = await launchBrowser();
await rm(fromRoot(FOLDER), { recursive: true, force: true });
await mkdir(fromRoot(FOLDER), { recursive: true });
for (const { id } of templates) {
  const picture = await takePicture(browser, id);
  await writeFile(fromRoot(join(FOLDER, `${id}.webp`)), picture);
  console.log(`${id}: ${(picture.length / 1024).toFixed(0)} KB`);
}
await browser.close();
const readme = await readFile(fromRoot("README.md"), "utf8");
const block = `<!-- templates -->\n\n${tableOf(templates)}\n\n<!-- /templates -->`;
await writeFile(
  fromRoot("README.md"),
  readme.replace(BLOCK, () => block),
);
