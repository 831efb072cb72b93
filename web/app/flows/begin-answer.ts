import { withoutOpenEnds } from "../../../shared/agent-run.ts";
import { withChanged } from "../../../shared/conversation-branches.ts";
import type { Message } from "../../../shared/conversation.ts";
import type { Failure } from "../../../shared/failure.ts";
import { askAgent, type Question } from "./ask-agent.ts";
import type { AgentTask, ChatAgent, HandedTask } from "./chat-agent.ts";
import type { ChatRecord } from "./chat-record.ts";

/**
 * Has a message answered: by the server where that may go on with it, else, and where the server doesn't
 * take it, by the studio's own loop.
 */
export function beginAnswer(agent: ChatAgent, record: ChatRecord, question: Question): AgentTask {
  const { text, askId, answerId, about } = question;
  const handed = agent.handOver({ text, askId, answerId, isAboutCode: about !== undefined });
  return handed === null
    ? askAgent(agent, record, question)
    : followHanded({ agent, record, question, handed });
}

function followHanded(parts: {
  readonly agent: ChatAgent;
  readonly record: ChatRecord;
  readonly question: Question;
  readonly handed: HandedTask;
}): AgentTask {
  const { agent, record, question, handed } = parts;
  const { answerId } = question;
  const change = (how: (message: Message) => Message) =>
    record.change((talk) => withChanged(talk, answerId, how));
  let own: AgentTask | null = null;
  let hasLeft = false;
  const run = async () => {
    const taken = await handed.taken;
    if (taken.ok) {
      // Whatever follows answers by their jobs (`follow-answers.ts`) shows it from here on.
      await change((message) => ({ ...message, jobId: taken.value }));
      await untilEnded(record, answerId);
      return agent.bringIn();
    }
    if (taken.failure.kind === "cancelled") return change(stopped);
    if (hasLeft) return;
    await change((message) => ({ ...message, text: notTaken(taken.failure) }));
    own = askAgent(agent, record, question);
    await own.ended;
  };
  return {
    stop: () => (own ?? handed).stop(),
    leave: () => {
      hasLeft = true;
      own?.leave();
    },
    answer: (id, isAllowed) => own?.answer(id, isAllowed),
    ended: run(),
  };
}

const untilEnded = ({ store }: ChatRecord, answerId: string) =>
  new Promise<void>((resolve) => {
    const look = () => {
      const answer = store.getState().messages.find(({ id }) => id === answerId);
      if (answer?.run?.state === "running") return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });

const stopped = (message: Message): Message =>
  message.run
    ? { ...message, run: { ...withoutOpenEnds(message.run), state: "stopped" } }
    : message;

const notTaken = ({ message }: Failure): string =>
  `The server couldn’t take this: ${message} It is answered in this page, and ends with it.`;
