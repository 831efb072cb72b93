import { failedRun, NEW_RUN, type AgentRun } from "../../shared/agent-run.ts";
import { shownMessages } from "../../shared/conversation-branches.ts";
import { stampOf } from "../../shared/conversation-merge.ts";
import type { Lock, Message, TextChange } from "../../shared/conversation.ts";
import { ok, type Failure, type Result } from "../../shared/failure.ts";
import { addKeptMessages, readKeptConversation } from "../storage/kept-conversations.ts";
import type { Keeping } from "../storage/kept-portfolios.ts";

/** A message of a person's, and the one that its answer is written into. */
export interface Asking {
  readonly portfolioId: string;
  readonly text: string;
  readonly askId: string;
  readonly answerId: string;
  /** The job that answers. */
  readonly jobId: string;
  /** When it was asked, in epoch milliseconds. */
  readonly at: number;
}

export interface Talk {
  /** What was said before, oldest first. */
  readonly past: readonly Message[];
  readonly locks: readonly Lock[];
  /** The answer as it is kept while it is under way. */
  readonly answer: Message;
}

/**
 * Writes the request and an answer that is under way into the portfolio's conversation, after what is
 * shown there last; where that was done before, it stays as it is. Fails as `addKeptMessages` does.
 */
export async function beginTalk(keeping: Keeping, asking: Asking): Promise<Result<Talk>> {
  const { portfolioId, text, askId, answerId, at } = asking;
  const kept = await readKeptConversation(keeping, portfolioId);
  if (!kept.ok) return kept;
  const talk = kept.value;
  const there = talk.messages.find(({ id }) => id === askId);
  const past = shownMessages({ ...talk, head: there ? there.after : talk.head });
  const known = talk.messages.find(({ id }) => id === answerId);
  const ask: Message = there ?? {
    id: askId,
    after: past.at(-1)?.id ?? null,
    at,
    from: "person",
    text,
  };
  const answer = known ? takenOver(known, asking) : newAnswer(asking);
  const { locks, locksAt } = talk;
  const place = { head: answerId, headAt: Math.max(at, talk.headAt + 1), locks, locksAt };
  const added = await addKeptMessages(keeping, portfolioId, {
    messages: [ask, answer],
    ...(known ? {} : { place }),
  });
  return added.ok ? ok({ past, locks, answer }) : added;
}

const newAnswer = ({ answerId, askId, at, jobId }: Asking): Message => ({
  id: answerId,
  after: askId,
  at: at + 1,
  from: "site",
  text: "",
  run: NEW_RUN,
  jobId,
});

/** The asker’s own answer, which knew of no job yet: who reads it from now on can follow it. */
const takenOver = (known: Message, { jobId, at }: Asking): Message =>
  known.jobId === undefined
    ? { ...known, jobId, run: NEW_RUN, changedAt: Math.max(at, stampOf(known) + 1) }
    : known;

/** Writes down what came of it. Fails as `addKeptMessages` does. */
export async function endTalk(
  keeping: Keeping,
  portfolioId: string,
  answer: Message,
  came: {
    readonly run: AgentRun;
    readonly changes: readonly TextChange[];
    readonly act: string;
    /** The version that has what was changed; `null` where nothing was kept. */
    readonly version: string | null;
    readonly at: number;
  },
): Promise<Result<void>> {
  const { run, changes, act, version, at } = came;
  const message: Message = {
    ...answer,
    changedAt: Math.max(at, answer.at + 1),
    run,
    ...(changes.length > 0 ? { changes: [...changes], act } : {}),
    ...(version === null ? {} : { version }),
  };
  const added = await addKeptMessages(keeping, portfolioId, { messages: [message] });
  return added.ok ? ok(undefined) : added;
}

/**
 * Ends an answer whose job is over without having written down what came of it; one that has ended, or
 * isn't there, is left alone. Fails as `addKeptMessages` does.
 * @param at epoch milliseconds
 */
export async function settleTalk(
  keeping: Keeping,
  asking: Pick<Asking, "portfolioId" | "answerId" | "jobId">,
  { failure, at }: { readonly failure: Failure; readonly at: number },
): Promise<Result<void>> {
  const { portfolioId, answerId, jobId } = asking;
  const kept = await readKeptConversation(keeping, portfolioId);
  if (!kept.ok) return kept;
  const answer = kept.value.messages.find(({ id }) => id === answerId);
  if (answer?.run?.state !== "running" || (answer.jobId ?? jobId) !== jobId) return ok(undefined);
  const { kind, message, nextStep, retryable } = failure;
  const run = failedRun(answer.run, { kind, message, nextStep, retryable });
  const changedAt = Math.max(at, stampOf(answer) + 1);
  const settled = { ...answer, jobId, run, changedAt };
  const added = await addKeptMessages(keeping, portfolioId, { messages: [settled] });
  return added.ok ? ok(undefined) : added;
}
