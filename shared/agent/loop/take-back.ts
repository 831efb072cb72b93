import { NPM_FILES } from "../../project.ts";
import type { Workspace } from "../../ports/workspace.ts";
import type { Journal } from "./journal.ts";

/** What was taken back, and what somebody else has changed since and was left. */
export interface TakenBack {
  readonly paths: readonly string[];
  readonly left: readonly string[];
}

interface Around {
  readonly workspace: Workspace;
  readonly journal: Journal;
}

/**
 * Takes the message’s changes back to the last state that was built without an error, and from there to
 * before the message where the finished page isn’t right in that state either.
 */
export async function takeBack(
  around: Around,
  isPageRight: () => Promise<boolean>,
): Promise<TakenBack> {
  const toGood = await goBack("good", around);
  if (around.journal.changes.length === 0 || (await isPageRight())) return toGood;
  const toOrigin = await goBack("origin", around);
  return {
    paths: [...new Set([...toGood.paths, ...toOrigin.paths])],
    left: [...new Set([...toGood.left, ...toOrigin.left])],
  };
}

async function goBack(to: "good" | "origin", { journal, workspace }: Around): Promise<TakenBack> {
  const current = new Map(
    await Promise.all(
      journal.paths.map(async (path) => [path, await workspace.read(path)] as const),
    ),
  );
  const { back, left } = journal.wayBack(to, current);
  if (back.length === 0) return { paths: [], left };
  const paths = back.map(({ path }) => path);
  const written = await workspace.write(back);
  if (!written.ok) return { paths: [], left: [...left, ...paths] };
  journal.wentBack(to, paths);
  return { paths, left };
}

/**
 * Looks at something with the message’s files as they were before it, and puts them back. `null` where
 * somebody else has changed one of them meanwhile: then nothing was touched. Packages stay as they are:
 * to remove and install them takes longer than the look, and what is more hurts no earlier page.
 */
export async function asItWasBefore<T>(
  { journal, workspace }: Around,
  look: () => Promise<T>,
): Promise<T | null> {
  const changes = journal.changes.filter(({ path }) => !isNpmFile(path));
  const holds = async (side: "before" | "after") => {
    const now = await Promise.all(changes.map(({ path }) => workspace.read(path)));
    return changes.filter((change, at) => now[at] === change[side]);
  };
  if ((await holds("after")).length < changes.length) return null;
  const written = await workspace.write(
    changes.map(({ path, before }) => ({ path, content: before })),
  );
  if (!written.ok) return null;
  try {
    return await look();
  } finally {
    // A file that its owner has changed while it was looked at is theirs.
    const back = await holds("before");
    await workspace.write(back.map(({ path, after }) => ({ path, content: after })));
  }
}

const isNpmFile = (path: string) => NPM_FILES.some((one) => one === path);
