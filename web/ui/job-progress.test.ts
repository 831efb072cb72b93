import { expect, test } from "vitest";
import type { JobEvent } from "../../shared/job.ts";
import { afterEvent, JOB_STARTING, logText, placeWords } from "./job-progress.ts";

let id = 0;
const event = (step: string, message: string, more: Partial<JobEvent> = {}): JobEvent => ({
  id: ++id,
  type: "step",
  at: Date.UTC(2026, 10, 21, 9, 30, 0, 5),
  step,
  progress: 0,
  message,
  duration: 0,
  ...more,
});
const after = (...events: JobEvent[]) => events.reduce(afterEvent, JOB_STARTING);
const waits = (position: number) =>
  event("queue", "Accepted", { detail: { jobId: "j1", position, expectedWaitMs: 40_000 } });

test("a job that waits has its place, one that runs has none", () => {
  expect(after(waits(3))).toMatchObject({ status: "queued", jobId: "j1", place: { position: 3 } });
  expect(after(waits(3), event("read", "Reading the file"))).toMatchObject({
    status: "running",
    jobId: "j1",
    place: null,
  });
});

test("a step's second event ends it, with its time and what it found", () => {
  const { steps, progress } = after(
    waits(0),
    event("read", "Reading the file"),
    event("read", "Reading the file: 2 pages", { duration: 120, progress: 40 }),
    event("model", "Reading with the model", { progress: 40 }),
  );
  expect(progress).toBe(40);
  expect(steps).toEqual([
    { id: "read", name: "Reading the file", state: "done", ms: 120, detail: "2 pages" },
    { id: "model", name: "Reading with the model", state: "now" },
  ]);
});

test("a failure marks the step it came in and says what to do; a stop is no failure", () => {
  const failed = after(
    event("read", "Reading the file"),
    event("read", "It took too long", {
      type: "error",
      detail: {
        kind: "timed-out",
        message: "It took too long",
        nextStep: "Again.",
        retryable: true,
      },
    }),
  );
  expect(failed).toMatchObject({ status: "failed", failure: { nextStep: "Again." } });
  expect(failed.steps[0]?.state).toBe("failed");
  const stopped = event("read", "Stopped", {
    type: "error",
    detail: { kind: "cancelled", message: "Stopped", nextStep: "Again.", retryable: false },
  });
  expect(after(stopped).status).toBe("cancelled");
});

test("warnings are kept apart, and the log has every event on a line", () => {
  const state = after(
    event("read", "Reading the file", { duration: 120 }),
    event("model", "The model is busy.", { type: "warning" }),
  );
  expect(state.warnings).toEqual(["The model is busy."]);
  expect(logText(state.log)).toBe(
    "09:30:00.005  read  Reading the file (120 ms)\n09:30:00.005  model  warning: The model is busy.",
  );
});

test("a place in the queue is said with the wait", () => {
  expect(placeWords({ jobId: "j", position: 1, expectedWaitMs: 0 })).toBe("You are next");
  expect(placeWords({ jobId: "j", position: 3, expectedWaitMs: 40_000 })).toBe(
    "Number 3 in the queue, about 40.0 s to wait",
  );
});
