import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, type Failure } from "../../shared/failure.ts";
import { formatJson } from "../../shared/portfolio/format-json.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { THEME_PATH, type FileChange, type ProjectFiles } from "../../shared/project.ts";
import type { Theme } from "../../shared/theme.ts";
import { openMemoryStorage } from "../storage/portfolio-storage.ts";
import { openProject } from "./open-project.ts";
import { AUTO_VERSION_MS } from "./project-versions.ts";

const colours = {
  paper: "#fff",
  surface: "#eee",
  ink: "#000",
  muted: "#555",
  line: "#ccc",
  accent: "#00f",
  onAccent: "#fff",
};
const themeOf = (template: string): string => {
  const theme: Theme = {
    template,
    mode: "auto",
    palette: { id: "own", light: colours, dark: colours },
    fonts: { id: "own", display: "serif", text: "serif", code: "monospace" },
    density: "regular",
    sections: [],
  };
  return formatJson(theme);
};
const FILES: ProjectFiles = { a: "a", b: new Uint8Array([1]), [THEME_PATH]: themeOf("folio") };

async function openIn(storage: PortfolioStorage, files: ProjectFiles = FILES) {
  const made = await storage.create({ name: "Ada", files });
  const opened = await openProject({ id: made.ok ? made.value : "", storage });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

async function storedFiles(storage: PortfolioStorage, id: string) {
  const portfolio = await storage.readPortfolio(id);
  const files = portfolio.ok ? await storage.readFiles(portfolio.value.tree) : portfolio;
  return files.ok ? files.value : null;
}

const edit = (path: string, content: FileChange["content"]) => [{ path, content }];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 1_000_000 });
});
afterEach(() => void vi.useRealTimers());

describe("an act", () => {
  it("shows at once, tells every listener what changed, and can be undone and redone", async () => {
    const project = await openIn(openMemoryStorage());
    const heard: (readonly FileChange[])[] = [];
    project.onChanges((changes) => heard.push(changes));
    project.apply([...edit("a", "A"), ...edit("b", null), ...edit("c", "c")], { label: "Rework" });
    expect(project.getState()).toMatchObject({
      files: { a: "A", c: "c" },
      canUndo: "Rework",
      canRedo: null,
      save: { status: "saving" },
    });
    expect(project.getState().files).not.toHaveProperty("b");
    project.undo();
    expect(project.getState().files).toEqual(FILES);
    expect(project.getState()).toMatchObject({ canUndo: null, canRedo: "Rework" });
    project.redo();
    expect(heard.map((changes) => changes.map(({ path }) => path).sort())).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
  });

  it("that changes nothing leaves no trace", async () => {
    const project = await openIn(openMemoryStorage());
    const before = project.getState();
    project.apply([...edit("a", "a"), ...edit("b", new Uint8Array([1])), ...edit("none", null)], {
      label: "Nothing",
    });
    expect(project.getState()).toBe(before);
  });

  it("typed in one go is one undo", async () => {
    const project = await openIn(openMemoryStorage());
    for (const text of ["h", "he", "hey"]) {
      project.apply(edit("a", text), { label: "Type in a", group: "type a" });
      vi.advanceTimersByTime(1_900);
    }
    vi.advanceTimersByTime(200);
    project.apply(edit("a", "hey you"), { label: "Type in a", group: "type a" });
    project.undo();
    expect(project.getState().files["a"]).toBe("hey");
    project.undo();
    expect(project.getState().files["a"]).toBe("a");
  });
});

