import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runEdge, type RunningEdge } from "../edge-node/run-edge.ts";
import { PASSWORD, post, visitor } from "../edge-node/sign-up.ts";
import { launchBrowser } from "../launch-browser.ts";
import { addressOf, answerOAuth } from "../stand-ins/oauth.ts";
import { serveOutside } from "../stand-ins/serve-outside.ts";
import { visit, type Visit } from "./app.ts";

const CONFIGURED = {
  GITHUB_CLIENT_ID: "github-id",
  GITHUB_CLIENT_SECRET: "github-secret",
  GOOGLE_CLIENT_ID: "google-id",
  GOOGLE_CLIENT_SECRET: "google-secret",
};
const NOT_CONFIGURED = Object.fromEntries(Object.keys(CONFIGURED).map((name) => [name, ""]));

let browser: Browser;
let outside: Awaited<ReturnType<typeof serveOutside>>;
let edge: RunningEdge;
beforeAll(async () => {
  outside = await serveOutside();
  [browser, edge] = await Promise.all([
    launchBrowser(),
    runEdge({ outside: outside.url, bindings: CONFIGURED }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await edge?.stop();
  outside?.close();
});

/** Opens the sign-in page; at GitHub and Google the person is `login`, and agrees by a click. */
async function atSignIn(login: string): Promise<Visit> {
  const visited = await visit(browser, "about:blank");
  for (const [host, hint] of [
    ["github.com", "login"],
    ["accounts.google.com", "login_hint"],
  ] as const) {
    await visited.page.route(`https://${host}/**`, async (route) => {
      const asked = new URL(route.request().url());
      asked.searchParams.set(hint, login);
      const answer = await answerOAuth(new Request(asked));
      const back = answer!.headers.get("location")!.replaceAll("&", "&amp;");
      await route.fulfill({ contentType: "text/html", body: `<a href="${back}">Go on</a>` });
    });
  }
  await visited.page.goto(`${edge.url}/sign-in?next=${encodeURIComponent("/account")}`);
  return visited;
}

async function continueWith(page: Page, service: "GitHub" | "Google"): Promise<void> {
  await page.getByRole("button", { name: `Continue with ${service}` }).click();
  await page.getByRole("link", { name: "Go on" }).click();
}

test.each(["GitHub", "Google"] as const)(
  "with %s one is in, and the next time too",
  async (name) => {
    const login = `visitor-${name.toLowerCase()}`;
    for (const time of ["first", "second"]) {
      const { page, errors, close } = await atSignIn(login);
      await continueWith(page, name);
      await page.waitForURL(`${edge.url}/account`);
      await page.getByText(addressOf(login)).first().waitFor();
      expect(errors, time).toEqual([]);
      await close();
    }
  },
);

test.each([
  ["nobody", "You didn’t agree over there."],
  ["broken", "That service couldn’t be asked who you are."],
])(
  "when it ends without a session, %s, the screen says why and all ways are there",
  async (login, words) => {
    const { page, close } = await atSignIn(login);
    await continueWith(page, "GitHub");
    const alert = page.getByRole("alert").filter({ hasText: words });
    await alert.waitFor();
    await page.getByRole("button", { name: "Continue with Google" }).waitFor();
    await page.getByLabel("Password").waitFor();
    await close();
  },
);

test("an account with that address is signed in to by its password, and the person ends where they wanted to", async () => {
  const login = "owner";
  const email = addressOf(login);
  const made = await visitor(edge, 9_000).send(
    post(`${edge.url}/api/auth/sign-up/email`, { name: "Ada", email, password: PASSWORD }),
  );
  expect(made.status).toBe(200);
  const { page, close } = await atSignIn(login);
  await continueWith(page, "Google");
  await page
    .getByRole("alert")
    .filter({ hasText: "There is an account with that e-mail" })
    .waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${edge.url}/account`);
  await close();
});

test("a service is added to an account with a password, opens it, and is removed", async () => {
  const login = "adds-a-service";
  const { page, errors, close } = await atSignIn(login);
  const email = "elsewhere@example.org";
  const made = await visitor(edge, 9_001).send(
    post(`${edge.url}/api/auth/sign-up/email`, { name: "Ada", email, password: PASSWORD }),
  );
  expect(made.status).toBe(200);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${edge.url}/account`);
  await page.getByText("The only one, so it stays.").waitFor();
  await page.getByRole("button", { name: "Add GitHub" }).click();
  await page.getByRole("link", { name: "Go on" }).click();
  await page.waitForURL(`${edge.url}/account`);
  await page.getByRole("button", { name: "Remove GitHub" }).waitFor();
  const again = await atSignIn(login);
  await continueWith(again.page, "GitHub");
  await again.page.waitForURL(`${edge.url}/account`);
  await again.page.getByText(email).first().waitFor();
  await again.close();
  await page.getByRole("button", { name: "Remove GitHub" }).click();
  await page.getByText("The only one, so it stays.").waitFor();
  await page.getByRole("button", { name: "Add GitHub" }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test("what isn’t configured isn’t offered", async () => {
  await edge.restartWorker(NOT_CONFIGURED);
  const { page, close } = await visit(browser, "about:blank");
  const configured = page.waitForResponse((answer) => answer.url().endsWith("/api/configured"));
  await page.goto(`${edge.url}/sign-in`);
  expect(await (await configured).json()).toMatchObject({ signIn: [] });
  await page.getByRole("button", { name: "Use a passkey" }).waitFor();
  expect(await page.getByRole("button", { name: /^Continue with/ }).count()).toBe(0);
  await close();
});
