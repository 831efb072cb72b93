import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openMemoryStorage } from "../../web/storage/portfolio-storage.ts";
import { launchBrowser } from "../launch-browser.ts";
import type { StoragePage } from "./storage-page.ts";
import { CASES } from "./storage.contract.ts";

declare const page: StoragePage;

let server: Server;
let browser: Browser;
let context: BrowserContext;
let origin: string;

beforeAll(async () => {
  const entry = new URL("storage-page.ts", import.meta.url).pathname;
  const bundle = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  const script = bundle.outputFiles[0]!.text;
  server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html><script src='/page.js'></script>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

async function openTab(id?: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(origin);
  if (id !== undefined) await tab.evaluate((id) => page.open(id), id);
  return tab;
}

const edit = (tab: Page, path: string, content: string) =>
  tab.evaluate(
    ([path, content]) => page.project!.apply([{ path, content }], { label: `Edit ${path}` }),
    [path, content] as const,
  );
const filesIn = (tab: Page) => tab.evaluate(() => page.project!.getState().files);
const saved = (tab: Page) =>
  tab.waitForFunction(() => page.project!.getState().save.status === "saved");

describe.each(CASES.map((promised, at) => [promised.promise, promised, at] as const))(
  "a portfolio storage %s",
  (_, { run, expected }, at) => {
    it("in memory", async () => {
      expect(await run(openMemoryStorage())).toEqual(expected);
    });

    it("in IndexedDB", async () => {
      const tab = await openTab();
      expect(await tab.evaluate((at) => page.runCase(at), at)).toEqual(expected);
    });
  },
);

describe("an open project", () => {
  it("is saved within a second without being asked, and outlives a killed tab", async () => {
    const tab = await openTab();
    const id = await tab.evaluate(() => page.make({ a: "a" }));
    await tab.evaluate((id) => page.open(id), id);
    const savedIn = await tab.evaluate(async () => {
      const begun = performance.now();
      page.project!.apply([{ path: "a", content: "edited" }], { label: "Edit" });
      await new Promise<void>((resolve) => {
        page.project!.subscribe(() => {
          if (page.project!.getState().save.status === "saved") resolve();
        });
      });
      return performance.now() - begun;
    });
    expect(savedIn).toBeLessThan(1_000);
    const session = await context.newCDPSession(tab);
    const crashed = tab.waitForEvent("crash");
    // The answer never comes: who would give it has gone.
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    expect(await filesIn(await openTab(id))).toEqual({ a: "edited" });
  });

  it("shows at once what another tab changed, and doesn’t undo it", async () => {
    const one = await openTab();
    const id = await one.evaluate(() => page.make({ a: "a", b: "b" }));
    await one.evaluate((id) => page.open(id), id);
    const two = await openTab(id);
    await edit(one, "a", "a by one");
    await saved(one);
    await edit(two, "b", "b by two");
    await saved(two);
    const both = { a: "a by one", b: "b by two" };
    for (const tab of [one, two]) {
      await tab.waitForFunction(
        (both) => JSON.stringify(page.project!.getState().files) === both,
        JSON.stringify(both),
      );
    }
    await edit(two, "a", "a by two");
    await saved(two);
    await one.waitForFunction(() => page.project!.getState().files.a === "a by two");
    expect(await one.evaluate(() => page.project!.getState().canUndo)).toBeNull();
    await one.evaluate(() => page.project!.undo());
    expect(await filesIn(one)).toEqual({ a: "a by two", b: "b by two" });
  });

  it("keeps both texts when two tabs change one file at the same moment", async () => {
    const one = await openTab();
    const id = await one.evaluate(() => page.make({ a: "a" }));
    await one.evaluate((id) => page.open(id), id);
    const two = await openTab(id);
    await edit(one, "a", "one");
    await edit(two, "a", "two");
    await saved(one);
    await saved(two);
    await two.waitForFunction(() => page.project!.getState().save.status === "saved");
    const texts = [await filesIn(one), await filesIn(two)];
    expect(texts[0]).toEqual(texts[1]);
    const notices = await Promise.all([one, two].map((tab) => tab.evaluate(() => page.notices)));
    expect(notices.flat()).toEqual(["a was changed in another tab at the same time."]);
    const kept = await one.evaluate(async () => {
      const versions = await page.project!.listVersions();
      const conflict = versions.find(({ kind }) => kind === "conflict");
      const files = await page.project!.readVersion(conflict?.id ?? "");
      return files.ok ? files.value : null;
    });
    expect([texts[0]!.a, kept?.a].sort()).toEqual(["one", "two"]);
  });

  it("restores a version as a new one, which can be undone", async () => {
    const tab = await openTab();
    const id = await tab.evaluate(() => page.make({ a: "first" }));
    await tab.evaluate((id) => page.open(id), id);
    await edit(tab, "a", "second");
    const after = await tab.evaluate(async () => {
      const project = page.project!;
      const [first] = await project.listVersions();
      const restored = await project.restore(first!.id);
      const labels = (await project.listVersions()).map(({ label }) => label);
      const files = project.getState().files;
      const diff = await project.diff(first!.id, null);
      project.undo();
      const undone = project.getState().files;
      return { ok: restored.ok, labels, files, undone, same: diff.ok && diff.value };
    });
    expect(after).toEqual({
      ok: true,
      labels: ["Restored “Created”", "Before restoring “Created”", "Created"],
      files: { a: "first" },
      undone: { a: "second" },
      same: [],
    });
  });

  it("loses nothing when storage is full, says so, and saves by itself when there is room again", async () => {
    const tab = await openTab();
    const session = await context.newCDPSession(tab);
    // From the start: Chromium remembers for a while how much room it once found.
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 300_000 });
    const id = await tab.evaluate(() => page.make({ a: "a" }));
    await tab.evaluate((id) => page.open(id), id);
    await edit(tab, "a", "x".repeat(900_000));
    await tab.waitForFunction(() => page.project!.getState().save.status === "failed");
    const save = await tab.evaluate(() => page.project!.getState().save);
    expect(save.failure).toMatchObject({ kind: "storage-full", retryable: true });
    expect((await filesIn(tab)).a).toHaveLength(900_000);
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await saved(tab);
    expect((await filesIn(await openTab(id))).a).toHaveLength(900_000);
  });
});

