import { and, eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { blobs, personTotals } from "../schema.ts";

/** A blob that is about to be put into the bucket. */
export interface NewBlob {
  readonly id: string;
  readonly objectName: string;
  /** Bytes of the content, and as stored. */
  readonly size: number;
  readonly storedSize: number;
}

export interface PersonTotals {
  readonly sequence: number;
  readonly storedBytes: number;
}

/**
 * The person's row of totals, made when needed and locked until the transaction ends; `null` where there
 * is no such person any more.
 */
export async function lockTotals(
  transaction: Database,
  personId: string,
): Promise<PersonTotals | null> {
  // The person's row first, as their deletion does, so that neither waits for the other in a circle.
  const [row] = await transaction.execute<{ sequence: string; stored_bytes: string }>(
    sql`insert into person_totals (person_id)
      select id from people where id = ${personId} for key share
      on conflict (person_id) do update set person_id = excluded.person_id
      returning sequence, stored_bytes`,
  );
  return row ? { sequence: Number(row.sequence), storedBytes: Number(row.stored_bytes) } : null;
}

/**
 * Notes blobs before the bucket gets them, and counts them towards the person's storage: together at
 * most `limit` bytes, exact under concurrency.
 * @returns those that the bucket doesn't have yet; `full` when they don't fit, `gone` without a person
 */
export async function reserveBlobs(
  database: Database,
  personId: string,
  wanted: readonly NewBlob[],
  limit: number,
): Promise<readonly NewBlob[] | "full" | "gone"> {
  if (wanted.length === 0) return [];
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return "gone";
    const ids = wanted.map(({ id }) => id);
    const there = new Map(
      (
        await transaction
          .update(blobs)
          .set({ touchedAt: sql`now()` })
          .where(inArray(blobs.id, ids))
          .returning({ id: blobs.id, stored: blobs.stored })
      ).map(({ id, stored }) => [id, stored]),
    );
    const unknown = wanted.filter(({ id }) => !there.has(id));
    const total = totals.storedBytes + unknown.reduce((sum, { storedSize }) => sum + storedSize, 0);
    if (unknown.length > 0 && total > limit) return "full";
    if (unknown.length > 0) {
      await transaction
        .insert(blobs)
        .values(unknown.map((blob) => ({ ...blob, ownerId: personId })));
      await transaction
        .update(personTotals)
        .set({ storedBytes: total })
        .where(eq(personTotals.personId, personId));
    }
    return wanted.filter(({ id }) => there.get(id) !== true);
  });
}

/**
 * Says that the bucket has blobs under these names. The first upload of each wins.
 * @returns the ids of those for which it was this one
 */
export async function markStored(
  database: Database,
  stored: readonly Pick<NewBlob, "id" | "objectName">[],
): Promise<ReadonlySet<string>> {
  const names = sql.join(
    stored.map(({ id, objectName }) => sql`(${id}, ${objectName})`),
    sql`, `,
  );
  const marked = await database
    .update(blobs)
    .set({ stored: true, objectName: sql`named.object_name` })
    .from(sql`(values ${names}) as named (id, object_name)`)
    .where(and(eq(blobs.id, sql`named.id`), eq(blobs.stored, false)))
    .returning({ id: blobs.id });
  return new Set(marked.map(({ id }) => id));
}

export interface StoredBlob {
  readonly id: string;
  readonly objectName: string;
  readonly size: number;
  /** Somebody asked for it within the last day. */
  readonly isFresh: boolean;
}

const FRESH = sql<boolean>`${blobs.touchedAt} >= now() - interval '1 day'`;

/** Which of these blobs the bucket has. */
export async function findStored(
  database: Database,
  ids: readonly string[],
): Promise<readonly StoredBlob[]> {
  if (ids.length === 0) return [];
  return database
    .select({ id: blobs.id, objectName: blobs.objectName, size: blobs.size, isFresh: FRESH })
    .from(blobs)
    .where(and(inArray(blobs.id, [...ids]), eq(blobs.stored, true)));
}

/** The same, and they stay until the transaction ends. */
export async function holdStored(
  transaction: Database,
  ids: readonly string[],
): Promise<readonly Omit<StoredBlob, "isFresh">[]> {
  if (ids.length === 0) return [];
  return transaction
    .select({ id: blobs.id, objectName: blobs.objectName, size: blobs.size })
    .from(blobs)
    .where(and(inArray(blobs.id, [...ids]), eq(blobs.stored, true)))
    .orderBy(blobs.id)
    .for("share");
}

/** Says that somebody wants them: what nothing names is kept for a while from now. */
export async function touchBlobs(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database
    .update(blobs)
    .set({ touchedAt: sql`now()` })
    .where(inArray(blobs.id, [...ids]));
}

/** Bytes that a person's blobs take, as stored. */
export async function readStoredBytes(database: Database, personId: string): Promise<number> {
  const rows = await database
    .select({ storedBytes: personTotals.storedBytes })
    .from(personTotals)
    .where(eq(personTotals.personId, personId));
  return rows[0]?.storedBytes ?? 0;
}

/** Nothing names it. */
const isOrphan = and(
  sql`not exists (select 1 from portfolio_blobs where blob_id = ${blobs.id})`,
  sql`not exists (select 1 from version_blobs where blob_id = ${blobs.id})`,
  sql`not exists (select 1 from message_blobs where blob_id = ${blobs.id})`,
  sql`not exists (select 1 from snapshot_blobs where blob_id = ${blobs.id})`,
  sql`not exists (select 1 from source_cvs where blob_id = ${blobs.id})`,
  sql`not exists (select 1 from source_cvs where reading_blob_id = ${blobs.id})`,
);

/**
 * Takes blobs out of use that nothing names and nobody has asked for since `before`: an upload that
 * comes later puts a new object.
 * @returns what may now be removed from the bucket
 */
export const retireOrphans = (database: Database, before: Date, most: number) =>
  retire(database, lt(blobs.touchedAt, before), most);

/** The same of certain blobs, whenever they were asked for. */
export const retireThese = (database: Database, ids: readonly string[]) =>
  retire(database, inArray(blobs.id, [...ids]), ids.length);

async function retire(
  database: Database,
  which: SQL,
  most: number,
): Promise<readonly Pick<NewBlob, "id" | "objectName">[]> {
  return database.transaction(async (transaction) => {
    const due = await transaction
      .select({ id: blobs.id, objectName: blobs.objectName })
      .from(blobs)
      .where(and(which, isOrphan))
      .limit(most)
      .for("update", { skipLocked: true });
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return [];
    // Whoever named one between our look and our lock has won.
    return transaction
      .update(blobs)
      .set({ stored: false })
      .where(and(inArray(blobs.id, ids), isOrphan))
      .returning({ id: blobs.id, objectName: blobs.objectName });
  });
}

/** Forgets a retired blob whose object is gone, and gives back the storage it counted for. */
export async function forgetBlob(
  database: Database,
  { id, objectName }: Pick<NewBlob, "id" | "objectName">,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const [gone] = await transaction
      .delete(blobs)
      .where(and(eq(blobs.id, id), eq(blobs.objectName, objectName), eq(blobs.stored, false)))
      .returning({ ownerId: blobs.ownerId, storedSize: blobs.storedSize });
    if (!gone) return;
    await transaction
      .update(personTotals)
      .set({ storedBytes: sql`greatest(0, ${personTotals.storedBytes} - ${gone.storedSize})` })
      .where(eq(personTotals.personId, gone.ownerId));
  });
}
