import type { FileTree } from "../../shared/ports/portfolio-storage.ts";
import type { State } from "./sync-record.ts";

/** What the account has: as it was when we last met, deleted, or another state. */
export type There =
  | { readonly kind: "unchanged" }
  | { readonly kind: "deleted" }
  | ({ readonly kind: "changed" } & State);

/** The last state in common. */
export type Base = (State & { readonly isDeleted: boolean }) | null;

export type Step = "nothing" | "send" | "delete-there" | "delete-here" | "adopt" | "merge";

export function sameTree(one: FileTree, other: FileTree): boolean {
  const paths = Object.keys(one);
  return (
    paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path])
  );
}

export const sameState = (one: State, other: State): boolean =>
  one.name === other.name && sameTree(one.tree, other.tree);

/**
 * What to do with one portfolio, given what is here, what the account has, and what both had when they
 * last met. Whatever was changed on either side wins over a deletion on the other.
 * @param hasUnsent versions were made here that the account doesn't have
 */
export function nextStep(here: State | null, base: Base, there: There, hasUnsent: boolean): Step {
  if (there.kind === "changed") return here ? "merge" : "adopt";
  if (!here) {
    const isThere = there.kind === "unchanged" && base !== null && !base.isDeleted;
    return isThere ? "delete-there" : "nothing";
  }
  const isAsBefore = base !== null && !base.isDeleted && sameState(here, base);
  if (there.kind === "deleted") return isAsBefore && !hasUnsent ? "delete-here" : "send";
  return isAsBefore ? "nothing" : "send";
}

/** Paths that differ from one tree to another, with the key there; `null`: gone. */
export function treeChanges(
  from: FileTree,
  to: FileTree,
): readonly { readonly path: string; readonly key: string | null }[] {
  const gone = Object.keys(from).filter((path) => !Object.hasOwn(to, path));
  const changed = Object.entries(to).filter(([path, key]) => from[path] !== key);
  return [
    ...gone.map((path) => ({ path, key: null })),
    ...changed.map(([path, key]) => ({ path, key })),
  ];
}
