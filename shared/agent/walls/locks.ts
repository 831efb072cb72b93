import { RESUME_PATH, THEME_PATH, type ProjectPath } from "../../project.ts";
import type { Lock } from "../../conversation.ts";

/**
 * The lock that forbids this change; `null` where none does. A locked section is its component
 * (`src/sections/Work.tsx`), its entries in the résumé and its line in `theme.json`; that it comes
 * earlier or later on the page isn’t a change of it.
 */
export function lockOn(
  change: {
    readonly path: ProjectPath;
    readonly before: string | null;
    /** `null`: it goes. */
    readonly after: string | null;
  },
  locks: readonly Lock[],
): Lock | null {
  return (
    locks.find((lock) =>
      lock.kind === "file" ? isFile(lock.path, change.path) : touches(lock.id, change),
    ) ?? null
  );
}

/** The lock in words: `src/App.tsx`, `the section “work”`. */
export const nameOfLock = (lock: Lock): string =>
  lock.kind === "file" ? lock.path : `the section “${lock.id}”`;

const isFile = (locked: ProjectPath, path: ProjectPath) =>
  locked.toLowerCase() === path.toLowerCase();

function touches(id: string, { path, before, after }: Parameters<typeof lockOn>[0]): boolean {
  if (path === RESUME_PATH) {
    return keysOf(id).some((key) => differs(valueOf(before, [key]), valueOf(after, [key])));
  }
  if (path === THEME_PATH) return differs(themeLine(before, id), themeLine(after, id));
  const component = /^src\/(?:sections|parts|components)\/(.+)\.tsx?$/.exec(path)?.[1];
  return component?.toLowerCase() === id.toLowerCase();
}

/** Where a section’s contents are in JSON Resume; “about” is the summary, with the name above it. */
const keysOf = (id: string) => (id === "about" || id === "contact" ? ["basics"] : [id]);

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

function themeLine(text: string | null, id: string): unknown {
  const sections = valueOf(text, ["sections"]);
  return Array.isArray(sections)
    ? sections.find((one: unknown) => (one as { readonly id?: unknown } | null)?.id === id)
    : undefined;
}

/** A text that isn’t JSON differs from every value: nothing locked may get lost in it. */
function valueOf(text: string | null, keys: readonly string[]): unknown {
  try {
    return keys.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null)?.[key],
      JSON.parse(text ?? "null"),
    );
  } catch {
    return { unreadable: text };
  }
}
