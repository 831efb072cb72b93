import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { RESUME_PATH, THEME_PATH } from "../../shared/project.ts";
import { launchBrowser } from "../launch-browser.ts";
import { buildTemplate, type BuiltTemplate } from "../templates/build-template.ts";
import { publishedFiles } from "../templates/published-page.ts";
import { readText, templateIds } from "../templates/template-folders.ts";
import { hostileResume, PAYLOADS } from "./payloads.ts";

/** Where the beginning decides: whole addresses, and what becomes one. */
const ALONE = PAYLOADS.filter((payload) => /^\s*(java|data|vbscript|"|')/i.test(payload));
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css" };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Serves pages without any policy of content: what keeps a page from harm must be the page itself. */
async function serve(
  pages: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string | Uint8Array>,
) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const page = pages.get(path);
    if (page !== undefined) {
      const type = path.endsWith(".svg") ? "image/svg+xml" : "text/html; charset=utf-8";
      response.writeHead(200, { "content-type": type }).end(page);
      return;
    }
    const body = files.get(path.slice(1));
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "" }).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

/** Opens a page, presses and points at all that can be, and says whether anything of a text ran. */
async function provoke(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>(
      "a,button,summary,img,[tabindex]",
    )) {
      for (const type of ["mouseover", "focus", "toggle", "error"]) {
        element.dispatchEvent(new Event(type, { bubbles: true }));
      }
      const address = element.getAttribute("href") ?? "";
      if (/^\s*(java|vb|data)/i.test(address)) element.click();
    }
  });
}

/** A page that notes it when a payload runs, in any of its frames. */
async function openWatched() {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const ran: string[] = [];
  await page.exposeFunction("pwned", () => void ran.push(page.url()));
  page.on("dialog", (dialog) => void dialog.dismiss());
  return { page, ran, close: () => context.close() };
}

describe.each(templateIds)("50 payloads in every field of %s", (id) => {
  let running: BuiltTemplate;
  beforeAll(async () => {
    running = await buildTemplate(id);
  });

  test("none runs: as it is published, with its script awake, and as its icon", async () => {
    expect(PAYLOADS).toHaveLength(50);
    const pages = new Map([
      ["/awake/", running.page({ resume: hostileResume(PAYLOADS, ALONE[0]!) })],
    ]);
    for (const [at, alone] of ALONE.entries()) {
      const resume = hostileResume(PAYLOADS, alone);
      const site = publishedFiles(id, running.render({ resume }), resume);
      pages.set(`/published/${at}/`, site["index.html"]!);
      pages.set(`/published/${at}/favicon.svg`, site["favicon.svg"]!);
    }
    const server = await serve(pages, running.files);
    const { page, ran, close } = await openWatched();
    for (const path of pages.keys()) await provoke(page, server.url + path);
    expect(ran).toEqual([]);
    await close();
    server.stop();
  });
});

test("none runs in the shared picture, whose text is only drawn", async () => {
  const entry = fromRoot("web/publish/draw-share-picture.ts");
  const { outputFiles } = await build({
    stdin: { contents: `export * from ${JSON.stringify(entry)}`, resolveDir: fromRoot() },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "share",
  });
  const { page, ran, close } = await openWatched();
  await page.setContent("<!doctype html><body>");
  await page.addScriptTag({ content: outputFiles[0]!.text });
  const theme = readText("folio", "src/theme.json");
  for (const payload of PAYLOADS) {
    const resume = JSON.stringify(hostileResume([payload], payload));
    const files = { [RESUME_PATH]: resume, [THEME_PATH]: theme };
    const bytes = await page.evaluate(
      async ([given, url]) => {
        const { share } = globalThis as unknown as {
          share: { drawSharePicture(files: object, url: string): Promise<Uint8Array> };
        };
        return (await share.drawSharePicture(given as object, url as string)).length;
      },
      [files, `https://ada.example/${payload}`] as const,
    );
    expect(bytes).toBeGreaterThan(1_000);
  }
  expect(ran).toEqual([]);
  await close();
});