describe("the storage of a browser", () => {
  it("keeps nothing that no portfolio needs any more", async () => {
    const tab = await openTab();
    const counts = await tab.evaluate(async () => {
      const storage = await page.storage();
      const one = await page.make({ a: "shared", b: "only in one" });
      const two = await page.make({ a: "shared" });
      const before = await page.countBlobs();
      await storage.delete(one);
      const between = await page.countBlobs();
      await storage.delete(two);
      return [before, between, await page.countBlobs()];
    });
    expect(counts).toEqual([2, 1, 0]);
  });

  it("falls back to memory, and says why, where IndexedDB is blocked", async () => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("Denied by the person’s settings.", "SecurityError");
      };
    });
    const tab = await openTab();
    const found = await tab.evaluate(async () => {
      const storage = await page.storage();
      const made = await storage.create({ name: "Ada", files: { a: "a" } });
      return { kind: storage.kind, failure: storage.failure?.kind, made: made.ok };
    });
    expect(found).toEqual({ kind: "memory", failure: "storage-blocked", made: true });
  });

  it("leaves the data of a newer release alone", async () => {
    const tab = await openTab();
    const found = await tab.evaluate(async () => {
      await new Promise<void>((resolve) => {
        const opening = indexedDB.open("cv2web", 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
      const storage = await page.storage();
      return { kind: storage.kind, message: storage.failure?.message };
    });
    expect(found).toEqual({
      kind: "memory",
      message: "Your portfolios were saved by a newer version of this app.",
    });
  });
});

it("brings a database of the first release along, with all that is in it", async () => {
  const tab = await openTab();
  const names = await tab.evaluate(async () => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("first-release", 1);
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => {
        const database = opening.result;
        for (const store of ["blobs", "portfolios", "sources", "thumbnails", "settings"])
          database.createObjectStore(store, { keyPath: "key" });
        database
          .createObjectStore("versions", { keyPath: "key" })
          .createIndex("portfolioId", "portfolioId");
      };
      opening.onsuccess = () => {
        const tx = opening.result.transaction("portfolios", "readwrite");
        const times = { createdAt: 1, updatedAt: 1 };
        tx.objectStore("portfolios").put({
          key: "p",
          name: "From before",
          templateId: "folio",
          ...times,
          tree: {},
          headVersionId: "v",
        });
        tx.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
    const storage = await page.storage("first-release");
    const listed = await storage.list();
    const reading = await storage.findReading("text", 1);
    return {
      kind: storage.kind,
      names: listed.ok ? listed.value.map(({ name }) => name) : [],
      reading: reading.ok ? reading.value : "failed",
    };
  });
  expect(names).toEqual({ kind: "indexeddb", names: ["From before"], reading: null });
});
