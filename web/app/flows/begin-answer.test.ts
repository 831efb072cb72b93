import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { NO_CONVERSATION, type Conversation, type Message } from "../../../shared/conversation.ts";
import { fail, ok, type FailureKind, type Result } from "../../../shared/failure.ts";
import { beginAnswer } from "./begin-answer.ts";
import type { ChatAgent } from "./chat-agent.ts";

const asked: Message = { id: "q", after: null, at: 1, from: "person", text: "Make it teal" };
const answer: Message = { ...asked, id: "a", after: "q", from: "site", text: "", run: NEW_RUN };

/** An answer that the server is asked for; what it says is given by the test. */
function scene() {
  const store = createStore<Conversation>(() => ({
    ...NO_CONVERSATION,
    messages: [asked, answer],
    head: "a",
  }));
  const change = async (next: (talk: Conversation) => Conversation) =>
    store.setState(next(store.getState()), true);
  const { promise: taken, resolve: says } = Promise.withResolvers<Result<string>>();
  const done: string[] = [];
  const agent: ChatAgent = {
    offer: async () => ({ isThere: true, remark: null }),
    hear: async () => undefined,
    bringIn: async () => void done.push("brought in"),
    handOver: ({ askId, answerId }) => {
      done.push(`handed ${askId} ${answerId}`);
      return { taken, stop: () => done.push("cancelled") };
    },
    run: ({ onEvent }) => {
      done.push("own");
      onEvent({ type: "done", facts: [], changes: [], isKept: true });
      const nothing = () => undefined;
      return { stop: nothing, leave: nothing, answer: nothing, ended: Promise.resolve() };
    },
  };
  const record = { store, change, follow: () => () => undefined };
  const question = { text: "Make it teal", askId: "q", past: [], answerId: "a" };
  const task = beginAnswer(agent, record, question);
  const now = () => store.getState().messages.find(({ id }) => id === "a")!;
  const refuse = (kind: FailureKind) =>
    says(fail({ kind, message: "You are offline.", nextStep: "", retryable: true }));
  return { task, says, refuse, done, now, change };
}

test("an answer that the server takes is its job’s, and what it did is brought in at its end", async () => {
  const { task, says, done, now, change } = scene();
  says(ok("job-1"));
  await expect.poll(() => now().jobId).toBe("job-1");
  expect(now().run?.state).toBe("running");
  task.stop();
  task.leave();
  expect(done).toEqual(["handed q a", "cancelled"]);
  const ended: Message = { ...now(), run: { ...NEW_RUN, state: "done" } };
  await change((talk) => ({ ...talk, messages: [asked, ended] }));
  await task.ended;
  expect(done.at(-1)).toBe("brought in");
});

test("where the server isn’t reached the studio answers, and says that this ends with the page", async () => {
  const { task, refuse, done, now } = scene();
  refuse("unavailable");
  await task.ended;
  expect(done).toEqual(["handed q a", "own"]);
  expect(now()).toMatchObject({ run: { state: "done" } });
  expect(now().text).toBe(
    "The server couldn’t take this: You are offline. It is answered in this page, and ends with it.",
  );
});

test("one that is stopped before the server has taken it is stopped, and nobody answers", async () => {
  const { task, refuse, done, now } = scene();
  task.stop();
  refuse("cancelled");
  await task.ended;
  expect(done).toEqual(["handed q a", "cancelled"]);
  expect(now().run?.state).toBe("stopped");
});
