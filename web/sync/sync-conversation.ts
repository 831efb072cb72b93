import { stampOf } from "../../shared/conversation-merge.ts";
import type { Conversation, Message } from "../../shared/conversation.ts";
import { ok, type Result } from "../../shared/failure.ts";
import { BODY_LIMITS, CONVERSATION_LIMITS } from "../../shared/limits.ts";
import type { Device } from "./device.ts";
import type { KnownTalk, SyncEntry } from "./sync-record.ts";

/** Bytes of one call's messages; a single larger one goes alone. */
const CALL_BYTES = 2_000_000;
/** Beyond this a message goes up without the texts that it changed: no call takes it with them. */
const MOST_BYTES = BODY_LIMITS.messages - 100_000;

/** Messages that the account isn't known to have as they are here, in the order of their changes. */
export const unsentMessages = (talk: Conversation, known: KnownTalk): readonly Message[] =>
  talk.messages
    .filter((message) => stampOf(message) > (known.stamps[message.id] ?? -1))
    .sort((one, other) => stampOf(one) - stampOf(other));

/**
 * Brings what was said about a portfolio here and in the account together: only what changed goes up
 * and comes down. Each call is remembered, so that it can be cut off anywhere.
 */
export async function syncConversation(
  device: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<SyncEntry>> {
  const fetched = await fetchMessages(device, id, entry);
  return fetched.ok ? sendMessages(device, id, fetched.value) : fetched;
}

async function fetchMessages(
  { storage, account, remember }: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<SyncEntry>> {
  let next = entry;
  while (next.talk.upTo < next.seen.conversation) {
    const page = await account.readMessages(id, next.talk.upTo);
    if (!page.ok) return page;
    const { items, place, changes } = page.value;
    const kept = await storage.saveConversation(id, { ...place, messages: items });
    if (!kept.ok) return kept;
    const stamps = { ...next.talk.stamps, ...stampsOf(items) };
    const upTo = page.value.next === null ? changes : Number(page.value.next);
    const { headAt, locksAt } = place;
    const seen = { ...next.seen, conversation: Math.max(changes, next.seen.conversation) };
    next = { ...next, seen, talk: { upTo, stamps, headAt, locksAt } };
    await remember(id, next);
    // It may have been deleted meanwhile: then there is less than was said.
    if (page.value.next === null) break;
  }
  return ok(next);
}

async function sendMessages(
  { storage, account, remember }: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<SyncEntry>> {
  const read = await storage.readConversation(id);
  if (!read.ok) return read;
  const { messages: _messages, ...place } = read.value;
  const { headAt, locksAt } = place;
  const isPlaceNew = headAt > entry.talk.headAt || locksAt > entry.talk.locksAt;
  const calls = [...batches(unsentMessages(read.value, entry.talk))];
  // The place goes with the last messages, so that a head is there when it is named.
  if (calls.length === 0 && isPlaceNew) calls.push([]);
  let next = entry;
  for (const [index, messages] of calls.entries()) {
    const isLast = index === calls.length - 1;
    const added = await account.addMessages(id, { messages, ...(isLast ? { place } : {}) });
    if (!added.ok) return added;
    const { before, changes } = added.value;
    const { talk } = next;
    const known = {
      // Others' changes in between are fetched in the next round; our own needn't come back.
      upTo: before <= talk.upTo ? changes : talk.upTo,
      stamps: { ...talk.stamps, ...stampsOf(messages) },
      headAt: isLast ? Math.max(headAt, talk.headAt) : talk.headAt,
      locksAt: isLast ? Math.max(locksAt, talk.locksAt) : talk.locksAt,
    };
    next = { ...next, talk: known, seen: { ...next.seen, conversation: changes } };
    await remember(id, next);
  }
  return ok(next);
}

const stampsOf = (messages: readonly Message[]): Record<string, number> =>
  Object.fromEntries(messages.map((message) => [message.id, stampOf(message)]));

function* batches(messages: readonly Message[]): Generator<Message[]> {
  let batch: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const sent = bytesOf(message) > MOST_BYTES ? withoutTexts(message) : message;
    const size = bytesOf(sent);
    const isFull = batch.length === CONVERSATION_LIMITS.perCall || bytes + size > CALL_BYTES;
    if (batch.length > 0 && isFull) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(sent);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const encoder = new TextEncoder();
const bytesOf = (message: Message): number => encoder.encode(JSON.stringify(message)).length;

/** What was said and done, without the files' texts before and after; versions have those. */
function withoutTexts({ changes: _changes, run, ...message }: Message): Message {
  if (!run) return message;
  const steps = run.steps.map((step) => (step.kind === "tool" ? { ...step, files: [] } : step));
  return { ...message, run: { ...run, steps } };
}
