import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { parseProjectPath, PROJECT_LIMITS } from "../../shared/project.ts";
import type { Database } from "../db/open-database.ts";
import { holdStored } from "../db/rows/blob-rows.ts";
import type { Blobs } from "./blobs.ts";

/** Path → key of its content. */
export type Tree = Readonly<Record<string, string>>;

/** What a tree's contents are kept as, or which aren't kept. */
export type Held = { readonly ids: readonly string[] } | { readonly missing: readonly string[] };

/** Whether every name may be a file's, as `parseProjectPath` writes it. Fails with `invalid`. */
export function checkPaths(tree: Tree): Result<void> {
  for (const path of Object.keys(tree)) {
    const parsed = parseProjectPath(path);
    if (!parsed.ok) return parsed;
    if (parsed.value !== path) return fail(unclean(path));
  }
  return ok(undefined);
}

/**
 * Finds a tree's contents and keeps them from going until the transaction ends. Fails with `too-large`
 * when the files together are more than a portfolio may have.
 */
export async function holdTree(
  transaction: Database,
  blobs: Blobs,
  tree: Tree,
): Promise<Result<Held>> {
  const keys = [...new Set(Object.values(tree))];
  const idOf = await blobs.idsOf(keys);
  const there = await holdStored(transaction, [...idOf.values()]);
  const sizes = new Map(there.map(({ id, size }) => [id, size]));
  const missing = keys.filter((key) => !sizes.has(idOf.get(key)!));
  if (missing.length > 0) return ok({ missing });
  const total = Object.values(tree).reduce((sum, key) => sum + sizes.get(idOf.get(key)!)!, 0);
  return total > PROJECT_LIMITS.totalBytes ? fail(TOO_LARGE) : ok({ ids: [...sizes.keys()] });
}

const unclean = (path: string): Failure => ({
  kind: "invalid",
  message: `“${path}” can’t be used as a file name.`,
  nextStep: "Rename the file.",
  retryable: false,
});
const TOO_LARGE: Failure = {
  kind: "too-large",
  message: `A portfolio has at most ${PROJECT_LIMITS.totalBytes / 1_000_000} MB of files.`,
  nextStep: "Remove or shrink some; all of it stays in this browser meanwhile.",
  retryable: false,
};
