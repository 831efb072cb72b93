import { readResume } from "../../portfolio/read-resume.ts";
import { readTheme } from "../../portfolio/read-theme.ts";
import { RESUME_PATH, THEME_PATH, type ProjectPath } from "../../project.ts";
import type { Lock } from "../../conversation.ts";
import { lockOn, nameOfLock } from "./locks.ts";
import { newReach } from "./outside-requests.ts";
import { judgePackageEdit } from "./package-edit.ts";
import { no, YES, type Verdict } from "./verdict.ts";

export interface WantedChange {
  /** Admitted for writing. */
  readonly path: ProjectPath;
  readonly before: string | null;
  readonly after: string;
}

/** Whether a file may be changed so: what is locked, what must stay readable, what would reach outside. */
export function judgeChange(change: WantedChange, locks: readonly Lock[]): Verdict {
  const { path, before, after } = change;
  const locked = whyLocked(change, locks);
  if (locked !== null) return no(locked);
  const unreadable = whyUnreadable(path, after);
  if (unreadable !== null) return no(unreadable);
  if (path === "package.json") return judgePackageEdit(before, after);
  const { hosts, ways, never } = newReach(path, before ?? "", after);
  if (never.length > 0) return no(`${path} ${never.join(", and ")}. Nothing was written.`);
  const picture = path === RESUME_PATH ? newPictureHost(before, after) : [];
  const about = [...new Set([...hosts, ...picture, ...ways])];
  if (about.length === 0) return YES;
  return {
    kind: "ask",
    wish: {
      what: "outside",
      about: about.join(", "),
      said: `${path} could load something from outside, or send something there, whenever somebody opens the site.`,
    },
  };
}

/** Whether a file may go. */
export function judgeRemoval(path: ProjectPath, locks: readonly Lock[]): Verdict {
  const locked = whyLocked({ path, before: null, after: null }, locks);
  return locked === null ? YES : no(locked);
}

/**
 * Whether a file may have another path. What it holds is judged as new there, but where it is read as
 * the same kind of thing as before.
 */
export function judgeMove(
  move: { readonly from: ProjectPath; readonly to: ProjectPath; readonly text: string },
  locks: readonly Lock[],
): Verdict {
  const { from, to, text } = move;
  const leaves = judgeRemoval(from, locks);
  if (leaves.kind !== "yes") return leaves;
  const before = kindOfPlace(from) === kindOfPlace(to) ? text : null;
  return judgeChange({ path: to, before, after: text }, locks);
}

/** `src/data/` holds data and `public/` is served as it is; elsewhere the ending says what a file is. */
const kindOfPlace = (path: ProjectPath): string =>
  `${/^(?:src\/data|public)\//.exec(path)?.[0] ?? ""}${path.slice(path.lastIndexOf("."))}`;

function whyLocked(change: Parameters<typeof lockOn>[0], locks: readonly Lock[]): string | null {
  const lock = lockOn(change, locks);
  return lock
    ? `The owner has locked ${nameOfLock(lock)} against changes by you. Nothing was written.`
    : null;
}

/** Content and look are read by everything: a text that can’t be read never gets there. */
function whyUnreadable(path: ProjectPath, after: string): string | null {
  if (path === RESUME_PATH || path === THEME_PATH) {
    const read =
      path === RESUME_PATH ? readResume({ [path]: after }) : readTheme({ [path]: after });
    if (!read.ok)
      return `${path} couldn’t be read then. Nothing was written.\n${read.failure.detail}`;
    if (path === THEME_PATH && /url\s*\(|image-set|@import|[<>{};]/i.test(valuesOf(after))) {
      return `${path} holds more than colours, fonts and words. Nothing was written.`;
    }
  }
  return null;
}

const valuesOf = (json: string): string => {
  const values: string[] = [];
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") values.push(value);
    return value;
  });
  return values.join("\n");
};

/** The résumé’s picture is loaded by everyone who opens the site; its other addresses are links. */
function newPictureHost(before: string | null, after: string): readonly string[] {
  const pictureOf = (text: string | null) => {
    const read = readResume({ [RESUME_PATH]: text ?? "" });
    return read.ok ? String(read.value.basics?.image ?? "") : "";
  };
  const now = pictureOf(after);
  if (now === pictureOf(before)) return [];
  return /^\s*(?:[a-z][\w+.-]*:)?[\\/]{2}/i.test(now) ? [now.slice(0, 120)] : [];
}
