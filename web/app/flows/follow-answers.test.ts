import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { NO_CONVERSATION, type Conversation, type Message } from "../../../shared/conversation.ts";
import type { JobEvent } from "../../../shared/job.ts";
import { followAnswers, type HearJob } from "./follow-answers.ts";

const asked: Message = { id: "q", after: null, at: 1, from: "person", text: "Make it teal" };
const under: Message = {
  id: "a",
  after: "q",
  at: 2,
  from: "site",
  text: "",
  run: { ...NEW_RUN, steps: [{ kind: "text", text: "Heard bef" }] },
  jobId: "job-1",
};

/** A conversation that an answer is under way in, and the job that tells of it. */
function scene(messages: readonly Message[]) {
  const store = createStore<Conversation>(() => ({ ...NO_CONVERSATION, messages, head: "a" }));
  const kept: Conversation[] = [];
  const jobs = new Map<string, { tell(event: Partial<JobEvent>): void; end(): void }>();
  const change = async (next: (talk: Conversation) => Conversation, how?: "isPassing") => {
    store.setState(next(store.getState()), true);
    if (how === undefined) kept.push(store.getState());
  };
  let broughtIn = 0;
  const bringIn = async () => void (broughtIn += 1);
  const hear: HearJob = (jobId, onEvent, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    signal.addEventListener("abort", () => resolve());
    const whole = {
      id: 1,
      type: "progress",
      at: 0,
      step: "agent",
      progress: 0,
      message: "",
    } as const;
    jobs.set(jobId, {
      tell: (event) => onEvent({ ...whole, duration: 0, ...event }),
      end: resolve,
    });
    return promise;
  };
  const leave = followAnswers({ store, change }, { hear, bringIn });
  const answer = () => store.getState().messages.find(({ id }) => id === "a")!;
  const settled = () => new Promise((done) => setTimeout(done));
  return { store, kept, jobs, answer, leave, settled, timesBroughtIn: () => broughtIn };
}

test("an answer that the server works on is told from its beginning to its end", async () => {
  const { jobs, answer, kept, settled, timesBroughtIn } = scene([asked, under]);
  const job = jobs.get("job-1")!;
  job.tell({ type: "step", step: "queue", detail: { jobId: "job-1" } });
  job.tell({ detail: { type: "text", delta: "It is " } });
  job.tell({ type: "warning" });
  job.tell({ detail: { type: "text", delta: "It is teal." } });
  expect(answer().run).toMatchObject({ state: "running", steps: [{ text: "It is teal." }] });
  const changes = [{ path: "a.css", before: "", after: "teal" }];
  job.tell({ detail: { type: "done", facts: [], changes, isKept: true } });
  const result = { kind: "agent-message", portfolioId: "p", messageId: "a", state: "done" };
  const rest = { text: "", changed: ["a.css"], versionId: "v2", facts: [] };
  job.tell({ type: "complete", step: "end", detail: { ...result, ...rest } });
  expect(kept).toEqual([]);
  job.end();
  await settled();
  const act = "Make it teal";
  expect(answer()).toMatchObject({ run: { state: "done" }, changes, version: "v2", act });
  expect(timesBroughtIn()).toBe(1);
  expect(kept).toHaveLength(1);
});

test("one that comes in from elsewhere is followed, once; one whose job is gone was cut", async () => {
  const { store, jobs, answer, settled } = scene([asked]);
  expect(jobs.size).toBe(0);
  store.setState({ messages: [asked, under] });
  store.setState({ messages: [asked, under] });
  expect([...jobs.keys()]).toEqual(["job-1"]);
  jobs.get("job-1")!.end();
  await settled();
  expect(answer().run?.state).toBe("cut");
});

test("one whose job fails says why, and one that was cancelled is stopped", () => {
  const failure = { kind: "unavailable", message: "No.", nextStep: "Later.", retryable: true };
  for (const [kind, state] of [
    ["unavailable", "failed"],
    ["cancelled", "stopped"],
  ] as const) {
    const { jobs, answer } = scene([asked, under]);
    jobs.get("job-1")!.tell({ type: "error", step: "end", detail: { ...failure, kind } });
    expect(answer().run?.state).toBe(state);
    expect(answer().run?.failure?.message).toBe(state === "failed" ? "No." : undefined);
  }
});

test("who leaves doesn’t cut it", async () => {
  const { answer, leave, settled } = scene([asked, under]);
  leave();
  await settled();
  expect(answer().run?.state).toBe("running");
});
