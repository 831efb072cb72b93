import type { SourceEntry, Written } from "../../shared/api/portfolios.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { holdStored, lockTotals } from "../db/rows/blob-rows.ts";
import {
  deleteSource,
  findPortfolio,
  findSource,
  markChanged,
  takeSequence,
  putSource,
} from "../db/rows/portfolio-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { contentsMissing, lifeOf, NOT_KEPT, rowIdOf, type Keeping } from "./kept-portfolios.ts";

/** The CV that a portfolio came from, as it is kept. */
export interface KeptSource extends SourceEntry {
  readonly portfolioRowId: string;
  /** Epoch milliseconds. */
  readonly consentedAt: number;
}

/** Keeps a CV, for which its owner has just agreed. Fails with `not-found` without the portfolio. */
export async function saveKeptSource(
  { database, key, blobs, personId, now }: Keeping,
  portfolioId: string,
  source: SourceEntry,
): Promise<Result<Written>> {
  const rowId = await rowIdOf(key, portfolioId);
  const keys = [source.content, source.reading];
  const idOf = await blobs.idsOf(keys);
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return fail(PERSON_GONE);
    const portfolio = await findPortfolio(transaction, personId, rowId);
    if (!portfolio || portfolio.deletedAt !== null) return fail(NOT_KEPT);
    const there = await holdStored(transaction, [...idOf.values()]);
    const ids = new Set(there.map(({ id }) => id));
    const missing = keys.filter((contentKey) => !ids.has(idOf.get(contentKey)!));
    if (missing.length > 0) return ok(contentsMissing(missing));
    const sequence = totals.sequence + 1;
    await takeSequence(transaction, personId, sequence);
    await putSource(transaction, {
      portfolioId: rowId,
      ownerId: personId,
      consentedAt: new Date(now()),
      blobId: idOf.get(source.content)!,
      readingBlobId: idOf.get(source.reading)!,
      sealedSummary: await key.sealJson(source, `source ${rowId}`),
      sequence,
      createdAt: new Date(now()),
    });
    await markChanged(transaction, rowId, sequence);
    const life = await lifeOf(key, portfolio);
    return ok({ status: "kept", revision: portfolio.revision, sequence, life } as const);
  });
}

/** The kept CV by its portfolio's row. Fails with `not-found`. */
export async function readKeptSource(
  { database, key, personId }: Pick<Keeping, "database" | "key" | "personId">,
  portfolioRowId: string,
): Promise<Result<KeptSource>> {
  const row = await findSource(database, portfolioRowId);
  if (!row || row.ownerId !== personId) return fail(NOT_KEPT);
  const source = (await key.unsealJson(
    row.sealedSummary,
    `source ${portfolioRowId}`,
  )) as SourceEntry;
  return ok({ ...source, portfolioRowId, consentedAt: row.consentedAt.getTime() });
}

/**
 * Removes the CV from the account, and its contents from the bucket unless something else names them:
 * who withdraws consent isn't told to wait for a clean-up. @returns whether there was one
 */
export async function withdrawSource(keeping: Keeping, portfolioId: string): Promise<boolean> {
  const { database, key, personId, blobs } = keeping;
  const rowId = await rowIdOf(key, portfolioId);
  const source = await readKeptSource(keeping, rowId);
  const wasThere = await database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals || !(await deleteSource(transaction, rowId))) return false;
    const sequence = totals.sequence + 1;
    await takeSequence(transaction, personId, sequence);
    await markChanged(transaction, rowId, sequence);
    return true;
  });
  if (source.ok) await blobs.discard([source.value.content, source.value.reading]);
  return wasThere;
}
