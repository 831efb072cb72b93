import { get } from "node:http";
import { buffer, text } from "node:stream/consumers";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FUNNEL_STEPS } from "../../shared/funnel.ts";
import { launchBrowser } from "../launch-browser.ts";
import { findings } from "./axe.ts";
import { dropCv, expectInPreview, untilSaved, visit, WITH_SERVICE_WORKER } from "./app.ts";
import { revokeDraft, shareDraft } from "./draft-steps.ts";
import { inSheet, makeAccount, sheet } from "./publish-sheet.ts";
import { ownerSees, operatorSees, strangersWrite } from "./visitors-steps.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([
    launchBrowser(),
    serveProduct({ FUNNEL: "on", OPERATOR_TOKEN }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const OPERATOR_TOKEN = "for-this-test";
const NAME = "Wilhelmina Sandoval";
const addressOf = (slug: string) => `http://${slug}.localhost:${product.port}/`;

const slugIn = (url: string) => new URL(url).hostname.split(".")[0]!;

/** A file of a site, as any client asks for it. */
const fileOf = (slug: string, path: string) =>
  new Promise<{ readonly status: number; readonly words: string }>((settle, reject) => {
    const headers = { host: `${slug}.localhost:${product.port}` };
    get({ host: "127.0.0.1", port: product.port, path: `/${path}`, headers }, (answer) => {
      text(answer).then((words) => settle({ status: answer.statusCode!, words }), reject);
    }).on("error", reject);
  });

/** What a stranger's browser without JavaScript gets at an address. */
async function asStranger(slug: string) {
  const stranger = await visit(browser, "about:blank", { javaScriptEnabled: false });
  const answer = await stranger.page.goto(addressOf(slug));
  const words = (await stranger.page.locator("body").innerText()).replace(/\s+/g, " ");
  const url = stranger.page.url();
  await stranger.close();
  return { status: answer!.status(), words, url, headers: answer!.headers() };
}

/** What the operator sees of the way from a drop to a site. */
async function funnel(): Promise<Record<string, number>> {
  const answer = await fetch(`${product.url}/metrics`, {
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}` },
  });
  const steps = (await answer.text()).matchAll(/^cv2web_funnel_total\{step="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...steps].map(([, step, count]) => [step, Number(count)]));
}

/** A picture as any client gets it; its size stands in the head of a PNG (RFC 2083, 4.1.1). */
const pictureAt = (url: string) =>
  new Promise<{ readonly status: number; readonly width: number; readonly height: number }>(
    (settle, reject) => {
      const { host, pathname } = new URL(url);
      get(
        { host: "127.0.0.1", port: product.port, path: pathname, headers: { host } },
        (answer) => {
          buffer(answer).then((bytes) => {
            const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
            settle({ status: answer.statusCode!, width, height });
          }, reject);
        },
      ).on("error", reject);
    },
  );

/** A photo from a file; whatever it shows. */
async function addPhoto(page: Page): Promise<void> {
  await page
    .getByRole("region", { name: "Content" })
    .getByRole("button", { name: new RegExp(NAME) })
    .first()
    .click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser", { timeout: 60_000 }),
    page.getByRole("button", { name: "Choose a picture" }).click({ timeout: 60_000 }),
  ]);
  const buffer = await page.screenshot({ type: "jpeg" });
  await chooser.setFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer });
  await page.getByRole("dialog", { name: "Your picture" }).getByText("Circle").click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByRole("img", { name: "You" }).waitFor();
}

/** The first is the portfolio as it stands; the last was kept before there was a photo. */
async function chooseVersion(page: Page, which: "first" | "last"): Promise<void> {
  await sheet(page)
    .getByRole("button", { name: /Version/ })
    .click();
  await page.getByRole("option")[which]().click();
}

/** Presses the sheet's main button and waits until the site is live with this address. */
async function publishAs(page: Page, slug: string, button: string): Promise<void> {
  await sheet(page).getByLabel("Address", { exact: true }).fill(slug);
  await sheet(page)
    .getByText(new RegExp(`${slug}\\.localhost.* is (free|yours)`))
    .waitFor();
  await inSheet(page, button).click();
  const live = sheet(page).getByRole("listitem").filter({ hasText: "Live, done" });
  await live.or(sheet(page).getByRole("alert")).first().waitFor({ timeout: 90_000 });
  expect(await sheet(page).getByRole("alert").allInnerTexts()).toEqual([]);
}

test("a CV becomes a site at an address: published, renamed, rolled back, taken down", async () => {
  // Other addresses on another try: what a first one took isn’t free.
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()].map(
    (id) => `w-${id.slice(0, 8)}x`,
  ) as [string, string];
  const before = await funnel();
  const { page, close } = await visit(browser, product.url, WITH_SERVICE_WORKER);
  await dropCv(page, "two-page.pdf", NAME);
  await addPhoto(page);
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const draft = await shareDraft(page);
  expect(await findings(page)).toEqual([]);
  const early = await asStranger(slugIn(draft));
  expect(early.status).toBe(200);
  expect(early.words).toContain("Front Range Water Partners");
  expect(early.words).not.toMatch(/555|Write to/);
  expect(early.headers["x-robots-tag"]).toBe("noindex");
  await makeAccount(page, NAME);
  await expectInPreview(page, NAME);
  expect(await findings(page)).toEqual([]);

  const address = sheet(page).getByLabel("Address", { exact: true });
  expect(await address.inputValue()).toBe("wilhelmina-sandoval");
  await address.fill("support");
  await sheet(page).getByText("kept for the service itself").waitFor();
  await sheet(page).getByAltText("as link previews show them").waitFor();
  await chooseVersion(page, "last");
  await publishAs(page, first, "Publish");
  await sheet(page).getByRole("link", { name: first }).waitFor();
  expect(await findings(page)).toEqual([]);
  // One way, though an account was made on it.
  const counted = async () => {
    const now = await funnel();
    return FUNNEL_STEPS.map((step) => (now[step] ?? 0) - (before[step] ?? 0));
  };
  await expect.poll(counted, { timeout: 60_000 }).toEqual([1, 1, 1, 1]);

  const seen = await asStranger(first);
  expect(seen.status).toBe(200);
  expect(seen.words.toLowerCase()).toContain("sandoval");
  expect(seen.words).toContain("Front Range Water Partners");
  // The number of the CV is hidden unless its owner shows it.
  expect(seen.words).not.toMatch(/555/);
  expect(seen.headers["content-security-policy"]).toContain("default-src 'none'");
  for (const file of ["resume.json", "contact.vcf", "llms.txt", "sitemap.xml", "robots.txt"]) {
    const own = await fileOf(first, file);
    expect(own.status, file).toBe(200);
    expect(own.words, file).not.toMatch(/555/);
  }
  expect((await fileOf(first, "cv.pdf")).words).toMatch(/^%PDF-1\.5/);
  expect(seen.words).toContain("CV as PDF");
  const picture = /property="og:image" content="([^"]+)"/.exec(
    (await fileOf(first, "")).words,
  )?.[1];
  const drawn = await pictureAt(picture!);
  expect([drawn.status, drawn.width, drawn.height]).toEqual([200, 1200, 630]);
  expect((await fileOf(first, "portrait.webp")).status).toBe(404);
  expect((await fileOf(first, "")).words).not.toContain("<img");
  const awake = await visit(browser, addressOf(first));
  await awake.page.waitForLoadState("networkidle");
  expect(awake.errors).toEqual([]);
  expect(await awake.page.context().cookies()).toEqual([]);
  await awake.close();

  await strangersWrite(browser, addressOf(first));
  await ownerSees(page, product.url, { slug: first, name: "Sandoval" });
  await operatorSees(browser, product.url, { address: addressOf(first), token: OPERATOR_TOKEN });

  await chooseVersion(page, "first");
  await publishAs(page, second, "Publish changes");
  expect((await fileOf(second, "")).words).toMatch(
    /<img srcset="\.\/assets\/portrait-\d+-\w+\.webp /,
  );
  expect((await fileOf(second, "portrait.webp")).status).toBe(200);
  const led = await asStranger(first);
  expect([led.status, led.url]).toEqual([200, addressOf(second)]);

  await sheet(page).getByText("Published before (2)").click();
  await inSheet(page, "Show this one").click();
  await expect
    .poll(() => sheet(page).getByRole("listitem").filter({ hasText: "shown now" }).count())
    .toBe(1);
  expect((await asStranger(second)).status).toBe(200);

  await inSheet(page, "Take it down").click();
  await sheet(page).getByText("Taken down. Visitors are told so.").waitFor();
  const gone = await asStranger(first);
  expect(gone.status).toBe(410);
  expect(gone.words).toContain("This site was taken down.");

  // The link from before the account is still its owner’s.
  expect((await asStranger(slugIn(draft))).status).toBe(200);
  await revokeDraft(page, draft);
  const over = await asStranger(slugIn(draft));
  expect([over.status, over.words.includes("doesn’t work any more")]).toEqual([410, true]);

  await inSheet(page, "Delete it").click();
  await inSheet(page, "Delete it with every copy").click();
  await inSheet(page, "Publish").waitFor();
  expect((await asStranger(second)).status).toBe(404);
  await close();
}, 400_000);
