import type {
  KeptVersion,
  SaveVersion,
  VersionEntry,
  Written,
} from "../../shared/api/portfolios.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { findPortfolio, markChanged, takeSequence } from "../db/rows/portfolio-rows.ts";
import {
  addVersion,
  findVersions,
  listVersions,
  type VersionEntryRow,
} from "../db/rows/version-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import type { PersonKey } from "../keys/person-key.ts";
import {
  contentsMissing,
  lifeOf,
  NOT_KEPT,
  rowIdOf,
  type Keeping,
  type Page,
} from "./kept-portfolios.ts";
import { checkPaths, holdTree, type Tree } from "./kept-tree.ts";

/** What is sealed for lists. */
type Summary = Pick<VersionEntry, "id" | "parentId" | "label" | "at">;

async function entryOf(key: PersonKey, row: VersionEntryRow): Promise<VersionEntry> {
  const summary = (await key.unsealJson(row.sealedSummary, `version ${row.id}`)) as Summary;
  const { sequence, fileCount } = row;
  return { ...summary, kind: row.kind as VersionEntry["kind"], sequence, fileCount };
}

/** A portfolio's versions after a change number. Fails with `not-found`. */
export async function listKeptVersions(
  { database, key, personId }: Keeping,
  portfolioId: string,
  after: number,
  limit: number,
): Promise<Result<Page<VersionEntry, VersionEntryRow>>> {
  const portfolio = await findPortfolio(database, personId, await rowIdOf(key, portfolioId));
  if (!portfolio) return fail(NOT_KEPT);
  const rows = await listVersions(database, portfolio.id, after, limit);
  const items = await Promise.all(rows.map((row) => entryOf(key, row)));
  return ok({ items, last: rows.length === limit ? rows.at(-1)! : null });
}

/** These versions with their trees, those that are there. Fails with `not-found` without the portfolio. */
export async function readKeptVersions(
  { database, key, personId }: Keeping,
  portfolioId: string,
  ids: readonly string[],
): Promise<Result<KeptVersion[]>> {
  const portfolio = await findPortfolio(database, personId, await rowIdOf(key, portfolioId));
  if (!portfolio) return fail(NOT_KEPT);
  const rowIds = await Promise.all(ids.map((id) => key.idOf("version", id)));
  const rows = await findVersions(database, portfolio.id, rowIds);
  return ok(
    await Promise.all(
      rows.map(async (row) => ({
        ...(await entryOf(key, row)),
        tree: (await key.unsealJson(row.sealedTree, `version tree ${row.id}`)) as Tree,
      })),
    ),
  );
}

/**
 * Adds versions, all or none; those that are there stay as they are. Fails with `not-found` without the
 * portfolio, `invalid` or `too-large` when one may not be kept.
 */
export async function saveKeptVersions(
  keeping: Keeping,
  portfolioId: string,
  versions: readonly SaveVersion[],
): Promise<Result<Written>> {
  for (const { tree } of versions) {
    const checked = checkPaths(tree);
    if (!checked.ok) return checked;
  }
  const { database, key, blobs, personId } = keeping;
  const rowId = await rowIdOf(key, portfolioId);
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return fail(PERSON_GONE);
    const [portfolio, ...trees] = await Promise.all([
      findPortfolio(transaction, personId, rowId),
      ...versions.map(({ tree }) => holdTree(transaction, blobs, tree)),
    ]);
    if (!portfolio || portfolio.deletedAt !== null) return fail(NOT_KEPT);
    const contents: (readonly string[])[] = [];
    for (const held of trees) {
      if (!held.ok) return held;
      if ("missing" in held.value) return ok(contentsMissing(held.value.missing));
      contents.push(held.value.ids);
    }
    let { sequence } = portfolio;
    let next = totals.sequence;
    for (const [index, version] of versions.entries()) {
      next += 1;
      const row = await rowOf(keeping, portfolio.id, version, next);
      if (await addVersion(transaction, row, contents[index]!)) sequence = next;
    }
    await Promise.all([
      takeSequence(transaction, personId, next),
      sequence !== portfolio.sequence && markChanged(transaction, portfolio.id, sequence),
    ]);
    const life = await lifeOf(key, portfolio);
    return ok({ status: "kept", revision: portfolio.revision, sequence, life } as const);
  });
}

async function rowOf(
  { key, personId, now }: Keeping,
  portfolioRowId: string,
  { id, parentId, label, kind, at, tree }: SaveVersion,
  sequence: number,
) {
  const rowId = await key.idOf("version", id);
  const summary: Summary = { id, parentId, label, at };
  return {
    id: rowId,
    portfolioId: portfolioRowId,
    ownerId: personId,
    sequence,
    kind,
    sealedSummary: await key.sealJson(summary, `version ${rowId}`),
    sealedTree: await key.sealJson(tree, `version tree ${rowId}`),
    fileCount: Object.keys(tree).length,
    createdAt: new Date(now()),
  };
}
