import type { AgentEvent } from "../../../shared/agent/loop/events.ts";
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
  /** The person's answer to a permission that is waited for. */
  answer(permissionId: string, isAllowed: boolean): void;
  /** Resolves after the last event. */
  readonly ended: Promise<void>;
}
