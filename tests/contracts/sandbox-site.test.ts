import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileContent } from "../../shared/project.ts";
import { mediaType } from "../../web/sandbox/instant/compile/file-kinds.ts";
import { launchBrowser } from "../launch-browser.ts";
import { openRemoteSandbox } from "./remote-sandbox.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";
import { smallProject } from "./small-project.ts";

let served: SandboxPage;
let browser: Browser;
beforeAll(async () => {
  served = await serveSandboxPage();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function buildOf(files: Record<string, FileContent>) {
  const sandbox = await openRemoteSandbox(browser, served.port, files, { withFrame: false });
  await sandbox.start();
  const built = await sandbox.build();
  if (!built.ok) throw new Error(built.failure.detail);
  return built.value.files;
}

const FOLDER = "http://site.example/some/folder/";

/** Opens a built site from a folder of a host, and hears everything that goes wrong. */
async function visitSite(
  site: Readonly<Record<string, FileContent>>,
  options: BrowserContextOptions = {},
) {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*", (route) => {
    const path = route.request().url().slice(FOLDER.length) || "index.html";
    const content = site[path];
    if (content === undefined) complaints.push(`asked for ${route.request().url()}`);
    return content === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body: Buffer.from(content), contentType: mediaType(path) });
  });
  await page.goto(FOLDER, { waitUntil: "networkidle" });
  return { page, complaints };
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="21" height="21"/>';
const withPictures = () => {
  const files = smallProject();
  return {
    ...files,
    "src/own.svg": svg,
    "public/icon.svg": svg,
    "index.html": String(files["index.html"]).replace(
      "<!--head-->",
      '<!--head--><link rel="icon" href="/icon.svg" />',
    ),
    "src/App.tsx": `import own from "./own.svg";\n${String(files["src/App.tsx"]).replace("<h1>", '<img alt="" src={own} /><h1>')}`,
    "src/app.css": 'h1 { color: rgb(1, 2, 3); background: url("./own.svg"); }',
  };
};

describe("the static site (R2.6)", () => {
  test("works from any folder, hydrates without complaint, and is small", async () => {
    const site = await buildOf(withPictures());
    const { page, complaints } = await visitSite(site);
    expect(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).color)).toBe(
      "rgb(1, 2, 3)",
    );
    await page.waitForFunction(() => document.images[0]?.naturalWidth === 21);
    await page.locator("button").click();
    expect(await page.locator("button").textContent()).toBe("Pressed 1 times");
    expect(complaints).toEqual([]);
    const text = Object.entries(site).filter(([path]) => /\.(html|css|js)$/.test(path));
    const bytes = text.map(([, content]) => brotliCompressSync(Buffer.from(content)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });

  test("reads in full without JavaScript", async () => {
    const site = await buildOf(smallProject());
    const { page } = await visitSite(site, { javaScriptEnabled: false });
    expect(await page.locator("#root").textContent()).toContain("Ada Lovelace");
    expect(await page.title()).toContain("Ada Lovelace");
  });

  test("a template's page that does nothing in the browser ships no script; in doubt it does", async () => {
    const files = smallProject();
    const theme = String(files["src/theme.json"]).replace('"none"', '"folio"');
    const still = {
      ...files,
      "src/theme.json": theme,
      "src/App.tsx": "export const App = () => <h1>On window and useState</h1>;",
    };
    const scriptsOf = (site: Readonly<Record<string, FileContent>>) =>
      Object.keys(site).filter((path) => path.endsWith(".js"));
    const words = await buildOf(still);
    expect(scriptsOf(words)).not.toEqual([]);
    const quiet = { ...still, "src/App.tsx": "export const App = () => <h1>Words alone</h1>;" };
    const site = await buildOf(quiet);
    expect(scriptsOf(site)).toEqual([]);
    expect(String(site["index.html"])).not.toContain('type="module"');
    const moved = String(files["src/Page.tsx"]).replace("document.title", "document.body.id");
    expect(scriptsOf(await buildOf({ ...quiet, "src/Page.tsx": moved }))).not.toEqual([]);
  });

  test("a render() that throws fails as a value", async () => {
    const files = smallProject();
    const sandbox = await openRemoteSandbox(browser, served.port, {
      ...files,
      "src/prerender.tsx": 'export function render() { throw new Error("no page"); }',
    });
    await sandbox.start();
    const built = await sandbox.build();
    expect(built).toMatchObject({ ok: false, failure: { kind: "build-failed" } });
    expect(built.ok ? "" : built.failure.detail).toContain("no page");
  });
});
