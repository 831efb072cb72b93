import { and, asc, count, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { conversations, messageBlobs, messages, portfolios } from "../schema.ts";

export type ConversationRow = typeof conversations.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;

/** A portfolio's conversation; `null` where nothing was said. */
export async function findConversation(
  database: Database,
  portfolioId: string,
): Promise<ConversationRow | null> {
  const rows = await database
    .select()
    .from(conversations)
    .where(eq(conversations.portfolioId, portfolioId));
  return rows[0] ?? null;
}

/** Writes a conversation's own row, over what was there. */
export async function putConversation(transaction: Database, row: ConversationRow): Promise<void> {
  const { sealedPlace, updatedAt } = row;
  await transaction
    .insert(conversations)
    .values(row)
    .onConflictDoUpdate({ target: conversations.id, set: { sealedPlace, updatedAt } });
}

/** Messages that changed after a change number, in that order. */
export async function listMessages(
  database: Database,
  conversationId: string,
  after: number,
  limit: number,
): Promise<readonly MessageRow[]> {
  return database
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), gt(messages.position, after)))
    .orderBy(asc(messages.position))
    .limit(limit);
}

/** How many messages a person's portfolio has. */
export async function countMessages(
  database: Database,
  personId: string,
  portfolioId: string,
): Promise<number> {
  const [row] = await database
    .select({ n: count() })
    .from(messages)
    .innerJoin(conversations, eq(messages.conversationId, conversations.id))
    .where(and(eq(conversations.portfolioId, portfolioId), eq(conversations.ownerId, personId)));
  return row?.n ?? 0;
}

export async function findMessages(
  database: Database,
  conversationId: string,
  ids: readonly string[],
): Promise<readonly MessageRow[]> {
  if (ids.length === 0) return [];
  return database
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), inArray(messages.id, [...ids])));
}

/** Writes messages over earlier states of them, with the contents that each names. */
export async function putMessages(
  transaction: Database,
  rows: readonly { readonly row: MessageRow; readonly blobIds: readonly string[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = (column: string) => sql.raw(`excluded.${column}`);
  await transaction
    .insert(messages)
    .values(rows.map(({ row }) => row))
    .onConflictDoUpdate({
      target: messages.id,
      set: {
        position: given("position"),
        sealedText: given("sealed_text"),
        sealedToolCalls: given("sealed_tool_calls"),
        sealedDiffs: given("sealed_diffs"),
        model: given("model"),
        inputTokens: given("input_tokens"),
        outputTokens: given("output_tokens"),
        cachedTokens: given("cached_tokens"),
      },
    });
  const ids = rows.map(({ row }) => row.id);
  await transaction.delete(messageBlobs).where(inArray(messageBlobs.messageId, ids));
  const named = rows.flatMap(({ row, blobIds }) =>
    blobIds.map((blobId) => ({ messageId: row.id, blobId })),
  );
  if (named.length > 0) await transaction.insert(messageBlobs).values(named);
}

/** Lets go of all but the newest messages. */
export async function trimMessages(
  transaction: Database,
  conversationId: string,
  most: number,
): Promise<void> {
  const older = transaction
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .offset(most);
  await transaction.delete(messages).where(inArray(messages.id, older));
}

/** Notes on a portfolio that its conversation was changed. */
export async function markConversationChanged(
  transaction: Database,
  portfolioId: string,
  conversationChanges: number,
  sequence: number,
): Promise<void> {
  await transaction
    .update(portfolios)
    .set({ conversationChanges, sequence })
    .where(eq(portfolios.id, portfolioId));
}
