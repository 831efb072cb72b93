import { expect, test } from "vitest";
import { shownKeys } from "./shown-keys.ts";

test.each([
  ["Mod+K", true, "⌘K"],
  ["Mod+k", false, "Ctrl+K"],
  ["Mod+Shift+Z", true, "⌘⇧Z"],
  ["Shift+Alt+F", false, "Shift+Alt+F"],
  ["ArrowUp", false, "↑"],
  ["Escape", false, "Esc"],
  ["F2", true, "F2"],
])("%s (Apple: %s) is shown as %s", (keys, isApple, shown) => {
  expect(shownKeys(keys, isApple)).toBe(shown);
});
