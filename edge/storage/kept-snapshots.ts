import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { FileContent, ProjectFiles } from "../../shared/project.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { findPortfolio } from "../db/rows/portfolio-rows.ts";
import { findSnapshot, putSnapshot } from "../db/rows/snapshot-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { CONTENT_NOT_KEPT } from "./blobs.ts";
import { rowIdOf, type Keeping } from "./kept-portfolios.ts";
import { holdTree, type Tree } from "./kept-tree.ts";
import { treeOfFiles } from "./tree-of-files.ts";

/** Why it was kept: before its sandbox was stopped, archived or deleted. */
export type SnapshotKind = "stop" | "archive" | "deletion";

/** What comes back beside the files. */
export interface SnapshotAbout {
  /** By the id that browsers use. */
  readonly portfolioId: string | null;
  readonly serves: boolean;
  /** The terminal's folder below the project's, `src/sections`; empty for the project's own. */
  readonly terminalFolder: string;
}

export interface NewSnapshot {
  readonly id: string;
  readonly sandboxId: string;
  readonly kind: SnapshotKind;
  readonly files: ProjectFiles;
  readonly about: SnapshotAbout;
  /** Epoch milliseconds; `null` keeps it as long as its sandbox. */
  readonly expiresAt: number | null;
}

/**
 * Keeps a sandbox's files in its owner's account, in place of its earlier snapshot. Contents that are kept
 * already cost nothing. Names are whatever the machine had. Fails as `Blobs.put` and `holdTree` do; then
 * the earlier snapshot stays.
 */
export async function storeSnapshot(keeping: Keeping, made: NewSnapshot): Promise<Result<void>> {
  const { database, key, blobs, personId } = keeping;
  const { tree, contents } = await treeOfFiles(made.files);
  const put = await blobs.put(contents);
  if (!put.ok) return put;
  const { id, sandboxId, kind, about } = made;
  const portfolioRowId = about.portfolioId === null ? null : await rowIdOf(key, about.portfolioId);
  return database.transaction(async (transaction) => {
    if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
    const held = await holdTree(transaction, blobs, tree);
    if (!held.ok) return held;
    if ("missing" in held.value) return fail(WENT_MEANWHILE);
    const isKept =
      portfolioRowId !== null && (await findPortfolio(transaction, personId, portfolioRowId));
    const row = {
      id,
      ownerId: personId,
      portfolioId: isKept ? portfolioRowId : null,
      sandboxId,
      kind,
      size: contents.reduce((sum, { bytes }) => sum + bytes.length, 0),
      sealedTree: await key.sealJson(tree, sealedNameOf("snapshots", "tree", id)),
      sealedAbout: await key.sealJson(about, sealedNameOf("snapshots", "about", id)),
      createdAt: new Date(keeping.now()),
      expiresAt: made.expiresAt === null ? null : new Date(made.expiresAt),
    };
    await putSnapshot(transaction, row, held.value.ids);
    return ok(undefined);
  });
}

/**
 * A sandbox's files as its snapshot has them. Fails with `not-found` where none is kept, or any of its
 * contents isn't: never a project with holes.
 */
export async function readSnapshot(
  { database, key, blobs, personId }: Keeping,
  sandboxId: string,
): Promise<Result<ProjectFiles>> {
  const row = await findSnapshot(database, personId, sandboxId);
  if (!row) return fail(NO_SNAPSHOT);
  const tree = await key.unsealJson(row.sealedTree, sealedNameOf("snapshots", "tree", row.id));
  const files: Record<string, FileContent> = {};
  const paths = Object.entries(tree as Tree);
  let at = 0;
  for await (const { key: contentKey, bytes } of blobs.readEach(paths.map(([, one]) => one))) {
    if (!bytes) return fail(CONTENT_NOT_KEPT);
    const isText = contentKey.startsWith("t-");
    files[paths[at++]![0]] = isText
      ? new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes)
      : bytes;
  }
  return ok(files);
}

/** What is known of a sandbox that isn't deleted, by its snapshot. Fails with `not-found`. */
export async function findKeptSandbox(
  { database, key, personId }: Keeping,
  sandboxId: string,
): Promise<Result<SnapshotAbout>> {
  const row = await findSnapshot(database, personId, sandboxId);
  if (!row?.sealedAbout || row.expiresAt !== null) return fail(NO_SNAPSHOT);
  const about = await key.unsealJson(row.sealedAbout, sealedNameOf("snapshots", "about", row.id));
  return ok(about as SnapshotAbout);
}

const WENT_MEANWHILE: Failure = {
  kind: "conflict",
  message: "A file was taken away while the sandbox was kept.",
  nextStep: "It is tried again by itself; nothing is lost.",
  retryable: true,
};
const NO_SNAPSHOT: Failure = {
  kind: "not-found",
  message: "Nothing is kept of this sandbox.",
  nextStep: "Open a new one; your portfolio is safe.",
  retryable: false,
};
