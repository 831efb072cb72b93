import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { applyChanges } from "../../shared/portfolio/apply-changes.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { openMemoryStorage } from "../storage/portfolio-storage.ts";
import { Autosave } from "./autosave.ts";

/** A tab as the storage sees it: files in memory, saved through an `Autosave`. */
interface Tab {
  files: ProjectFiles;
  /** Paths edited here since the last save. */
  readonly unsaved: Set<string>;
  /** Every text that it has shown: what it changes of these it changes knowingly. */
  readonly seen: Set<unknown>;
  readonly conflicts: string[];
  readonly autosave: Autosave;
  edit(change: FileChange): void;
}

async function openTab(storage: PortfolioStorage, id: string): Promise<Tab> {
  const portfolio = await storage.readPortfolio(id);
  if (!portfolio.ok) throw new Error("The portfolio is missing.");
  const files = await storage.readFiles(portfolio.value.tree);
  if (!files.ok) throw new Error("The files are missing.");
  const tab: Tab = {
    files: files.value,
    unsaved: new Set(),
    seen: new Set(Object.values(files.value)),
    conflicts: [],
    edit: (change) => {
      tab.files = applyChanges(tab.files, [change]);
      tab.unsaved.add(change.path);
      tab.seen.add(change.content);
      tab.autosave.note([change]);
    },
    autosave: new Autosave(storage, id, portfolio.value.tree, {
      onUnsaved: () => undefined,
      onSaved: () => undefined,
      onPulled: () => undefined,
      onFailed: (failure) => {
        throw new Error(failure.message);
      },
      onElsewhere: (changes) => {
        tab.files = applyChanges(tab.files, changes);
        for (const { content } of changes) tab.seen.add(content);
      },
      onConflict: (paths) => tab.conflicts.push(...paths),
    }),
  };
  return tab;
}

async function twoTabs(files: ProjectFiles) {
  const storage = openMemoryStorage();
  const made = await storage.create({ name: "Ada", files });
  if (!made.ok) throw new Error("The portfolio couldn’t be made.");
  const id = made.value;
  const tabs = [await openTab(storage, id), await openTab(storage, id)] as const;
  const stored = async () => {
    const portfolio = await storage.readPortfolio(id);
    const files = portfolio.ok ? await storage.readFiles(portfolio.value.tree) : portfolio;
    if (!files.ok) throw new Error("The files are missing.");
    return files.value;
  };
  /** Every text that is kept anywhere: now, or in a version. */
  const kept = async () => {
    const versions = await storage.listVersions(id);
    if (!versions.ok) throw new Error("The versions are missing.");
    const past = await Promise.all(
      versions.value.map((version) => storage.readVersion(version.id)),
    );
    const all = [await stored(), ...past.map((files) => (files.ok ? files.value : {}))];
    return new Set(all.flatMap((files) => Object.values(files)));
  };
  return { storage, id, tabs, stored, kept };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("two tabs", () => {
  it("merge edits of different files", async () => {
    const { tabs, stored } = await twoTabs({ a: "a", b: "b" });
    tabs[0].edit({ path: "a", content: "a by one" });
    tabs[1].edit({ path: "b", content: "b by two" });
    await tabs[0].autosave.flush();
    await tabs[1].autosave.flush();
    await tabs[0].autosave.pull();
    const merged = { a: "a by one", b: "b by two" };
    expect([tabs[0].files, tabs[1].files, await stored()]).toEqual([merged, merged, merged]);
    expect([tabs[0].conflicts, tabs[1].conflicts]).toEqual([[], []]);
  });

  it("keep both texts of the same file, and the second tab is told", async () => {
    const { tabs, stored, storage, id } = await twoTabs({ a: "a" });
    tabs[0].edit({ path: "a", content: "one" });
    tabs[1].edit({ path: "a", content: "two" });
    await tabs[0].autosave.flush();
    await tabs[1].autosave.flush();
    expect(await stored()).toEqual({ a: "one" });
    expect(tabs[1].files).toEqual({ a: "one" });
    expect(tabs[1].conflicts).toEqual(["a"]);
    const versions = await storage.listVersions(id);
    const conflict = versions.ok && versions.value.find(({ kind }) => kind === "conflict");
    expect(conflict && (await storage.readVersion(conflict.id))).toMatchObject({
      value: { a: "two" },
    });
  });

  it("agree without a conflict when both wrote the same", async () => {
    const { tabs } = await twoTabs({ a: "a" });
    for (const tab of tabs) tab.edit({ path: "a", content: "same" });
    for (const tab of tabs) await tab.autosave.flush();
    expect(tabs[1].conflicts).toEqual([]);
  });

  const move = fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    kind: fc.constantFrom("edit", "edit", "delete", "save", "look"),
    path: fc.constantFrom("a", "b", "c"),
  });

  it("always end alike; no save loses a text, its own or one that it hadn’t seen", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 1, maxLength: 40, size: "max" }),
        async (moves) => {
          const { tabs, stored, kept } = await twoTabs({ a: "a", b: "b" });
          for (const [at, { tab, kind, path }] of moves.entries()) {
            const one = tabs[tab];
            if (kind === "edit") one.edit({ path, content: `text ${at}` });
            if (kind === "delete") one.edit({ path, content: null });
            if (kind === "look") await one.autosave.pull();
            if (kind !== "save") continue;
            const mine = Object.entries(one.files).filter(([path]) => one.unsaved.has(path));
            const theirs = Object.entries(await stored()).filter(([, text]) => !one.seen.has(text));
            one.unsaved.clear();
            await one.autosave.flush();
            const safe = await kept();
            expect([...mine, ...theirs].filter(([, text]) => !safe.has(text))).toEqual([]);
          }
          for (const tab of tabs) await tab.autosave.flush();
          for (const tab of tabs) await tab.autosave.pull();
          expect(tabs[0].files).toEqual(await stored());
          expect(tabs[1].files).toEqual(tabs[0].files);
        },
      ),
      { numRuns: 150 },
    );
  });
});
