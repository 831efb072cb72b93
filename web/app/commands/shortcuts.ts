/** The studio's keys, as a table that the help dialog shows and the listener obeys. */
export type ShortcutId =
  | "palette"
  | "undo"
  | "redo"
  | "save-version"
  | "toggle-panel"
  | "toggle-drawer"
  | "search"
  | "go-to-file"
  | "content"
  | "design"
  | "chat"
  | "files"
  | "history"
  | "help";

export interface Shortcut {
  readonly id: ShortcutId;
  readonly title: string;
  readonly key: string;
  /** With Ctrl, or ⌘ on a Mac. */
  readonly primary?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /**
   * Whether it works while a text field has the focus. Undo doesn't: there it undoes typing, as
   * everywhere else. Single letters never do.
   */
  readonly inText: boolean;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: "palette", title: "Do anything", key: "k", primary: true, inText: true },
  { id: "go-to-file", title: "Go to a file", key: "p", primary: true, inText: true },
  { id: "search", title: "Search in all files", key: "/", inText: false },
  { id: "undo", title: "Undo", key: "z", primary: true, inText: false },
  { id: "redo", title: "Redo", key: "z", primary: true, shift: true, inText: false },
  { id: "save-version", title: "Save a version", key: "s", primary: true, inText: true },
  { id: "toggle-panel", title: "Show or hide the panel", key: "b", primary: true, inText: true },
  { id: "toggle-drawer", title: "Show or hide the drawer", key: "j", primary: true, inText: true },
  { id: "content", title: "Content", key: "1", alt: true, inText: true },
  { id: "design", title: "Design", key: "2", alt: true, inText: true },
  { id: "chat", title: "Chat", key: "3", alt: true, inText: true },
  { id: "files", title: "Files", key: "4", alt: true, inText: true },
  { id: "history", title: "History", key: "5", alt: true, inText: true },
  { id: "help", title: "All shortcuts", key: "?", inText: false },
];

/** The part of a `KeyboardEvent` that decides. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: Alt with a digit types a special sign on a Mac. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Which shortcut a key press means, if any. `inText`: the focus is where text is typed. */
export function shortcutFor(press: KeyPress, inText: boolean): ShortcutId | null {
  const primary = press.ctrlKey || press.metaKey;
  const typed = press.altKey ? press.code.replace(/^Digit/, "") : press.key.toLowerCase();
  const match = SHORTCUTS.find(
    (shortcut) =>
      shortcut.key === typed &&
      (shortcut.primary ?? false) === primary &&
      (shortcut.alt ?? false) === press.altKey &&
      (shortcut.key === "?" || (shortcut.shift ?? false) === press.shiftKey),
  );
  return match !== undefined && (match.inText || !inText) ? match.id : null;
}

/** The keys as web/ui's Kbd takes them: `Mod+Shift+Z`. */
export function shortcutText(id: ShortcutId): string {
  const shortcut = SHORTCUTS.find((one) => one.id === id);
  if (shortcut === undefined) return "";
  return [
    ...(shortcut.primary ? ["Mod"] : []),
    ...(shortcut.alt ? ["Alt"] : []),
    ...(shortcut.shift ? ["Shift"] : []),
    shortcut.key.toUpperCase(),
  ].join("+");
}
