import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SIGN_IN } from "../../shared/limits.ts";
import { launchBrowser } from "../launch-browser.ts";
import { startAnthropic, type AnthropicStandIn } from "../stand-ins/anthropic.ts";
import { findings } from "./axe.ts";
import { dropCv, visit, WITH_SERVICE_WORKER } from "./app.ts";
import { serveProduct, type Product } from "./serve-product.ts";

let browser: Browser;
let product: Product;
let anthropic: AnthropicStandIn;
beforeAll(async () => {
  anthropic = await startAnthropic(() => ({ blocks: [{ text: "Hello." }] }));
  const configured = { ANTHROPIC_BASE_URL: anthropic.url };
  [browser, product] = await Promise.all([launchBrowser(), serveProduct(configured)]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await anthropic?.stop();
});

const PASSWORD = "correct horse battery";

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto(`${product.url}/sign-in`);
  await page.getByRole("button", { name: "Make an account" }).click();
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL(`${product.url}/`);
}

async function trySignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  const answered = page.waitForResponse((answer) => answer.url().includes("/sign-in/email"));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await answered;
}

const isFocused = (field: Locator) => field.evaluate((node) => node === document.activeElement);

const account = async (page: Page) => {
  await page.goto(`${product.url}/account`);
  await page.getByRole("heading", { name: "Account" }).waitFor();
};

test.each([
  ["light", { width: 1440, height: 900 }],
  ["dark", { width: 390, height: 844 }],
] as const)("axe finds nothing on the account’s screens, %s", async (colorScheme, viewport) => {
  const options = { colorScheme, viewport, reducedMotion: "reduce" } as const;
  const { page, close } = await visit(browser, `${product.url}/sign-in`, options);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "I forgot my password" }).click();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${product.url}/sign-in?error=access_denied`);
  await page.getByRole("alert").waitFor();
  expect(await findings(page)).toEqual([]);
  for (const path of ["/reset-password", "/reset-password?token=x"]) {
    await page.goto(product.url + path);
    await page.getByRole("heading").first().waitFor();
    expect(await findings(page), path).toEqual([]);
  }
  await signUp(page, `axe-${colorScheme}@example.org`);
  await account(page);
  await page.getByText("This device").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
  expect(await findings(page)).toEqual([]);
  await close();
});

test("a password that is too short is said at its field, and nothing is sent", async () => {
  const { page, close } = await visit(browser, `${product.url}/sign-in`);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.getByRole("button", { name: "Make an account" }).click();
  // Of several fields that are wanting, the first gets the cursor.
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect.poll(() => isFocused(page.getByLabel("Name"))).toBe(true);
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("short@example.org");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByText("at least 12 characters; this has 5").waitFor();
  const password = page.getByLabel("Password");
  expect(await password.getAttribute("aria-invalid")).toBe("true");
  expect(await isFocused(password)).toBe(true);
  expect(sent).toEqual([]);
  await close();
});

test("work made without an account is there after signing up, out and in again", async () => {
  const { page, errors, close } = await visit(browser, product.url, WITH_SERVICE_WORKER);
  await dropCv(page, "cv.txt", "Barnaby Thistlewood");
  await page.waitForURL(/\/studio\//);
  const studio = new URL(page.url()).pathname;
  await signUp(page, "kept@example.org");
  // The first screen no longer says that nothing is sent.
  await page.getByText("kept in your account, too").waitFor();
  await page.goto(product.url + studio);
  await page.getByTitle("Live preview").waitFor();
  await account(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent(studio)}`);
  await trySignIn(page, "kept@example.org", PASSWORD);
  await page.waitForURL(product.url + studio);
  // What is on its way while a session ends is answered 401.
  expect(errors.filter((error) => !error.includes("401 (Unauthorized)"))).toEqual([]);
  await close();
});

test("a passkey is added, signs in, and is removed", async () => {
  const { page, close } = await visit(browser, product.url);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signUp(page, "passkey@example.org");
  await account(page);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: /^Remove / }).waitFor();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(`${product.url}/`);
  await account(page);
  await page.getByRole("button", { name: /^Remove / }).click();
  await page.getByText("None yet.").waitFor();
  await close();
});

test("a key of one’s own for the model is kept, tried, and removed; it is never shown again", async () => {
  const { page, close } = await visit(browser, product.url);
  await signUp(page, "own-key@example.org");
  await account(page);
  await page.getByText("Nothing so far.").waitFor();
  await page.getByLabel("Your own Anthropic key").fill("sk-own-0123456789-0123456789-wxyz");
  await page.getByRole("button", { name: "Keep this key" }).click();
  await page.getByText("Your own key, ending in wxyz").waitFor();
  await page.reload();
  await page.getByText("Your own key, ending in wxyz").waitFor();
  expect(await page.content()).not.toContain("sk-own-0123456789");
  await page.getByRole("button", { name: "Try the key" }).click();
  await page.getByText("Anthropic takes this key.").waitFor();
  await page.getByRole("button", { name: "Remove the key" }).click();
  await page.getByLabel("Your own Anthropic key").waitFor();
  await close();
});

