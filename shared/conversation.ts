import { z } from "zod";
import { runSchema, settledRun, textChangeSchema } from "./agent-run.ts";
import { CONVERSATION_LIMITS } from "./limits.ts";

/** What a request that wasn’t surely understood may have meant: nothing is done before the person says so. */
export const offersSchema = z.object({
  /** The likeliest first: plain requests, each with what it does in short. */
  choices: z.array(z.object({ request: z.string(), label: z.string() })).readonly(),
  /** The choice that was carried out, by its place, from 0, or the model; absent while nothing was. */
  chosen: z.union([z.number().int().nonnegative(), z.literal("model")]).optional(),
});

/**
 * What was said about a portfolio, kept with it: what the person asked, what was answered, and which
 * texts changed by it, so that each change can be looked at and taken back. A request that is edited
 * and sent again begins a branch: messages form a tree, and the conversation is the way to `head`.
 */
export const messageSchema = z.object({
  id: z.string(),
  /** The message it follows; `null` for a first one. */
  after: z.string().nullable(),
  /** Epoch milliseconds. */
  at: z.number(),
  /** When it last became what it is, in epoch milliseconds; absent where it is as it was said. */
  changedAt: z.number().optional(),
  from: z.enum(["person", "site"]),
  text: z.string(),
  /** The changed files' texts, where all of them are text; `null` where there is no such file. */
  changes: z.array(textChangeSchema).readonly().optional(),
  /** The act's name in the undo list, where something was changed. */
  act: z.string().optional(),
  isUndone: z.boolean().optional(),
  /** Requests to try, where nothing was understood or help was asked for. */
  examples: z.array(z.string()).readonly().optional(),
  /** The answer is asked for by a press: once it was, the same message is that answer. */
  offers: offersSchema.optional(),
  /** Where more is to be had: one's own key, the account. */
  link: z.object({ to: z.string(), label: z.string() }).optional(),
  /** Nothing was sent yet: the person is asked whether this may go to the model. */
  needsConsent: z.boolean().optional(),
  /** The version of the files as they were when this was asked, or once this was answered. */
  version: z.string().optional(),
  /** What a model did to answer. */
  run: runSchema.optional(),
  /** The job on the server that answers it: its events tell how it goes. */
  jobId: z.string().optional(),
});
export type Message = z.infer<typeof messageSchema>;
export type MessageOffers = z.infer<typeof offersSchema>;
export type TextChange = NonNullable<Message["changes"]>[number];

/** What the agent may not change (R4.9): one file, or one section with its contents. */
export const lockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("file"), path: z.string() }),
  /** By its id in `theme.json`; `basics` for name and contact. */
  z.object({ kind: z.literal("section"), id: z.string() }),
]);
export type Lock = z.infer<typeof lockSchema>;

const sameLock = (one: Lock, other: Lock) => JSON.stringify(one) === JSON.stringify(other);
export const isLocked = (locks: readonly Lock[], lock: Lock): boolean =>
  locks.some((one) => sameLock(one, lock));
/** Locks with this one added, or taken away where it was there. */
export const withLockTurned = (locks: readonly Lock[], lock: Lock): readonly Lock[] =>
  isLocked(locks, lock) ? locks.filter((one) => !sameLock(one, lock)) : [...locks, lock];

/** What of a conversation is chosen: each is as whoever chose last wants it. */
export interface ConversationPlace {
  /** The last message of the branch that is shown; `null` before anything was said. */
  readonly head: string | null;
  /** When the head was chosen, in epoch milliseconds; 0 where nobody did. */
  readonly headAt: number;
  /** The person’s own acts are free; only the agent is held off. */
  readonly locks: readonly Lock[];
  readonly locksAt: number;
}

export interface Conversation extends ConversationPlace {
  /** All branches, oldest first. */
  readonly messages: readonly Message[];
}
export const NO_PLACE: ConversationPlace = { head: null, headAt: 0, locks: [], locksAt: 0 };
export const NO_CONVERSATION: Conversation = { messages: [], ...NO_PLACE };

const keptSchema = z.object({
  version: z.literal(2),
  messages: z.array(z.unknown()),
  head: z.string().nullable(),
  headAt: z.number().catch(0),
  locks: z.array(lockSchema).catch([]),
  locksAt: z.number().catch(0),
});
/** Before branches: a plain list, each message after the one before it. */
const firstSchema = z.object({ version: z.undefined().optional(), messages: z.array(z.unknown()) });

export interface KeptConversation extends Conversation {
  readonly version: 2;
}

/** As it is kept: the newest messages. */
export const toKept = ({ messages, ...place }: Conversation): KeptConversation => ({
  version: 2,
  ...place,
  messages: messages.slice(-CONVERSATION_LIMITS.messages),
});

/**
 * A kept conversation of this release or an earlier one, as it was kept. A message that a later release
 * wrote in another shape is left out, not broken on.
 */
export function readKept(kept: unknown): Conversation {
  const now = keptSchema.safeParse(kept);
  if (now.success) {
    const { version: _version, messages, ...place } = now.data;
    return { ...place, messages: messages.flatMap(readable) };
  }
  const first = firstSchema.safeParse(kept);
  if (!first.success) return NO_CONVERSATION;
  const inLine = first.data.messages.reduce<readonly Message[]>((before, one) => {
    const after = before.at(-1)?.id ?? null;
    return [...before, ...readable({ ...(one as object), after })];
  }, []);
  return { ...NO_PLACE, messages: inLine, head: inLine.at(-1)?.id ?? null };
}

function readable(one: unknown): readonly Message[] {
  const read = messageSchema.safeParse(one);
  return read.success ? [read.data] : [];
}

/**
 * What a message still offers; `null` where it doesn’t: it was carried out, the model answers, or the person
 * is asked whether it may. All of it is open again once that was taken back, and the rest of it where what
 * was chosen has changed nothing.
 */
export function openOffers({ offers, act, isUndone, needsConsent }: Message): MessageOffers | null {
  if (offers === undefined || needsConsent || offers.chosen === "model") return null;
  if (offers.chosen === undefined || isUndone) return offers;
  if (act !== undefined) return null;
  return { ...offers, choices: offers.choices.filter((_one, at) => at !== offers.chosen) };
}

/**
 * A message that nobody works on any more: an answer that was under way when its page was left was cut.
 * One that the server works on goes on.
 */
export const settledMessage = (message: Message): Message =>
  message.run?.state === "running" && message.jobId === undefined
    ? { ...message, run: settledRun(message.run) }
    : message;

/** Shows the newest message where the one that was shown isn’t there, or not yet. */
export function withHead(talk: Conversation): Conversation {
  const isThere = talk.messages.some(({ id }) => id === talk.head);
  return isThere ? talk : { ...talk, head: talk.messages.at(-1)?.id ?? null };
}
