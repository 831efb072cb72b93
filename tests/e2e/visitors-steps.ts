/** What visitors of a published site do, and what its owner and the operator see of it. */
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { visit } from "./app.ts";
import { findings } from "./axe.ts";

/** Another browser than the owner’s, or its visits would be taken for theirs. */
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const EVIL = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
const GENEROUS = { timeout: 90_000 };

async function write(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail address").fill("grace@example.org");
  await page.getByLabel("Message").fill(`Hello ${EVIL}`);
}

/** Presses Send until the page says thank you: too soon and too often it asks to wait. */
async function sendUntilThanked(page: Page): Promise<void> {
  const thanks = page.getByRole("heading", { name: "Thank you" });
  const send = page.getByRole("button", { name: "Send", exact: true });
  await expect
    .poll(
      async () => {
        // While its work is being proved the button says so, and the page goes on by itself.
        if ((await thanks.count()) === 0 && (await send.count()) > 0) {
          await send.click({ timeout: 5_000 }).catch(() => undefined);
        }
        return thanks.count();
      },
      { ...GENEROUS, interval: 1_500 },
    )
    .toBe(1);
}

/** A stranger without JavaScript comes by a link, looks and writes; another one writes and clicks with it. */
export async function strangersWrite(browser: Browser, address: string): Promise<void> {
  const plain = await visit(browser, "about:blank", { javaScriptEnabled: false, userAgent: PHONE });
  await plain.page.goto(address, { referer: `https://news.example/${EVIL}` });
  await write(plain.page, `Grace ${EVIL}`.slice(0, 100));
  await plain.page.getByRole("button", { name: "Send" }).click();
  await plain.page.getByRole("heading", { name: "Send this message?" }).waitFor();
  await sendUntilThanked(plain.page);
  await plain.close();

  const lively = await visit(browser, address, { userAgent: PHONE });
  await write(lively.page, "Ada");
  expect(await findings(lively.page)).toEqual([]);
  await sendUntilThanked(lively.page);
  // What any visitor’s script can say of a link.
  const told = lively.page.waitForResponse(/\/-\/click$/);
  await lively.page.evaluate(
    (link) => fetch("/-/click", { method: "POST", body: JSON.stringify({ link }) }),
    `https://links.example/#${EVIL}`,
  );
  await told;
  expect(lively.errors).toEqual([]);
  await lively.close();
}

/** Nothing that axe finds, wide and narrow, by day and by night; and nothing of a stranger’s has run. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `${page.url()} ${width} ${colorScheme}`).toEqual([]);
    }
  }
  expect(await page.title()).not.toBe("run");
}

/** The owner finds the letters in the inbox and the visits in the figures; all of it is text. */
export async function ownerSees(
  owner: Page,
  url: string,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<void> {
  const page = await owner.context().newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${url}/sites`);
  const site = page.getByRole("article", { name: new RegExp(slug) });
  await site.getByRole("link", { name: "2 unread messages" }).waitFor();
  await page.frameLocator('iframe[title="Picture of the site"]').getByText(name).first().waitFor();
  await expectSound(page);
  await site.getByRole("link", { name: "unread messages" }).click();

  const letter = page.getByRole("group").filter({ hasText: "Grace <img" });
  await letter.locator("summary").click();
  await letter.getByText(`Hello ${EVIL}`).nth(1).waitFor();
  expect(await letter.getByRole("link", { name: "Reply" }).getAttribute("href")).toMatch(
    /^mailto:grace@example\.org\?/,
  );
  await expectSound(page);
  await letter.getByRole("button", { name: "Archive" }).click();
  await expect.poll(() => page.getByRole("group").count(), GENEROUS).toBe(1);

  await page.getByRole("link", { name: "My sites" }).click();
  await site.getByRole("link", { name: "visitors of" }).click();
  await page.getByText("Page views").first().waitFor();
  // Counted a moment after it was answered.
  const from = page.getByRole("listitem").filter({ hasText: "news.example" });
  const followed = page.getByRole("listitem").filter({ hasText: "links.example" });
  await expect
    .poll(
      async () => {
        if ((await from.count()) + (await followed.count()) < 2) await page.reload();
        await page.getByText("Page views").first().waitFor();
        return [await from.count(), await followed.count()];
      },
      { ...GENEROUS, interval: 1_000 },
    )
    .toEqual([1, 1]);
  await page.getByText("As a table").click();
  await page.getByRole("row").nth(1).waitFor();
  await expectSound(page);

  await page.goto(`${url}/billing`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectSound(page);
  expect(errors).toEqual([]);
  await page.close();
}

/** A stranger reports a site, and the operator reads what they wrote, as text. */
export async function operatorSees(
  browser: Browser,
  url: string,
  { address, token }: { readonly address: string; readonly token: string },
): Promise<void> {
  const stranger = await visit(browser, "about:blank", { javaScriptEnabled: false });
  await stranger.page.goto(`${address}report-abuse`);
  await stranger.page.getByRole("radio").first().check();
  await stranger.page.getByRole("textbox").first().fill(`Look ${EVIL}`);
  await stranger.page.getByRole("button", { name: "Send the report" }).click();
  await stranger.page.getByText("Thank you").waitFor();
  await stranger.close();

  const operator = await visit(browser, `${url}/operator`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  await operator.page.getByText(`Look ${EVIL}`).waitFor();
  await expectSound(operator.page);
  expect(operator.errors).toEqual([]);
  await operator.close();
}
