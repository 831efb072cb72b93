import type { Added, AddMessages, ConversationPage } from "../../shared/api/conversation.ts";
import {
  laterOf,
  mergeConversations,
  mergePlaces,
  stampOf,
} from "../../shared/conversation-merge.ts";
import {
  NO_CONVERSATION,
  NO_PLACE,
  type Conversation,
  type ConversationPlace,
  type Message,
} from "../../shared/conversation.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { CONVERSATION_LIMITS } from "../../shared/limits.ts";
import type { Database } from "../db/open-database.ts";
import { holdStored, lockTotals } from "../db/rows/blob-rows.ts";
import {
  countMessages,
  findConversation,
  findMessages,
  listMessages,
  markConversationChanged,
  putConversation,
  putMessages,
  trimMessages,
  type ConversationRow,
  type MessageRow,
} from "../db/rows/conversation-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { findPortfolio, takeSequence, type PortfolioRow } from "../db/rows/portfolio-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { NOT_KEPT, rowIdOf, type Keeping } from "./kept-portfolios.ts";
import { messageOf, partsOf, type MessageParts, type PartedMessage } from "./message-parts.ts";

/**
 * Messages that changed after a change number, and what was chosen; a page of them. Fails with
 * `not-found` without the portfolio.
 */
export async function readKeptMessages(
  keeping: Keeping,
  portfolioId: string,
  after: number,
): Promise<Result<ConversationPage>> {
  const { database, key, blobs, personId } = keeping;
  const portfolio = await findPortfolio(database, personId, await rowIdOf(key, portfolioId));
  if (!portfolio) return fail(NOT_KEPT);
  const row = await findConversation(database, portfolio.id);
  const most = CONVERSATION_LIMITS.perCall;
  const rows = row ? await listMessages(database, row.id, after, most) : [];
  const items: Message[] = [];
  let letters = 0;
  for (const one of rows) {
    if (letters > CONVERSATION_LIMITS.answerLetters) break;
    const message = await messageOf(blobs, await openParts(key, one));
    if (!message.ok) return message;
    items.push(message.value);
    letters += JSON.stringify(message.value).length;
  }
  const isLast = items.length === rows.length && rows.length < most;
  return ok({
    items,
    next: isLast ? null : String(rows[items.length - 1]!.position),
    changes: portfolio.conversationChanges ?? 0,
    place: await placeOf(key, row),
  });
}

/** How many messages are kept about a portfolio; 0 where there is no such portfolio. */
export const countKeptMessages = async (
  { database, key, personId }: Keeping,
  portfolioId: string,
): Promise<number> => countMessages(database, personId, await rowIdOf(key, portfolioId));

/** A portfolio's whole conversation. Fails as `readKeptMessages` does. */
export async function readKeptConversation(
  keeping: Keeping,
  portfolioId: string,
): Promise<Result<Conversation>> {
  let whole = NO_CONVERSATION;
  for (let after: string | null = "0"; after !== null;) {
    const page = await readKeptMessages(keeping, portfolioId, Number(after));
    if (!page.ok) return page;
    whole = mergeConversations(whole, { ...page.value.place, messages: page.value.items });
    after = page.value.next;
  }
  return ok(whole);
}

/**
 * Adds messages to a portfolio's conversation, and later states of messages that are there: an earlier
 * state never replaces a later one, so that calls can come twice and in any order. Fails with `not-found`
 * without the portfolio, and as `Blobs.put` does; then nothing was added.
 */
export async function addKeptMessages(
  keeping: Keeping,
  portfolioId: string,
  given: AddMessages,
): Promise<Result<Added>> {
  const { database, key, personId } = keeping;
  const once = mergeConversations(NO_CONVERSATION, { ...NO_PLACE, messages: given.messages });
  const sent = await Promise.all(
    once.messages.map(async (message) => ({
      message,
      id: await key.idOf("message", `${portfolioId}\0${message.id}`),
      ...(await partsOf(message)),
    })),
  );
  const stored = await putContents(keeping, sent);
  if (!stored.ok) return stored;
  const portfolioRowId = await rowIdOf(key, portfolioId);
  return database.transaction(async (transaction) => {
    const totals = await lockTotals(transaction, personId);
    if (!totals) return fail(PERSON_GONE);
    const portfolio = await findPortfolio(transaction, personId, portfolioRowId);
    if (!portfolio || portfolio.deletedAt !== null) return fail(NOT_KEPT);
    const sequence = totals.sequence + 1;
    return write(transaction, keeping, portfolio, { sent, place: given.place, sequence });
  });
}

/** A message that somebody sent, with the id of its row. */
interface Sent extends PartedMessage {
  readonly message: Message;
  readonly id: string;
}

async function putContents({ blobs }: Keeping, sent: readonly Sent[]): Promise<Result<void>> {
  const contents = new Map(sent.flatMap((one) => one.contents).map((one) => [one.key, one]));
  const missing = await blobs.missing([...contents.keys()]);
  return missing.length > 0 ? blobs.put(missing.map((name) => contents.get(name)!)) : ok(undefined);
}

