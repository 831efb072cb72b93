import { describe, expect, it } from "vitest";
import { scoreCommand } from "./score-command.ts";
import { SHORTCUTS, shortcutFor, shortcutText, type KeyPress } from "./shortcuts.ts";

describe("scoreCommand", () => {
  const rank = (query: string, titles: readonly string[]) =>
    titles
      .map((title) => [scoreCommand(title, query), title] as const)
      .filter(([score]) => score > 0)
      .sort(([a], [b]) => b - a)
      .map(([, title]) => title);

  it("puts the start of the title first, then the start of a word, then inside", () => {
    expect(rank("re", ["Share", "Save résumé", "Redo"])).toEqual(["Redo", "Save résumé", "Share"]);
  });
  it("wants every word", () => {
    expect(rank("export site", ["Export the website", "Export the project"])).toEqual([
      "Export the website",
    ]);
  });
  it("finds by other words and without accents", () => {
    expect(scoreCommand("Export the project", "zip", ["ZIP", "download"])).toBeGreaterThan(0);
    expect(scoreCommand("Edit the résumé", "resume")).toBeGreaterThan(0);
  });
  it("finds a file by letters in order, last of all", () => {
    expect(scoreCommand("src/sections/Work.tsx", "wtsx")).toBe(0.1);
    expect(scoreCommand("src/sections/Work.tsx", "zzz")).toBe(0);
  });
  it("shows all for nothing typed", () => expect(scoreCommand("Undo", " ")).toBe(1));
});

describe("shortcutFor", () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });

  it("takes Ctrl and ⌘ alike", () => {
    expect(shortcutFor(press("k", { ctrlKey: true }), false)).toBe("palette");
    expect(shortcutFor(press("k", { metaKey: true }), true)).toBe("palette");
  });
  it("leaves undo to a text field that has the focus", () => {
    expect(shortcutFor(press("z", { ctrlKey: true }), true)).toBeNull();
    expect(shortcutFor(press("z", { ctrlKey: true }), false)).toBe("undo");
    expect(shortcutFor(press("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("redo");
  });
  it("never takes a single letter from a text field", () => {
    expect(shortcutFor(press("/"), true)).toBeNull();
    expect(shortcutFor(press("?", { shiftKey: true }), true)).toBeNull();
    expect(shortcutFor(press("?", { shiftKey: true }), false)).toBe("help");
  });
  it("reads the digit under Alt by its place on the keyboard", () => {
    expect(shortcutFor(press("¡", { altKey: true, code: "Digit1" }), true)).toBe("content");
  });
  it("ignores plain letters", () => expect(shortcutFor(press("k"), false)).toBeNull());
});

it("shows every shortcut in a person's keys", () => {
  expect(shortcutText("redo")).toBe("Mod+Shift+Z");
  expect(shortcutText("palette")).toBe("Mod+K");
  expect(shortcutText("help")).toBe("?");
  expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
});
