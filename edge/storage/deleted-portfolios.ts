import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { KeptPortfolio } from "../../shared/api/portfolios.ts";
import { PROJECT_LIFE } from "../../shared/limits.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { addSnapshot, deleteSnapshot, findDeletedPortfolio } from "../db/rows/snapshot-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import {
  deleteKept,
  NOT_KEPT,
  readKept,
  rowIdOf,
  saveKept,
  type Keeping,
} from "./kept-portfolios.ts";
import { holdTree, type Tree } from "./kept-tree.ts";
import { saveKeptVersions } from "./kept-versions.ts";

/** What comes back beside the files. */
type About = Pick<KeptPortfolio, "name" | "templateId" | "createdAt">;

/**
 * Deletes a portfolio as `deleteKept` does, but for a snapshot of its files that stays for a while.
 * @returns until when it can be brought back, in epoch milliseconds
 */
export async function deleteWithSnapshot(
  keeping: Keeping,
  portfolioId: string,
): Promise<Result<number>> {
  const there = await readKept(keeping, portfolioId);
  if (!there.ok) return there;
  if (there.value.isDeleted) return fail(NOT_KEPT);
  const until = keeping.now() + PROJECT_LIFE.deletedMs;
  const kept = await keepSnapshot(keeping, portfolioId, there.value, until);
  if (!kept.ok) return kept;
  // What somebody changed since isn’t in the snapshot: then nothing is deleted.
  const gone = await deleteKept(keeping, portfolioId, {
    revision: there.value.revision,
  });
  return gone.ok ? ok(until) : gone;
}

async function keepSnapshot(
  { database, blobs, key, personId, now }: Keeping,
  portfolioId: string,
  { tree, name, templateId, createdAt }: KeptPortfolio,
  expiresAt: number,
): Promise<Result<void>> {
  const id = crypto.randomUUID();
  const about: About = { name, templateId, createdAt };
  const portfolioRowId = await rowIdOf(key, portfolioId);
  return database.transaction(async (transaction) => {
    if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
    const held = await holdTree(transaction, blobs, tree);
    if (!held.ok) return held;
    if ("missing" in held.value) return fail(HAS_HOLES);
    const row = {
      id,
      ownerId: personId,
      portfolioId: portfolioRowId,
      sandboxId: null,
      kind: "deletion",
      size: 0,
      sealedTree: await key.sealJson(tree, sealedNameOf("snapshots", "tree", id)),
      sealedAbout: await key.sealJson(about, sealedNameOf("snapshots", "about", id)),
      createdAt: new Date(now()),
      expiresAt: new Date(expiresAt),
    };
    await addSnapshot(transaction, row, held.value.ids);
    return ok(undefined);
  });
}

/**
 * Brings a deleted portfolio’s files back as its first version of a new life. Fails with `not-found` where
 * nothing is left of it, with `conflict` where it isn’t deleted.
 */
export async function bringBack(keeping: Keeping, portfolioId: string): Promise<Result<void>> {
  const { database, key, personId, now } = keeping;
  const there = await readKept(keeping, portfolioId);
  if (!there.ok) return there;
  const rowId = await rowIdOf(key, portfolioId);
  const left = await findDeletedPortfolio(database, personId, rowId, new Date(now()));
  if (!there.value.isDeleted) return fail(IS_THERE);
  if (!left?.sealedAbout) return fail(NOTHING_LEFT);
  const open = (what: string, sealed: Uint8Array) =>
    key.unsealJson(sealed, sealedNameOf("snapshots", what, left.id));
  const tree = (await open("tree", left.sealedTree)) as Tree;
  const about = (await open("about", left.sealedAbout)) as About;
  const versionId = crypto.randomUUID();
  const at = now();
  const { revision } = there.value;
  const state = { revision, tree, headVersionId: versionId, updatedAt: at };
  const saved = await saveKept(keeping, portfolioId, { ...about, ...state });
  if (!saved.ok) return saved;
  const version = { id: versionId, parentId: null, label: "Brought back", at, tree } as const;
  const kept = await saveKeptVersions(keeping, portfolioId, [{ ...version, kind: "restore" }]);
  if (!kept.ok) return kept;
  await deleteSnapshot(database, left.id);
  return ok(undefined);
}

const HAS_HOLES: Failure = {
  kind: "conflict",
  message: "Some files of this project aren’t in the account yet.",
  nextStep: "Open it where it was made: they are sent from there. Then delete it again.",
  retryable: true,
};
const IS_THERE: Failure = {
  kind: "conflict",
  message: "This project isn’t deleted.",
  nextStep: "Go on with it as it is.",
  retryable: false,
};
const NOTHING_LEFT: Failure = {
  kind: "not-found",
  message: "Nothing is left of this project to bring back.",
  nextStep: "Make it anew; a snapshot stays for a week after a deletion.",
  retryable: false,
};
