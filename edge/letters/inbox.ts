import type { KeptLetter } from "../../shared/api/letters.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { LETTER_LIMITS } from "../../shared/limits.ts";
import { letterSchema } from "../../shared/site/letter.ts";
import {
  changeLetter,
  deleteLetter,
  findLetter,
  listLetters,
  type LetterRow,
} from "../db/rows/letter-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { NOT_FOUND } from "../refusals.ts";
import type { Keeping } from "../storage/kept-portfolios.ts";

type Box = Pick<Keeping, "database" | "key" | "personId" | "now">;

async function opened({ key }: Box, row: LetterRow): Promise<KeptLetter> {
  const name = sealedNameOf("site_messages", "letter", row.id);
  return {
    id: row.id,
    publicationId: row.publicationId,
    ...letterSchema.parse(await key.unsealJson(row.sealedLetter, name)),
    sentAt: row.createdAt.getTime(),
    isRead: row.readAt !== null,
    isArchived: row.archivedAt !== null,
  };
}

/** A page of letters, newest first. @param after where the page before ended */
export async function readInbox(
  box: Box,
  which: {
    readonly publicationId: string | null;
    readonly isArchived: boolean;
    readonly after: { readonly at: Date; readonly id: string } | null;
  },
): Promise<{ readonly items: KeptLetter[]; readonly next: string | null }> {
  const limit = LETTER_LIMITS.perPage;
  const rows = await listLetters(box.database, box.personId, { ...which, limit });
  const items = await Promise.all(rows.map((row) => opened(box, row)));
  const last = rows.length === limit ? rows.at(-1)! : null;
  return { items, next: last && `${last.createdAt.getTime()}.${last.id}` };
}

/** Marks a letter as read or unread, archives it or brings it back. Fails with `not-found`. */
export async function markLetter(
  box: Box,
  id: string,
  wish: { readonly isRead?: boolean | undefined; readonly isArchived?: boolean | undefined },
): Promise<Result<KeptLetter>> {
  const moment = (isSo: boolean) => (isSo ? new Date(box.now()) : null);
  if (!(await findLetter(box.database, box.personId, id))) return fail(NOT_FOUND);
  await changeLetter(box.database, id, {
    ...(wish.isRead === undefined ? {} : { readAt: moment(wish.isRead) }),
    ...(wish.isArchived === undefined ? {} : { archivedAt: moment(wish.isArchived) }),
  });
  const row = await findLetter(box.database, box.personId, id);
  return row ? ok(await opened(box, row)) : fail(NOT_FOUND);
}

/** Deletes a letter for good. Fails with `not-found`. */
export async function removeLetter(box: Box, id: string): Promise<Result<void>> {
  if (!(await findLetter(box.database, box.personId, id))) return fail(NOT_FOUND);
  await deleteLetter(box.database, id);
  return ok(undefined);
}
