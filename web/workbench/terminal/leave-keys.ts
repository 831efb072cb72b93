export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Tab within this time after Escape leaves the terminal, in milliseconds. */
const LEAVE_WITHIN = 2_000;

/**
 * Which keys the shell doesn't get: Tab after Escape, so that the focus can leave by keyboard (WCAG
 * 2.1.2), and Ctrl or ⌘ J, which hides the drawer. Everything else is the shell's own.
 * @returns a function that says whether the shell may have the key
 */
export function keysForShell(now: () => number): (key: PressedKey) => boolean {
  let escaped = Number.NEGATIVE_INFINITY;
  return ({ type, key, ctrlKey, metaKey }) => {
    if (key.toLowerCase() === "j" && (ctrlKey || metaKey)) return false;
    if (type !== "keydown") return true;
    if (key === "Tab" && now() - escaped < LEAVE_WITHIN) return false;
    if (key === "Escape") escaped = now();
    else if (key !== "Shift") escaped = Number.NEGATIVE_INFINITY;
    return true;
  };
}
