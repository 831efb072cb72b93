import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import type { PageAudit } from "../../web/sandbox/instant/page-audit.ts";
import { launchBrowser } from "../launch-browser.ts";
import { openRemoteSandbox } from "./remote-sandbox.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";
import { smallProject } from "./small-project.ts";

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser?.close());

/** What a person's code tries from the preview; each attempt leaves its outcome on the page. */
const ATTEMPTS = (port: number) => `
const tried: Record<string, string> = {};
const attempt = async (name: string, work: () => unknown) => {
  try { tried[name] = "got " + JSON.stringify(await work()); }
  catch (error) { tried[name] = "refused"; }
};
const app = "http://localhost:${port}";
export async function attack() {
  await attempt("parent document", () => parent.document.title);
  await attempt("parent storage", () => parent.localStorage.getItem("secret"));
  await attempt("top storage", () => (top as Window).localStorage.getItem("secret"));
  await attempt("own storage", () => localStorage.getItem("secret") ?? (() => { throw 0; })());
  await attempt("own cookies", () => document.cookie.includes("session") || (() => { throw 0; })());
  await attempt("database", async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("secret")) throw 0;
    return names;
  });
  await attempt("api", async () => (await fetch(app + "/api/me", { credentials: "include" })).text());
  await attempt("api without cors", async () => {
    await fetch(app + "/api/me", { mode: "no-cors", credentials: "include" });
    return "sent";
  });
  await attempt("own api", async () => {
    const answer = await fetch(location.origin + "/api/me");
    if (!(await answer.text()).includes("secret")) throw 0;
    return "read";
  });
  // Its answer says only that it was queued; the server's list of calls tells the truth.
  await attempt("beacon", () => { navigator.sendBeacon(app + "/api/me"); throw 0; });
  await attempt("socket", () => new Promise((yes, no) => {
    const socket = new WebSocket("ws://localhost:${port}/api/live");
    socket.onopen = yes; socket.onerror = no;
  }));
  await attempt("elsewhere", async () => (await fetch("https://example.com/")).status);
  await attempt("top navigation", () => { top!.location.href = app + "/stolen"; return new Promise((_, no) => setTimeout(no, 300)); });
  document.body.dataset.tried = JSON.stringify(tried);
}
`;

async function attackFrom(served: SandboxPage) {
  const files = smallProject();
  const sandbox = await openRemoteSandbox(browser, served.port, {
    ...files,
    "src/attack.ts": ATTEMPTS(served.port),
    "src/main.tsx": `${String(files["src/main.tsx"])}\nimport { attack } from "./attack";\ndocument.body.insertAdjacentHTML("beforeend", '<img src="/none.svg">');\nvoid attack();`,
  });
  const { page } = sandbox;
  await page.evaluate(async () => {
    localStorage.setItem("secret", "of the app");
    await new Promise((settle) => {
      const opening = indexedDB.open("secret", 1);
      opening.onsuccess = settle;
    });
    Object.assign(window, { received: [] });
  });
  await sandbox.start();
  await sandbox.until("preview-painted");
  const handle = await sandbox.frame().waitForSelector("body[data-tried]");
  const tried = JSON.parse((await handle.getAttribute("data-tried"))!) as Record<string, string>;
  return { sandbox, tried, address: page.url() };
}

describe.each([
  ["on its own origin", true],
  ["opaque", false],
])("a preview %s (R3.6)", (_name, withPreviewHosts) => {
  let served: SandboxPage;
  beforeAll(async () => void (served = await serveSandboxPage({ withPreviewHosts })));
  afterAll(() => served?.close());

  test("can't reach the app's storage, cookies, page, API, nor navigate it", async () => {
    const { tried, address, sandbox } = await attackFrom(served);
    expect(Object.keys(tried)).toHaveLength(13);
    expect(Object.entries(tried).filter(([, outcome]) => outcome !== "refused")).toEqual([]);
    expect(served.apiCalls).toEqual([]);
    expect(address).toBe(`http://localhost:${served.port}/`);
    const { url } = (await sandbox.page.evaluate(() => window.host.source())) as { url?: string };
    // What it has asked for outside, and that nobody can use, is told to who looks at the page.
    const script = await readFile(fromRoot("node_modules/axe-core/axe.min.js"), "utf8");
    const audit = await sandbox.page.evaluate((axe) => window.host.audit(axe), script);
    const { outside, findings } = audit as PageAudit;
    expect(outside).toContain("https://example.com/");
    expect(findings.map(({ rule }) => rule)).toContain("image-alt");
    expect(url).toBe(withPreviewHosts ? `http://site-1.localhost:${served.port}/` : undefined);
  });

  test("shows fonts and pictures all the same", async () => {
    const files = smallProject();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="21" height="21"/>';
    const font = Object.entries(await fontFile());
    const sandbox = await openRemoteSandbox(browser, served.port, {
      ...files,
      ...Object.fromEntries(font),
      "public/me.svg": svg,
      "src/App.tsx": String(files["src/App.tsx"]).replace("<h1>", '<img src="/me.svg" /><h1>'),
      "src/app.css": `@font-face { font-family: Test; src: url("./font.woff2"); } h1 { font-family: Test; }`,
    });
    await sandbox.start();
    await sandbox.until("preview-painted");
    await sandbox.frame().waitForFunction(() => document.querySelector("img")!.naturalWidth === 21);
    await sandbox.frame().waitForFunction(async () => {
      await document.fonts.ready;
      return [...document.fonts].every(({ status }) => status === "loaded");
    });
  });
});

async function fontFile(): Promise<Record<string, Uint8Array>> {
  const name = "@fontsource-variable/geist/files/geist-latin-wght-normal.woff2";
  return { "src/font.woff2": new Uint8Array(await readFile(fromRoot("node_modules", name))) };
}

describe("the app's window", () => {
  test("hears no frame but its own, and gives a port to no other origin", async () => {
    const served = await serveSandboxPage();
    const sandbox = await openRemoteSandbox(browser, served.port, smallProject());
    await sandbox.start();
    await sandbox.until("preview-painted");
    // A second frame, of another preview's origin, greets the app as a preview does.
    const gotPort = await sandbox.page.evaluate(async (port) => {
      const frame = document.createElement("iframe");
      frame.src = `http://other.localhost:${port}/`;
      const greeted = new Promise((settle) =>
        addEventListener("message", (event) => event.source === frame.contentWindow && settle(1)),
      );
      document.body.append(frame);
      await greeted;
      return window.host.events.filter(({ type }) => type === "preview-painted").length;
    }, served.port);
    expect(gotPort).toBe(1);
    await served.close();
  });
});
