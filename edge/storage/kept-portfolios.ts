import type {
  KeptPortfolio,
  PortfolioEntry,
  SavePortfolio,
  Written,
} from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Database } from "../db/open-database.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { deleteDraftsOf } from "../db/rows/draft-rows.ts";
import {
  clearPortfolio,
  findPortfolio,
  listChanges,
  listPortfolios,
  namePortfolioBlobs,
  putPortfolio,
  takeSequence,
  type PortfolioEntryRow,
  type PortfolioRow,
} from "../db/rows/portfolio-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { draftKeyOf } from "../publish/draft-key.ts";
import type { Blobs } from "./blobs.ts";
import { checkPaths, holdTree, type Tree } from "./kept-tree.ts";

/** What the account's side of keeping portfolios works with: one person's. */
export interface Keeping {
  readonly database: Database;
  readonly key: PersonKey;
  readonly blobs: Blobs;
  readonly personId: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The id under which a portfolio's row is kept. */
export const rowIdOf = (key: PersonKey, portfolioId: string) => key.idOf("portfolio", portfolioId);

/** What is sealed for lists. */
type Summary = Pick<
  PortfolioEntry,
  "id" | "name" | "templateId" | "life" | "createdAt" | "updatedAt"
>;

const summaryOf = async (
  key: PersonKey,
  row: Pick<PortfolioEntryRow, "id" | "sealedSummary">,
): Promise<Summary> => (await key.unsealJson(row.sealedSummary, `summary ${row.id}`)) as Summary;

/** The number of a portfolio's present life: that of the change that began it. */
export const lifeOf = async (key: PersonKey, row: PortfolioRow) => (await summaryOf(key, row)).life;

async function entryOf(key: PersonKey, row: PortfolioEntryRow): Promise<PortfolioEntry> {
  const summary = await summaryOf(key, row);
  const { revision, sequence, fileCount, conversationChanges } = row;
  const conversation = conversationChanges ?? 0;
  const isDeleted = row.deletedAt !== null;
  return { ...summary, revision, sequence, conversation, fileCount, isDeleted };
}

/** A page of a list, and the row that the next begins after. */
export interface Page<Item, Row> {
  readonly items: readonly Item[];
  readonly last: Row | null;
}

async function pageOf(
  key: PersonKey,
  rows: readonly PortfolioEntryRow[],
  limit: number,
): Promise<Page<PortfolioEntry, PortfolioEntryRow>> {
  const items = await Promise.all(rows.map((row) => entryOf(key, row)));
  return { items, last: rows.length === limit ? rows.at(-1)! : null };
}

/** Portfolios, last changed first. */
export const listKept = async (
  { database, key, personId }: Keeping,
  after: { readonly updatedAt: Date; readonly id: string } | null,
  limit: number,
) => pageOf(key, await listPortfolios(database, personId, after, limit), limit);

/** What changed after a change number, deleted ones too. */
export const listKeptChanges = async (
  { database, key, personId }: Keeping,
  after: number,
  limit: number,
) => pageOf(key, await listChanges(database, personId, after, limit), limit);

/** One portfolio with its tree; a deleted one has none. Fails with `not-found`. */
export async function readKept(
  { database, key, personId }: Keeping,
  portfolioId: string,
): Promise<Result<KeptPortfolio>> {
  const row = await findPortfolio(database, personId, await rowIdOf(key, portfolioId));
  if (!row) return fail(NOT_KEPT);
  const rest = (await key.unsealJson(row.sealedTree, `tree ${row.id}`)) as Sealed;
  return ok({ ...(await entryOf(key, row)), ...rest });
}

/** The id that the browser uses for a portfolio. */
export const portfolioIdOf = async (key: PersonKey, row: PortfolioRow): Promise<string> =>
  (await summaryOf(key, row)).id;

/** What is sealed beside the summary. */
type Sealed = Pick<KeptPortfolio, "tree" | "headVersionId">;

/**
 * Keeps a portfolio's state over the revision that the writer has seen (0: none). Fails with `conflict`
 * when another one is there, `invalid` or `too-large` when it may not be kept.
 */
export async function saveKept(
  keeping: Keeping,
  portfolioId: string,
  input: SavePortfolio,
): Promise<Result<Written>> {
  const checked = checkPaths(input.tree);
  if (!checked.ok) return checked;
  const { database, key, blobs, personId } = keeping;
  const id = await rowIdOf(key, portfolioId);
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return fail(PERSON_GONE);
    const [there, held] = await Promise.all([
      findPortfolio(transaction, personId, id),
      holdTree(transaction, blobs, input.tree),
    ]);
    if ((there?.revision ?? 0) !== input.revision) return fail(STALE);
    if (!held.ok) return held;
    if ("missing" in held.value) return ok(contentsMissing(held.value.missing));
    const sequence = totals.sequence + 1;
    const revision = input.revision + 1;
    const present = there?.deletedAt === null ? there : null;
    const life = present ? await lifeOf(key, present) : sequence;
    const conversationChanges = present?.conversationChanges ?? null;
    const place = { id, portfolioId, sequence, life, conversationChanges };
    const row = await rowOf(keeping, place, input);
    // What hangs on the row is sent after it, and with it.
    await Promise.all([
      takeSequence(transaction, personId, sequence),
      putPortfolio(transaction, row),
      namePortfolioBlobs(transaction, id, held.value.ids),
    ]);
    return ok({ status: "kept", revision, sequence, life } as const);
  });
}

