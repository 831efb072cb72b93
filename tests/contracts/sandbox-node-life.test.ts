/** What a sandbox with Node does beyond the common contract: the unmodified SDK over the stand-in frame. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FileChange } from "../../shared/project.ts";
import { launchBrowser } from "../launch-browser.ts";
import { nodeProject } from "./node-project.ts";
import { openRemoteSandbox, type RemoteSandbox } from "./remote-sandbox.ts";
import { serveHeadless, type ServedHeadless } from "./serve-headless.ts";
import { serveSandboxPage, type SandboxPage } from "./serve-sandbox-page.ts";

let served: SandboxPage;
let headless: ServedHeadless;
let browser: Browser;
beforeAll(async () => {
  served = await serveSandboxPage({ isIsolated: true });
  headless = await serveHeadless([`http://localhost:${served.port}`]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await headless?.close();
  await served?.close();
});

const files = nodeProject();
const APP = String(files["src/App.tsx"]);
const COUNTER = String(files["src/Counter.tsx"]);
const opened: RemoteSandbox[] = [];
afterEach(async () => {
  for (const sandbox of opened.splice(0)) await sandbox.page.context().close();
});

async function open(): Promise<RemoteSandbox> {
  const options = { kind: "webcontainer", frameOrigin: headless.origin } as const;
  const sandbox = await openRemoteSandbox(browser, served.port, files, options);
  opened.push(sandbox);
  return sandbox;
}
const button = (sandbox: RemoteSandbox) => sandbox.frame().locator("#root button");
const change = (sandbox: RemoteSandbox, ...changes: FileChange[]) => sandbox.files.write(changes);
const problemsOf = async (sandbox: RemoteSandbox) => {
  const told = (await sandbox.events()).findLast((event) => event.type === "problems");
  return told?.type === "problems" ? told.problems : [];
};

describe("a page with Node", () => {
  test("edits show and keep state; what the page throws and prints comes with its place", async () => {
    const sandbox = await open();
    expect(await sandbox.page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await sandbox.start()).toEqual({ ok: true });
    await sandbox.until("preview-painted");
    await button(sandbox).click({ clickCount: 2 });
    expect(await button(sandbox).textContent()).toBe("Pressed 2 times");

    await change(sandbox, { path: "src/Counter.tsx", content: COUNTER.replace("Pressed", "Hit") });
    expect(await button(sandbox).textContent()).toBe("Hit 2 times");
    await change(sandbox, { path: "src/App.tsx", content: APP.replace("First", "Second") });
    expect(await sandbox.frame().locator("#note").textContent()).toBe("Second words");
    expect((await sandbox.events()).findLast(({ type }) => type === "build-end")).toMatchObject({
      update: "hot",
    });
    expect(await button(sandbox).textContent()).toBe("Hit 2 times");

    const printing = COUNTER.replace(
      "  return",
      '  console.warn("count is %d", count, { a: [1] });\n  return',
    );
    await change(sandbox, { path: "src/Counter.tsx", content: printing });
    // The page prints other things too, and before.
    const warned = async () =>
      (await sandbox.events())
        .flatMap((event) => (event.type === "console" ? [event.entry] : []))
        .find(({ level }) => level === "warn");
    await expect.poll(warned, { timeout: 20_000 }).toMatchObject({
      text: "count is 2 { a: [1] }",
      path: "src/Counter.tsx",
      line: 5,
    });

    const throwing = COUNTER.replace(
      "return <",
      'if (count > 0) throw new Error("Boom");\n  return <',
    );
    await change(sandbox, { path: "src/Counter.tsx", content: throwing });
    await expect
      .poll(async () => (await problemsOf(sandbox))[0], { timeout: 20_000 })
      .toMatchObject({
        kind: "runtime",
        message: "Boom",
        path: "src/Counter.tsx",
        line: 5,
        excerpt: { start: 2 },
      });
    await sandbox.frame().locator("vite-error-overlay").waitFor({ state: "attached" });
    await change(sandbox, { path: "src/Counter.tsx", content: COUNTER });
    expect(await problemsOf(sandbox)).toEqual([]);

    // A page that is loading just then misses no edit, whatever of it has come by then.
    const note = () =>
      sandbox
        .frame()
        .locator("#note")
        .textContent()
        .catch(() => "");
    for (const word of ["Third", "Fourth", "Fifth", "Sixth"]) {
      await sandbox.page.evaluate(() => window.host.reload());
      await change(sandbox, { path: "src/App.tsx", content: APP.replace("First", word) });
      await expect.poll(note, { timeout: 20_000 }).toBe(`${word} words`);
    }
  });

  test("npm in the shell changes package.json and its lock, which go up, and nothing else does", async () => {
    const sandbox = await open();
    await sandbox.start();
    const ran = await sandbox.page.evaluate(() =>
      window.host.run("npm", ["install", "ms@2.1.3", "--no-audit", "--no-fund"]),
    );
    expect(ran.code).toBe(0);
    await sandbox.until("packages-change");
    const changes = (await sandbox.events()).flatMap((event) =>
      event.type === "packages-change" ? event.changes : [],
    );
    expect(new Set(changes.map(({ path }) => path))).toEqual(
      new Set(["package.json", "package-lock.json"]),
    );
    expect(String(changes.find(({ path }) => path === "package.json")?.content)).toContain(
      '"ms": "^2.1.3"',
    );
    await change(sandbox, {
      path: "src/App.tsx",
      content: `import ms from "ms";\n${APP.replace("First", "{ms(60_000)}")}`,
    });
    expect(await problemsOf(sandbox)).toEqual([]);
    const note = sandbox.frame().locator("#note");
    await expect
      .poll(() => note.textContent().catch(() => ""), { timeout: 20_000 })
      .toBe("1m words");
    await sandbox.page.evaluate(() =>
      window.host.run("bash", ["-c", "touch made-in-the-shell.txt; ls"]),
    );
    expect(await sandbox.files.list()).toContain("made-in-the-shell.txt");
    const later = (await sandbox.events()).flatMap((event) =>
      event.type === "packages-change" ? event.changes : [],
    );
    expect(later).toHaveLength(changes.length);
  });

  test("leaving frees everything, and the page's next project gets the container", async () => {
    const sandbox = await open();
    await sandbox.start();
    expect(await headless.workspaces.list()).toHaveLength(1);
    await sandbox.dispose();
    await expect.poll(() => headless.workspaces.list(), { timeout: 20_000 }).toEqual([]);
    const again = await sandbox.page.evaluate(async (project) => {
      await window.host.prepare(project, { id: "two", kind: "webcontainer" });
      return window.host.start();
    }, files);
    expect(again).toEqual({ ok: true });
    expect(await headless.workspaces.list()).toHaveLength(1);
  });

  // The last: nothing answers afterwards.
  test("when what it runs on dies in the middle of an install, start() says so at once, and all calls end", async () => {
    const sandbox = await open();
    const starting = sandbox.start();
    await sandbox.until("status", { step: "Installing packages" });
    await headless.kill();
    expect(await starting).toMatchObject({
      ok: false,
      failure: { kind: "unavailable", message: "Node on this machine was lost.", retryable: true },
    });
    expect(await change(sandbox, { path: "a.txt", content: "1" })).toMatchObject({ ok: false });
    expect(await sandbox.files.read("index.html")).toBeNull();
    await sandbox.dispose();
  });
});
