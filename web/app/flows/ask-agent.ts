import { afterEvent } from "../../../shared/agent/run-of-events.ts";
import { isLastEvent, type AgentEvent } from "../../../shared/agent/loop/events.ts";
import type { CodeAsked } from "../../../shared/agent/words/explain-code.ts";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { withChanged } from "../../../shared/conversation-branches.ts";
import type { Message } from "../../../shared/conversation.ts";
import type { AgentTask, ChatAgent } from "./chat-agent.ts";
import type { ChatRecord } from "./chat-record.ts";

/** What was asked of a model, and the message that its answer is written into. */
export interface Question {
  readonly text: string;
  /** The person’s message. */
  readonly askId: string;
  /** What was said before, oldest first. */
  readonly past: readonly Message[];
  readonly answerId: string;
  /** Code that is to be explained. */
  readonly about?: CodeAsked;
}

/** Has a model answer; every event is shown as it comes, and kept where something was done. */
export function askAgent(agent: ChatAgent, record: ChatRecord, question: Question): AgentTask {
  const { text, past, answerId, about } = question;
  const { locks } = record.store.getState();
  return agent.run({
    text,
    past,
    locks,
    ...(about ? { about } : {}),
    onEvent: (event) =>
      void record.change(
        (talk) => withChanged(talk, answerId, (message) => withEvent(message, event, text)),
        isWorthKeeping(event) ? undefined : "isPassing",
      ),
  });
}

function withEvent(message: Message, event: AgentEvent, asked: string): Message {
  const run = afterEvent(message.run ?? NEW_RUN, event);
  const isChanged = isLastEvent(event) && event.changes.length > 0;
  return { ...message, run, ...(isChanged ? { changes: event.changes, act: asked } : {}) };
}

const DONE: readonly AgentEvent["type"][] = ["file", "tool-end", "permission", "rolled-back"];

/** Not at every word. */
const isWorthKeeping = (event: AgentEvent): boolean =>
  isLastEvent(event) || DONE.includes(event.type);
