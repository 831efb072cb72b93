import type { FileChange, FileContent, ProjectFiles, ProjectPath } from "../../shared/project.ts";
import { fileAt } from "../../shared/portfolio/apply-changes.ts";
import { contentsEqual } from "../../shared/portfolio/same-content.ts";

/** One act of the person. A path's steps are a chain: what one act left is what the next one found. */
export interface Edit {
  readonly label: string;
  readonly group: string | undefined;
  /** Epoch milliseconds of its last part. */
  readonly at: number;
  readonly steps: ReadonlyMap<ProjectPath, Step>;
}
interface Step {
  readonly before: FileContent | null;
  readonly after: FileContent | null;
}

/** What can be undone and redone; the last of each list is the next. */
export interface EditHistory {
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
}

export const EMPTY_HISTORY: EditHistory = { past: [], future: [] };

/** Acts of one group within this time are one (typing). */
export const COALESCE_MS = 2_000;

/** Each act holds the texts it replaced; this many are enough for a day, and little memory. */
const MOST_EDITS = 300;

/**
 * The history after an act. `changes` are effective on `files`, the state before them. What had been
 * undone can't be redone any more.
 */
export function recordEdit(
  history: EditHistory,
  files: ProjectFiles,
  changes: readonly FileChange[],
  act: {
    readonly label: string;
    readonly group?: string;
    readonly isLasting?: boolean;
    readonly at: number;
  },
): EditHistory {
  const steps = new Map(
    changes.map(({ path, content }) => [path, { before: fileAt(files, path), after: content }]),
  );
  const last = history.past.at(-1);
  const joins =
    last !== undefined &&
    act.group !== undefined &&
    last.group === act.group &&
    history.future.length === 0 &&
    (act.isLasting === true || act.at - last.at <= COALESCE_MS);
  const edit: Edit = {
    label: act.label,
    group: act.group,
    at: act.at,
    steps: joins ? joinSteps(last.steps, steps) : steps,
  };
  const past = joins ? history.past.slice(0, -1) : history.past;
  return { past: edit.steps.size > 0 ? [...past, edit].slice(-MOST_EDITS) : past, future: [] };
}

function joinSteps(earlier: Edit["steps"], later: Edit["steps"]): Edit["steps"] {
  const joined = new Map(earlier);
  for (const [path, { before, after }] of later) {
    const first = joined.get(path)?.before ?? null;
    const from = joined.has(path) ? first : before;
    if (contentsEqual(from, after)) joined.delete(path);
    else joined.set(path, { before: from, after });
  }
  return joined;
}

export interface Turn {
  readonly history: EditHistory;
  readonly changes: readonly FileChange[];
}

const changesTo = (edit: Edit, side: keyof Step): readonly FileChange[] =>
  [...edit.steps].map(([path, step]) => ({ path, content: step[side] }));

/** Takes the last act back; `null` when there is none. */
export function undoEdit({ past, future }: EditHistory): Turn | null {
  const edit = past.at(-1);
  if (!edit) return null;
  return {
    history: { past: past.slice(0, -1), future: [...future, edit] },
    changes: changesTo(edit, "before"),
  };
}

/** Does again what was undone last; `null` when there is nothing. */
export function redoEdit({ past, future }: EditHistory): Turn | null {
  const edit = future.at(-1);
  if (!edit) return null;
  return {
    // A redone act is closed: typing after it is an act of its own.
    history: { past: [...past, { ...edit, group: undefined }], future: future.slice(0, -1) },
    changes: changesTo(edit, "after"),
  };
}

/**
 * Lets go of files that somebody else has changed: to undo past that would undo their work. Other
 * files of the same acts can still be undone.
 */
export function forgetPaths(history: EditHistory, paths: ReadonlySet<ProjectPath>): EditHistory {
  const forget = (edits: readonly Edit[]) =>
    edits
      .map((edit) => ({
        ...edit,
        steps: new Map([...edit.steps].filter(([path]) => !paths.has(path))),
      }))
      .filter(({ steps }) => steps.size > 0);
  return { past: forget(history.past), future: forget(history.future) };
}
