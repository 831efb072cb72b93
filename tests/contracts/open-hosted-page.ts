import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";
import { fromRoot } from "../../scripts/paths.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { mediaType } from "../../web/sandbox/instant/compile/file-kinds.ts";
import { prepareRemote, type RemoteSandbox } from "./remote-sandbox.ts";

/** The test page, built; it is put into the product's own origin, below this path. */
const BASE = "/sandbox-page/";

export async function buildHostedPage(): Promise<string> {
  const outDir = join(tmpdir(), `cv2web-hosted-page-${process.pid}`);
  await build({
    configFile: false,
    root: fromRoot("tests/contracts/sandbox-page"),
    base: BASE,
    publicDir: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/**
 * The test page in the product's own document, which the app's scripts don't reach: policy and isolation,
 * API, terminals and previews are the product's (R3.2, R3.6). The same person's next one comes back to
 * the same machine.
 */
export async function openHostedSandbox(
  context: BrowserContext,
  product: { readonly url: string },
  folder: string,
  files: ProjectFiles,
): Promise<RemoteSandbox> {
  const page = await context.newPage();
  await page.route(`${product.url}/assets/**`, (route) => route.abort());
  await page.route(`${product.url}${BASE}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(BASE.length);
    const headers = { "content-type": mediaType(path) };
    await route.fulfill({ body: await readFile(join(folder, path)), headers });
  });
  await page.goto(`${product.url}/studio/test`);
  const html = await readFile(join(folder, "index.html"), "utf8");
  const [, script] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  await page.evaluate((src) => {
    const host = document.createElement("div");
    host.id = "app";
    document.body.replaceChildren(host);
    const started = document.createElement("script");
    Object.assign(started, { type: "module", src });
    document.head.append(started);
  }, script!);
  await page.waitForFunction(() => "host" in window);
  return prepareRemote(page, files, { kind: "hosted", id: "contract" });
}
