import { z } from "zod";
import { runSchema, settledRun, textChangeSchema } from "./agent-run.ts";

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
  from: z.enum(["person", "site"]),
  text: z.string(),
  /** The changed files' texts, where all of them are text; `null` where there is no such file. */
  changes: z.array(textChangeSchema).readonly().optional(),
  /** The act's name in the undo list, where something was changed. */
  act: z.string().optional(),
  isUndone: z.boolean().optional(),
  /** Requests to try, where nothing was understood or help was asked for. */
  examples: z.array(z.string()).readonly().optional(),
  /** Where more is to be had: one's own key, the account. */
  link: z.object({ to: z.string(), label: z.string() }).optional(),
  /** Nothing was sent yet: the person is asked whether this may go to the model. */
  needsConsent: z.boolean().optional(),
  /** The version of the files as they were when this was asked, or once this was answered. */
  version: z.string().optional(),
  /** What a model did to answer. */
  run: runSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;
export type TextChange = NonNullable<Message["changes"]>[number];

/** What the agent may not change (R4.9): one file, or one section with its contents. */
const lockSchema = z.discriminatedUnion("kind", [
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

export interface Conversation {
  /** All branches, oldest first. */
  readonly messages: readonly Message[];
  /** The last message of the branch that is shown; `null` before anything was said. */
  readonly head: string | null;
  /** The person’s own acts are free; only the agent is held off. */
  readonly locks: readonly Lock[];
}
export const NO_CONVERSATION: Conversation = { messages: [], head: null, locks: [] };

/** Older messages are let go beyond this; versions keep what they changed. */
export const MOST_MESSAGES = 400;

const keptSchema = z.object({
  version: z.literal(2),
  messages: z.array(z.unknown()),
  head: z.string().nullable(),
  locks: z.array(lockSchema).catch([]),
});
/** Before branches: a plain list, each message after the one before it. */
const firstSchema = z.object({ version: z.undefined().optional(), messages: z.array(z.unknown()) });

export interface KeptConversation extends Conversation {
  readonly version: 2;
}

/** As it is kept: the newest messages, and nothing that follows what was let go. */
export function toKept({ messages, head, locks }: Conversation): KeptConversation {
  return { version: 2, ...joined(messages.slice(-MOST_MESSAGES), head), locks };
}

/**
 * A kept conversation of this release or an earlier one. A message that a later release wrote in another
 * shape is left out, not broken on; what was being answered when the page was left was cut.
 */
export function readKept(kept: unknown): Conversation {
  const now = keptSchema.safeParse(kept);
  if (now.success) {
    const { messages, head, locks } = now.data;
    return { ...joined(messages.flatMap(readable), head), locks };
  }
  const first = firstSchema.safeParse(kept);
  if (!first.success) return NO_CONVERSATION;
  const inLine = first.data.messages.reduce<readonly Message[]>((before, one) => {
    const after = before.at(-1)?.id ?? null;
    return [...before, ...readable({ ...(one as object), after })];
  }, []);
  return { messages: inLine, head: inLine.at(-1)?.id ?? null, locks: [] };
}

function readable(one: unknown): readonly Message[] {
  const read = messageSchema.safeParse(one);
  if (!read.success) return [];
  const { run, ...message } = read.data;
  return [run ? { ...message, run: settledRun(run) } : message];
}

/** Messages whose forerunner is gone begin anew; a head that is gone is the newest message. */
function joined(messages: readonly Message[], head: string | null) {
  const ids = new Set(messages.map(({ id }) => id));
  return {
    messages: messages.map((one) =>
      one.after === null || ids.has(one.after) ? one : { ...one, after: null },
    ),
    head: head !== null && ids.has(head) ? head : (messages.at(-1)?.id ?? null),
  };
}