test("other devices are listed and signed out", async () => {
  const [first, second] = await Promise.all([
    visit(browser, product.url),
    visit(browser, `${product.url}/sign-in?next=/account`),
  ]);
  await signUp(first.page, "devices@example.org");
  await trySignIn(second.page, "devices@example.org", PASSWORD);
  await second.page.getByRole("heading", { name: "Account" }).waitFor();
  await account(first.page);
  await first.page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await first.page
    .getByRole("button", { name: "Sign out everywhere else" })
    .waitFor({ state: "detached" });
  await second.page.reload();
  await second.page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await first.page.reload();
  await first.page.getByRole("heading", { name: "Account" }).waitFor();
  await Promise.all([first.close(), second.close()]);
});

async function linkOfLetterTo(email: string): Promise<string> {
  const folder = join(product.state, "mail");
  for (const name of await readdir(folder)) {
    const letter = await readFile(join(folder, name), "utf8");
    const link = /http:\/\/\S+\/reset-password\?token=\S+/.exec(letter);
    if (letter.includes(`To: ${email}`) && link !== null) return link[0];
  }
  throw new Error(`There is no letter to ${email}`);
}

test("a new password by the link of a letter ends the sessions there were", async () => {
  const first = await visit(browser, product.url);
  await signUp(first.page, "reset@example.org");
  const { page, close } = await visit(browser, `${product.url}/sign-in`);
  await page.getByRole("button", { name: "I forgot my password" }).click();
  await page.getByLabel("E-mail").fill("reset@example.org");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("a letter is on its way").waitFor();
  await expect.poll(() => linkOfLetterTo("reset@example.org").catch(() => "")).toMatch(/^http/);
  await page.goto(await linkOfLetterTo("reset@example.org"));
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("heading", { name: "Your password is new" }).waitFor();
  await page.goto(`${product.url}/sign-in?next=/account`);
  await trySignIn(page, "reset@example.org", "another horse battery");
  await page.getByRole("heading", { name: "Account" }).waitFor();
  await first.page.goto(`${product.url}/account`);
  await first.page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await Promise.all([first.close(), close()]);
});

test("with the API away the first screen works, and signing in says what is safe", async () => {
  const { page, close } = await visit(browser, "about:blank");
  await page.route("**/api/**", (route) => route.abort());
  await page.goto(product.url);
  await page.getByLabel("Choose your CV").waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill("kept@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").getByText("Your work is safe in this browser.").waitFor();
  await close();
});

test("work comes to a second browser, and the account can be deleted for good", async () => {
  const first = await visit(browser, product.url);
  await dropCv(first.page, "cv.txt", "Barnaby Thistlewood");
  await signUp(first.page, "two@example.org");
  await first.page.mouse.click(5, 5);
  const second = await visit(browser, `${product.url}/sign-in`);
  await trySignIn(second.page, "two@example.org", PASSWORD);
  await second.page.waitForURL(`${product.url}/`);
  await expect
    .poll(
      async () => {
        await second.page.reload();
        await second.page.mouse.click(5, 5);
        const card = second.page.getByText("Barnaby Thistlewood").first();
        return card.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 25_000 },
    )
    .toBe(true);
  await account(second.page);
  await second.page.getByRole("button", { name: "Delete my account" }).click();
  await second.page.getByLabel(/^Type/).fill("delete my account");
  await second.page.getByRole("alertdialog").getByLabel("Password").fill(PASSWORD);
  await second.page.getByRole("button", { name: "Delete for good" }).click();
  await second.page.getByRole("link", { name: "Sign in" }).waitFor();
  await first.page.goto(`${product.url}/account`);
  await first.page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await Promise.all([first.close(), second.close()]);
});

// Last: it locks signing in from this machine's address.
test("after five wrong passwords signing in is locked, and a new password opens it", async () => {
  const { page, close } = await visit(browser, `${product.url}/sign-in`);
  for (let attempt = 0; attempt < SIGN_IN.attempts; attempt++) {
    await trySignIn(page, "devices@example.org", `wrong and wrong ${attempt}`);
    await page.getByText("don’t belong together").waitFor();
  }
  await trySignIn(page, "devices@example.org", PASSWORD);
  await page.getByText("signing in is locked for now").waitFor();
  await page.getByText(/Try again in \d+ minutes/).waitFor();

  // What the words recommend opens the account again.
  await page.getByRole("button", { name: "I forgot my password" }).click();
  await page.getByLabel("E-mail").fill("devices@example.org");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect.poll(() => linkOfLetterTo("devices@example.org").catch(() => "")).toMatch(/^http/);
  await page.goto(await linkOfLetterTo("devices@example.org"));
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("heading", { name: "Your password is new" }).waitFor();
  await page.goto(`${product.url}/sign-in?next=/account`);
  await trySignIn(page, "devices@example.org", "another horse battery");
  await page.getByRole("heading", { name: "Account" }).waitFor();
  await close();
});
