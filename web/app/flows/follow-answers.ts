import { agentEventSchema, isLastEvent } from "../../../shared/agent/loop/events.ts";
import { afterEvent } from "../../../shared/agent/run-of-events.ts";
import { failedRun, NEW_RUN, settledRun } from "../../../shared/agent-run.ts";
import { shownMessages, withChanged } from "../../../shared/conversation-branches.ts";
import { NO_CONVERSATION, type Conversation, type Message } from "../../../shared/conversation.ts";
import type { JobEvent } from "../../../shared/job.ts";
import { agentMessageSchema, jobFailureSchema } from "../../../shared/job-result.ts";
import type { ChatRecord } from "./chat-record.ts";

/** Tells a job's events from the first one; settles with its end, or when it can't be heard any more. */
export type HearJob = (
  jobId: string,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Shows how answers go on that the server works on, whoever asked: from the first event on, as long as the
 * conversation is shown; then what it changed is brought in. An answer whose job isn't there any more was cut.
 */
export function followAnswers(
  record: Pick<ChatRecord, "store" | "change">,
  { hear, bringIn }: { readonly hear: HearJob; readonly bringIn: () => Promise<void> },
): () => void {
  const left = new AbortController();
  const heard = new Set<string>();
  const look = () => {
    for (const { id, jobId, run } of record.store.getState().messages) {
      if (jobId === undefined || run?.state !== "running" || heard.has(jobId)) continue;
      heard.add(jobId);
      void follow(id, jobId);
    }
  };
  const follow = async (id: string, jobId: string) => {
    const change = (how: (message: Message) => Message, isLast: boolean) =>
      record.change((talk) => withChanged(talk, id, how), isLast ? undefined : "isPassing");
    let isFirst = true;
    await hear(
      jobId,
      (event) => {
        const begun = isFirst;
        isFirst = false;
        void change((message) => withJobEvent(begun ? begunAgain(message) : message, event), false);
      },
      left.signal,
    );
    if (left.signal.aborted) return;
    await change((message) => settled(withAct(message, record.store.getState())), true);
    await bringIn();
  };
  const unsubscribe = record.store.subscribe(look);
  look();
  return () => {
    unsubscribe();
    left.abort();
  };
}

const begunAgain = (message: Message): Message => ({ ...message, run: NEW_RUN });

/** What changed something is called by what was asked, as in the list of what can be undone. */
function withAct(answer: Message, { messages }: Conversation): Message {
  if (answer.changes === undefined || answer.act !== undefined) return answer;
  const before = shownMessages({ ...NO_CONVERSATION, messages, head: answer.after });
  const asked = before.findLast(({ from }) => from === "person");
  return asked ? { ...answer, act: asked.text } : answer;
}

/** What of it isn't told to its end was cut. */
const settled = (message: Message): Message =>
  message.run ? { ...message, run: settledRun(message.run) } : message;

/** An answer after one more event of its job. */
export function withJobEvent(message: Message, { type, step, detail }: JobEvent): Message {
  // A try was cut off: what it said is void.
  if (type === "warning" && step === "agent") return begunAgain(message);
  if (type === "complete") {
    const result = agentMessageSchema.safeParse(detail);
    const version = result.success ? result.data.versionId : null;
    return version === null ? message : { ...message, version };
  }
  if (type === "error") {
    const failure = jobFailureSchema.safeParse(detail);
    if (!failure.success) return message;
    return { ...message, run: failedRun(message.run ?? NEW_RUN, failure.data) };
  }
  const event = step === "agent" ? agentEventSchema.safeParse(detail) : null;
  if (!event?.success) return message;
  const run = afterEvent(message.run ?? NEW_RUN, event.data);
  const changes = isLastEvent(event.data) ? event.data.changes : [];
  return { ...message, run, ...(changes.length > 0 ? { changes } : {}) };
}
