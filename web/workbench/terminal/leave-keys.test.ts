import { expect, it } from "vitest";
import { keysForShell } from "./leave-keys.ts";

const press = (key: string, ctrlKey = false) => ({
  type: "keydown",
  key,
  ctrlKey,
  metaKey: false,
});

it("gives Tab to the shell, and to the page after Escape", () => {
  let now = 0;
  const isShells = keysForShell(() => now);
  expect(isShells(press("Tab"))).toBe(true);
  expect(isShells(press("Escape"))).toBe(true);
  expect(isShells(press("Shift"))).toBe(true);
  expect(isShells(press("Tab"))).toBe(false);
  isShells(press("a"));
  expect(isShells(press("Tab"))).toBe(true);
  isShells(press("Escape"));
  now = 5_000;
  expect(isShells(press("Tab"))).toBe(true);
});

it("leaves Ctrl J to the app and Ctrl C to the shell", () => {
  const isShells = keysForShell(() => 0);
  expect(isShells(press("j", true))).toBe(false);
  expect(isShells(press("j"))).toBe(true);
  expect(isShells(press("c", true))).toBe(true);
});