interface Place {
  readonly id: string;
  readonly portfolioId: string;
  readonly sequence: number;
  readonly life: number;
  readonly conversationChanges: number | null;
}

async function rowOf(
  { key, personId, now }: Keeping,
  { id, portfolioId, sequence, life, conversationChanges }: Place,
  { name, templateId, createdAt, updatedAt, tree, headVersionId, revision }: SavePortfolio,
): Promise<PortfolioRow> {
  const summary: Summary = { id: portfolioId, name, templateId, life, createdAt, updatedAt };
  const sealed: Sealed = { tree, headVersionId };
  return {
    id,
    ownerId: personId,
    revision: revision + 1,
    sequence,
    sealedSummary: await key.sealJson(summary, `summary ${id}`),
    sealedTree: await key.sealJson(sealed, `tree ${id}`),
    fileCount: Object.keys(tree).length,
    conversationChanges,
    createdAt: new Date(now()),
    updatedAt: new Date(now()),
    deletedAt: null,
  };
}

/** Renames what is there. Fails with `not-found`. */
export async function renameKept(
  keeping: Keeping,
  portfolioId: string,
  name: string,
): Promise<Result<Written>> {
  const there = await readKept(keeping, portfolioId);
  if (!there.ok) return there;
  if (there.value.isDeleted) return fail(NOT_KEPT);
  return saveKept(keeping, portfolioId, { ...there.value, name, updatedAt: keeping.now() });
}

const NO_TREE: Tree = {};

/** What of a portfolio its deleter had seen; what is left out is deleted as it is. */
export interface Seen {
  readonly revision?: number | undefined;
  readonly conversation?: number | undefined;
}

/**
 * Deletes a portfolio with all that hangs on it; a tombstone tells other devices. Fails with `conflict`
 * when it isn't as it was seen, `not-found` when it isn't there.
 */
export async function deleteKept(
  { database, key, personId, now }: Keeping,
  portfolioId: string,
  seen: Seen,
): Promise<Result<Written>> {
  const id = await rowIdOf(key, portfolioId);
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return fail(PERSON_GONE);
    const there = await findPortfolio(transaction, personId, id);
    if (!there) return fail(NOT_KEPT);
    if (!isAsSeen(there, seen)) return fail(STALE);
    const { revision, sequence } = there;
    const life = await lifeOf(key, there);
    if (there.deletedAt !== null) return ok({ status: "kept", revision, sequence, life } as const);
    const at = now();
    const summary: Summary = {
      id: portfolioId,
      name: "",
      templateId: "",
      life,
      createdAt: there.createdAt.getTime(),
      updatedAt: at,
    };
    const next = totals.sequence + 1;
    await takeSequence(transaction, personId, next);
    await clearPortfolio(transaction, id);
    await deleteDraftsOf(transaction, personId, await draftKeyOf(portfolioId));
    await putPortfolio(transaction, {
      ...there,
      revision: revision + 1,
      sequence: next,
      sealedSummary: await key.sealJson(summary, `summary ${id}`),
      sealedTree: await key.sealJson({ tree: NO_TREE, headVersionId: "" }, `tree ${id}`),
      fileCount: 0,
      conversationChanges: null,
      updatedAt: new Date(at),
      deletedAt: new Date(at),
    });
    return ok({ status: "kept", revision: revision + 1, sequence: next, life } as const);
  });
}

const isAsSeen = (there: PortfolioRow, { revision, conversation }: Seen): boolean =>
  (revision === undefined || there.revision === revision) &&
  (conversation === undefined || (there.conversationChanges ?? 0) <= conversation);

export const contentsMissing = (keys: readonly string[]): Written => ({
  status: "contents-missing",
  keys: [...keys],
});

export const NOT_KEPT: Failure = {
  kind: "not-found",
  message: "There is nothing at this address.",
  nextStep: "Check the address.",
  retryable: false,
};
const STALE: Failure = {
  kind: "conflict",
  message: "This portfolio was changed on another device.",
  nextStep: "Fetch it and try again; nothing is lost.",
  retryable: true,
};
