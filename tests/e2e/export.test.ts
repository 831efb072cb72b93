import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../bench/serve-folder.ts";
import { templateManifestSchema } from "../../shared/template.ts";
import { launchBrowser } from "../launch-browser.ts";
import { readJson, templateIds } from "../templates/template-folders.ts";
import { command, dropCv, fixture, untilSaved, visit } from "./app.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-export-"));
  [browser, product] = await Promise.all([launchBrowser(), serveProduct()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Chooses an item of the Export menu; gives the file's name and bytes. */
async function exported(page: Page, item: string) {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("menuitem", { name: item }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function unzipInto(target: string, zip: Uint8Array): Promise<string[]> {
  const files = unzipSync(zip);
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith("/")) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), content);
  }
  return Object.keys(files);
}

/** Whether packages can be fetched here; without, the native builds are skipped by name. */
function registryAnswers(): boolean {
  try {
    execFileSync("npm", ["view", "react@19.3.1", "version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** One fact of each section of the document. */
const FACTS = [
  "Front Range Water Partners",
  "Indian Peaks Trail Association",
  "Colorado Mesa State University",
  "gaugeclean",
  "MODFLOW",
  "Professional Hydrologist",
  "Ice jams and stage records",
  "Western Rivers Society",
  "Norwegian",
  "Letterpress printing",
];

/**
 * Names of one template of each set of packages, the gallery's first: what a project is built with is all
 * that differs here (each template's page is in tests/templates).
 */
const TEMPLATES = [
  ...new Map(
    templateIds
      .map((id) => templateManifestSchema.parse(readJson(id, "template.json")))
      .toSorted((a, b) => b.order - a.order)
      .map(({ id, name }) => {
        const { dependencies, devDependencies } = readJson(id, "package.json") as Packages;
        return [JSON.stringify([dependencies, devDependencies]), name] as const;
      }),
  ).values(),
];

interface Packages {
  readonly dependencies: object;
  readonly devDependencies: object;
}

describe("what is taken away", () => {
  test.skipIf(!registryAnswers()).each(TEMPLATES)(
    "the project of %s builds natively, and the page has the CV in it",
    async (template) => {
      const { page, close } = await visit(browser, product.url);
      await dropCv(page, "two-page.pdf", "Wilhelmina Sandoval");
      if (template !== "Folio") await command(page, `Template: ${template}`);
      await untilSaved(page);
      const { name, bytes } = await exported(page, "Project (ZIP)");
      await close();
      expect(name).toMatch(/sandoval.*\.zip$/);
      const target = join(folder, template);
      const paths = await unzipInto(target, bytes);
      const root = join(target, paths[0]!.split("/")[0]!);
      const npm = (...args: string[]) =>
        execFileSync("npm", args, { cwd: root, stdio: "pipe", timeout: 170_000 });
      npm("ci", "--no-audit", "--no-fund");
      npm("run", "build");
      const html = await readFile(join(root, "dist/index.html"), "utf8");
      expect(html).toContain("Wilhelmina");
      expect(html).toContain("Front Range Water Partners");
    },
    240_000,
  );

  test.each(TEMPLATES)(
    "the site of %s reads in full without JavaScript, and wakes without an error with it",
    async (template) => {
      const { page, close } = await visit(browser, product.url);
      await dropCv(page, "two-page.pdf", "Wilhelmina Sandoval");
      if (template !== "Folio") await command(page, `Template: ${template}`);
      await untilSaved(page);
      const { bytes } = await exported(page, "Website (ZIP)");
      await close();
      const target = join(folder, `${template}-site`);
      const paths = await unzipInto(target, bytes);
      expect(paths).toContain("index.html");
      const site = await serveFolder(target);

      const still = await visit(browser, site.url, { javaScriptEnabled: false });
      const words = (await still.page.locator("body").innerText()).replace(/\s+/g, " ");
      expect(words.toLowerCase()).toContain("sandoval");
      for (const fact of FACTS) expect(words).toContain(fact);
      expect(await invisible(still.page)).toEqual([]);
      await still.close();

      const awake = await visit(browser, site.url);
      await awake.page.waitForLoadState("networkidle");
      expect(awake.errors).toEqual([]);
      await awake.close();
      site.stop();
    },
  );

  test("resume.json loses nothing: unknown keys and their order too", async () => {
    const { page, close } = await visit(browser, product.url);
    await dropCv(page, "resume.json", "Tamsin Okonjo-Leary");
    await untilSaved(page);
    const { name, bytes } = await exported(page, "resume.json");
    await close();
    expect(name).toBe("resume.json");
    const given = JSON.parse(await readFile(fixture("resume.json"), "utf8")) as unknown;
    const taken = JSON.parse(bytes.toString("utf8")) as unknown;
    expect(taken).toEqual(given);
  });
});

/**
 * Elements that have a place on the page and text of their own, which nobody could see. Runs through the DevTools protocol, so that it works with the page's own scripts off. */
async function invisible(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", {
    returnByValue: true,
    expression: `[...document.body.querySelectorAll("*")]
      .filter((e) => !e.closest("script,style,template,[aria-hidden=true]"))
      .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      .filter((e) => e.checkVisibility())
      .filter((e) => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((e) => e.outerHTML.slice(0, 120))`,
  });
  return result.value as string[];
}
