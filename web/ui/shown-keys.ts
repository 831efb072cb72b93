const APPLE: Readonly<Record<string, string>> = {
  Mod: "⌘",
  Meta: "⌘",
  Ctrl: "⌃",
  Alt: "⌥",
  Shift: "⇧",
  Enter: "↩",
  Escape: "esc",
  Backspace: "⌫",
};
const OTHERS: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Meta: "Win",
  Escape: "Esc",
};
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/**
 * Writes a shortcut such as `Mod+Shift+Z` as people of the system know it: `⌘⇧Z` on Apple's, `Ctrl+Shift+Z`
 * elsewhere. `Mod` is the system's main key for commands.
 */
export function shownKeys(keys: string, isApple: boolean): string {
  const names = isApple ? APPLE : OTHERS;
  const parts = keys
    .split(/\s*\+\s*/)
    .map((key) => names[key] ?? ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return parts.join(isApple ? "" : "+");
}