describe("saving", () => {
  it("happens by itself within half a second of the first edit, however long the typing goes on", async () => {
    const storage = openMemoryStorage();
    const project = await openIn(storage);
    for (let key = 0; key < 5; key++) {
      project.apply(edit("a", `typed ${key}`), { label: "Type", group: "type" });
      vi.advanceTimersByTime(100);
    }
    await project.flush();
    expect((await storedFiles(storage, project.id))?.["a"]).toBe("typed 4");
    expect(project.getState().save).toEqual({ status: "saved", at: Date.now() });
  });

  it("that fails keeps everything, says why, and is tried again", async () => {
    const storage = openMemoryStorage();
    const full: Failure = {
      kind: "storage-full",
      message: "Full.",
      nextStep: "Make room.",
      retryable: true,
    };
    let room = false;
    const narrow: PortfolioStorage = {
      ...storage,
      commit: async (...commit) => (room ? storage.commit(...commit) : fail(full)),
    };
    const project = await openIn(narrow);
    project.apply(edit("a", "kept"), { label: "Edit" });
    expect(await project.flush()).toEqual({ ok: false, failure: full });
    expect(project.getState()).toMatchObject({
      files: { a: "kept" },
      save: { status: "failed", failure: full },
    });
    room = true;
    const saved = vi.waitUntil(() => project.getState().save.status === "saved");
    vi.advanceTimersByTime(2_000);
    await saved;
    expect((await storedFiles(storage, project.id))?.["a"]).toBe("kept");
  });

  it("never claims to have saved where nothing can be kept", async () => {
    const blocked: Failure = {
      kind: "storage-blocked",
      message: "Blocked.",
      nextStep: "Export.",
      retryable: true,
    };
    const project = await openIn(openMemoryStorage(blocked));
    project.apply(edit("a", "x"), { label: "Edit" });
    await project.flush();
    expect(project.getState().save).toEqual({ status: "failed", at: null, failure: blocked });
  });

  it("ends with closing", async () => {
    const storage = openMemoryStorage();
    const project = await openIn(storage);
    project.apply(edit("a", "last words"), { label: "Edit" });
    project.rename("Ada L.");
    await project.close();
    expect((await storedFiles(storage, project.id))?.["a"]).toBe("last words");
    expect(await storage.readPortfolio(project.id)).toMatchObject({ value: { name: "Ada L." } });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("a project opened again while it closes has what was just saved", async () => {
  const storage = openMemoryStorage();
  const project = await openIn(storage);
  project.apply(edit("a", "last words"), { label: "Edit" });
  void project.close();
  const again = await openProject({ id: project.id, storage });
  expect(again.ok && again.value.getState().files["a"]).toBe("last words");
});

describe("versions", () => {
  const kinds = async (project: { listVersions(): Promise<readonly { kind: string }[]> }) =>
    (await project.listVersions()).map(({ kind }) => kind);

  it("are made by the person, and can be compared", async () => {
    const project = await openIn(openMemoryStorage());
    const [created] = await project.listVersions();
    project.apply(edit("a", "a\nmore"), { label: "Edit" });
    const version = await project.saveVersion("Before the interview");
    expect(version).toMatchObject({ value: { label: "Before the interview", kind: "manual" } });
    const diff = await project.diff(created!.id, version.ok ? version.value.id : null);
    expect(diff).toMatchObject({
      value: [{ path: "a", change: "changed", addedLines: 1, removedLines: 0 }],
    });
  });

  it("are made by themselves after five minutes with changes", async () => {
    const project = await openIn(openMemoryStorage());
    project.apply(edit("a", "1"), { label: "Edit" });
    await project.flush();
    expect(await kinds(project)).toEqual(["created"]);
    vi.setSystemTime(Date.now() + AUTO_VERSION_MS);
    project.apply(edit("a", "2"), { label: "Edit" });
    await project.flush();
    await project.flush();
    expect(await kinds(project)).toEqual(["auto", "created"]);
  });

  it("mark a switch of template, and keep what was there before it", async () => {
    const storage = openMemoryStorage();
    const project = await openIn(storage);
    project.apply(edit("a", "unsaved work"), { label: "Edit" });
    project.apply([...edit(THEME_PATH, themeOf("poster")), ...edit("a", null)], {
      label: "Poster template",
    });
    await vi.waitUntil(async () => (await kinds(project)).length === 3);
    expect(await kinds(project)).toEqual(["template", "auto", "created"]);
    const [, before] = await project.listVersions();
    expect(await project.readVersion(before!.id)).toMatchObject({ value: { a: "unsaved work" } });
    expect(await storage.list()).toMatchObject({ value: [{ templateId: "poster" }] });
  });

  it("branch into portfolios of their own", async () => {
    const storage = openMemoryStorage();
    const project = await openIn(storage);
    const [created] = await project.listVersions();
    project.apply(edit("a", "later"), { label: "Edit" });
    const branch = await project.branch(created!.id, "Another way");
    expect(await storedFiles(storage, branch.ok ? branch.value : "")).toEqual(FILES);
    expect(project.getState().files["a"]).toBe("later");
  });

  it("that don’t exist can’t be restored, and nothing changes", async () => {
    const project = await openIn(openMemoryStorage());
    expect(await project.restore("none")).toMatchObject({ failure: { kind: "not-found" } });
    expect(project.getState().files).toEqual(FILES);
  });
});

it("a portfolio that isn’t there can’t be opened", async () => {
  const opened = await openProject({ id: "none", storage: openMemoryStorage() });
  expect(opened).toMatchObject({ ok: false, failure: { kind: "not-found" } });
});