async function write(
  transaction: Database,
  keeping: Keeping,
  portfolio: PortfolioRow,
  given: {
    readonly sent: readonly Sent[];
    readonly place: ConversationPlace | undefined;
    readonly sequence: number;
  },
): Promise<Result<Added>> {
  const { key, blobs, personId, now } = keeping;
  const before = portfolio.conversationChanges ?? 0;
  const row = await findConversation(transaction, portfolio.id);
  const there = row
    ? await findMessages(
        transaction,
        row.id,
        given.sent.map(({ id }) => id),
      )
    : [];
  const later = await laterStates(keeping, there, given.sent);
  if (!later.ok) return later;
  const oldPlace = await placeOf(key, row);
  const place = given.place ? mergePlaces(oldPlace, given.place) : oldPlace;
  const isPlaceNew = JSON.stringify(place) !== JSON.stringify(oldPlace);
  if (later.value.length === 0 && !isPlaceNew) return ok({ before, changes: before });

  const idOf = await blobs.idsOf(later.value.flatMap(({ contents }) => contents.map((c) => c.key)));
  const held = await holdStored(transaction, [...new Set(idOf.values())]);
  if (held.length < new Set(idOf.values()).size) return fail(WENT_MEANWHILE);
  const at = new Date(now());
  await putConversation(transaction, {
    id: portfolio.id,
    portfolioId: portfolio.id,
    ownerId: personId,
    sealedPlace: await key.sealJson(place, sealedNameOf("conversations", "place", portfolio.id)),
    createdAt: at,
    updatedAt: at,
  });
  const rows = later.value.map(async (one, index) => ({
    row: await rowOf(key, portfolio.id, one, before + 1 + index),
    blobIds: one.contents.map((content) => idOf.get(content.key)!),
  }));
  await putMessages(transaction, await Promise.all(rows));
  await trimMessages(transaction, portfolio.id, CONVERSATION_LIMITS.messages);
  const changes = before + Math.max(1, later.value.length);
  await takeSequence(transaction, personId, given.sequence);
  await markConversationChanged(transaction, portfolio.id, changes, given.sequence);
  return ok({ before, changes });
}

/** Those that are new, or later states of what is there. */
async function laterStates(
  { key, blobs }: Keeping,
  there: readonly MessageRow[],
  sent: readonly Sent[],
): Promise<Result<readonly Sent[]>> {
  const rows = new Map(there.map((row) => [row.id, row]));
  const later: Sent[] = [];
  for (const one of sent) {
    const row = rows.get(one.id);
    if (!row) {
      later.push(one);
      continue;
    }
    const parts = await openParts(key, row);
    if (JSON.stringify(parts) === JSON.stringify(one.parts)) continue;
    const kept = await messageOf(blobs, parts);
    if (!kept.ok) return kept;
    const isSame = stampOf(kept.value) === stampOf(one.message);
    if (isSame && JSON.stringify(kept.value) === JSON.stringify(one.message)) continue;
    if (laterOf(kept.value, one.message) === one.message) later.push(one);
  }
  return ok(later);
}

async function openParts(key: PersonKey, row: MessageRow): Promise<MessageParts> {
  const open = async (what: string, sealed: Uint8Array | null) =>
    sealed === null ? null : key.unsealJson(sealed, sealedNameOf("messages", what, row.id));
  return {
    text: await open("text", row.sealedText),
    toolCalls: await open("tool-calls", row.sealedToolCalls),
    diffs: await open("diffs", row.sealedDiffs),
  };
}

async function rowOf(
  key: PersonKey,
  conversationId: string,
  { id, message, parts }: Sent,
  position: number,
): Promise<MessageRow> {
  const sealed = (what: string, part: unknown) =>
    key.sealJson(part, sealedNameOf("messages", what, id));
  const cost = message.run?.cost;
  return {
    id,
    conversationId,
    position,
    role: message.from,
    sealedText: await sealed("text", parts.text),
    sealedToolCalls: parts.toolCalls === null ? null : await sealed("tool-calls", parts.toolCalls),
    sealedDiffs: parts.diffs === null ? null : await sealed("diffs", parts.diffs),
    model: cost && MODEL_NAME.test(cost.model) ? cost.model : null,
    inputTokens: count(cost?.inputTokens),
    outputTokens: count(cost?.outputTokens),
    cachedTokens: count(cost?.cachedTokens),
    createdAt: new Date(message.at),
  };
}

/** As providers name them; the column is in plain. */
const MODEL_NAME = /^[\w.:/@-]{1,100}$/;

/** What somebody says they counted, as a column holds it. */
const count = (tokens = 0): number => Math.min(Math.max(Math.trunc(tokens), 0), 2 ** 31 - 1);

async function placeOf(key: PersonKey, row: ConversationRow | null): Promise<ConversationPlace> {
  if (!row?.sealedPlace) return NO_PLACE;
  const name = sealedNameOf("conversations", "place", row.id);
  return (await key.unsealJson(row.sealedPlace, name)) as ConversationPlace;
}

const WENT_MEANWHILE: Failure = {
  kind: "conflict",
  message: "A text was taken away while the message was kept.",
  nextStep: "Send it again; nothing is lost.",
  retryable: true,
};
