// `npm run bench:publish`: from the press of “Publish” to the page at its address, in Chromium; how large
// the page is; and how fast workerd serves it beside a static file server. Last line: one JSON.
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { Agent, createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { fixture, preview, untilSaved, visit } from "../e2e/app.ts";
import { inSheet, makeAccount, sheet } from "../e2e/publish-sheet.ts";
import { serveProduct, type Product } from "../e2e/serve-product.ts";
import { launchBrowser } from "../launch-browser.ts";
import { round, spread } from "./edge-figures.ts";

const NAME = "Wilhelmina Sandoval";
const BARS = { clickToServedMs: 4_000, pageBytes: 100_000 };
/** Between two looks at whether the page is served, in milliseconds. */
const LOOK_MS = 20;
/** How long a person looks at the sheet before they press, in milliseconds. */
const READ_MS = 8_000;
const REQUESTS = 3_000;
const AT_ONCE = 20;

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** As any client asks for it: the name leads to this machine. */
const ask = (port: number, host: string, path: string) =>
  new Promise<Answer>((settle, reject) => {
    const headers = { host, "accept-encoding": "br", "sec-fetch-dest": "document" };
    get({ host: "127.0.0.1", port, path, headers, agent }, (answer) => {
      buffer(answer).then(
        (body) => settle({ status: answer.statusCode!, headers: answer.headers, body }),
        reject,
      );
    }).on("error", reject);
  });

/** From the press to the first answer of the page, and what the sheet says of its steps. */
async function publishOnce(page: Page, product: Product, slug: string) {
  await sheet(page).getByLabel("Address", { exact: true }).fill(slug);
  await sheet(page)
    .getByText(new RegExp(`${slug}\\.localhost.* is (free|yours)`))
    .waitFor();
  const host = `${slug}.localhost:${product.port}`;
  const pressed = performance.now();
  await inSheet(page, "Publish").click();
  while ((await ask(product.port, host, "/")).status !== 200) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  const clickToServedMs = Math.round(performance.now() - pressed);
  await sheet(page).getByRole("listitem").filter({ hasText: "Live, done" }).waitFor();
  const steps = await sheet(page).getByRole("list", { name: "Publishing" }).innerText();
  return { clickToServedMs, steps: steps.replaceAll("\n", " ") };
}

/** Somebody new with a two-page CV, before the sheet, signed in. */
async function somebody(browser: Browser, product: Product) {
  const { page, close } = await visit(browser, product.url);
  await page.getByLabel("Choose your CV").setInputFiles(fixture("two-page.pdf"));
  await preview(page).getByRole("heading", { level: 1 }).waitFor();
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await makeAccount(page, NAME);
  return { page, close };
}

const newSlug = () => `bench-${crypto.randomUUID().slice(0, 8)}`;

/** What a visitor’s browser loads for the page, without pictures and fonts, as it comes over the wire. */
async function weigh(browser: Browser, product: Product, slug: string): Promise<number> {
  const { page, close } = await visit(browser, "about:blank");
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (["image", "font"].includes(request.resourceType())) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`http://${slug}.localhost:${product.port}/`, { waitUntil: "networkidle" });
  const all = await Promise.all(sizes);
  await close();
  return all.reduce((sum, size) => sum + size, 0);
}

/** Requests a second, so many at once, and the 95th percentile of one. */
async function drive(send: () => Promise<Answer>) {
  const times: number[] = [];
  const began = performance.now();
  const worker = async () => {
    while (times.length < REQUESTS) {
      const asked = performance.now();
      const { status } = await send();
      if (status !== 200) throw new Error(`The page answered ${status}.`);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const perSecond = Math.round((times.length / (performance.now() - began)) * 1_000);
  return { perSecond, p95Ms: round(spread(times).p95) };
}

/** The page from workerd, and the very same bytes from a server of files in Node. */
async function measureServing(product: Product, slug: string) {
  const host = `${slug}.localhost:${product.port}`;
  const send = () => ask(product.port, host, "/");
  const { body, headers } = await send();
  const folder = await mkdtemp(join(tmpdir(), "cv2web-page-"));
  const file = join(folder, "index.html.br");
  await writeFile(file, body);
  const told = {
    "content-type": headers["content-type"]!,
    "content-encoding": headers["content-encoding"] ?? "identity",
  };
  const files = createServer((_request, response) => {
    void readFile(file).then((bytes) => response.writeHead(200, told).end(bytes));
  }).listen(0, "127.0.0.1");
  await once(files, "listening");
  const { port } = files.address() as AddressInfo;
  try {
    await drive(send);
    return {
      workerd: await drive(send),
      staticFiles: await drive(() => ask(port, `localhost:${port}`, "/")),
    };
  } finally {
    files.close();
    await rm(folder, { recursive: true });
  }
}

const machineLoad = round(loadavg()[0]!);
const product = await serveProduct();
const browser = await launchBrowser();
try {
  const hasty = await somebody(browser, product);
  const atOnce = await publishOnce(hasty.page, product, newSlug());
  console.error("pressed at once", atOnce);
  await hasty.close();
  const calm = await somebody(browser, product);
  await calm.page.waitForTimeout(READ_MS);
  const slug = newSlug();
  const afterReading = await publishOnce(calm.page, product, slug);
  console.error("after reading the sheet", afterReading);
  await calm.close();
  const pageBytes = await weigh(browser, product, slug);
  console.error({ pageBytes });
  const serving = await measureServing(product, slug);
  console.log(
    JSON.stringify({ machineLoad, bars: BARS, atOnce, afterReading, pageBytes, serving }),
  );
} finally {
  agent.destroy();
  await browser.close();
  await product.stop();
}
