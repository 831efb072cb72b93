import type { AgentEvent } from "../../../shared/agent/loop/events.ts";
import type { Result } from "../../../shared/failure.ts";
import type { CodeAsked } from "../../../shared/agent/words/explain-code.ts";
import type { Lock, Message } from "../../../shared/conversation.ts";
import type { HearJob } from "./follow-answers.ts";

/** Whether this person can ask a model here. */
export interface ModelOffer {
  readonly isThere: boolean;
  /** What they should know of their budget; `null` while there is nothing to say. */
  readonly remark: string | null;
}

export const NO_MODEL: ModelOffer = { isThere: false, remark: null };

/** The agent as the conversation knows it: one message at a time. */
export interface ChatAgent {
  /** Looks what can be asked of a model now; nothing where that can't be found out. */
  offer(): Promise<ModelOffer>;
  /** Tells of an answer that the server works on. */
  readonly hear: HearJob;
  /** Has the server answer where it may go on without this page; `null`: the studio answers itself. */
  handOver(message: HandedMessage): HandedTask | null;
  /** Brings what the server did into the studio; a failure is mended by the account's own rounds. */
  bringIn(): Promise<void>;
  /** Begins to answer; every run ends with one of the three last events, whatever happens. */
  run(ask: AgentAsk): AgentTask;
}

export interface AgentAsk {
  readonly text: string;
  /** What was said before, oldest first. */
  readonly past: readonly Message[];
  readonly locks: readonly Lock[];
  /** Code that is to be explained: nothing is changed then. */
  readonly about?: CodeAsked;
  readonly onEvent: (event: AgentEvent) => void;
}

export interface AgentTask {
  stop(): void;
  /** The studio is closed: what can’t go on without it ends. */
  leave(): void;
  /** The person's answer to a permission that is waited for. */
  answer(permissionId: string, isAllowed: boolean): void;
  /** Resolves after the last event. */
  readonly ended: Promise<void>;
}

/** A message for the server, and the names of its two ends in the conversation. */
export interface HandedMessage {
  readonly text: string;
  readonly askId: string;
  readonly answerId: string;
  readonly isAboutCode: boolean;
}

export interface HandedTask {
  /** The job that answers; or why the server didn’t take it, `cancelled` where it was stopped before. */
  readonly taken: Promise<Result<string>>;
  /** Ends it, whether it was taken by then or not. */
  stop(): void;
}
