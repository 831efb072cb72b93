import { useState } from "react";
import { afterEvent, JOB_STARTING, type JobProgressState } from "../../../ui/job-progress.ts";
import { JobProgress } from "../../../ui/JobProgress.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import type { JobEvent } from "../../../../shared/job.ts";
import type { Specimen } from "./specimen.ts";

type Told = Pick<JobEvent, "type" | "step" | "progress" | "message"> & Partial<JobEvent>;

/** The state after these events, told one second apart. */
const after = (...events: readonly Told[]): JobProgressState =>
  events
    .map((event, at) => ({ duration: 0, ...event, id: at + 1, at: 1_000 * (at + 1) }))
    .reduce(afterEvent, JOB_STARTING);

const WAITS: Told = {
  type: "progress",
  step: "queue",
  progress: 0,
  message: "Waiting",
  detail: { jobId: "example", position: 3, expectedWaitMs: 40_000 },
};
const READS: readonly Told[] = [
  { type: "step", step: "text", progress: 5, message: "Reading the text" },
  { type: "step", step: "text", progress: 30, message: "Reading the text: 2 pages", duration: 182 },
  { type: "step", step: "model", progress: 35, message: "Asking the model" },
];
const WARNS: Told = {
  type: "warning",
  step: "model",
  progress: 40,
  message: "The model is slow to answer; the rules’ reading is kept meanwhile.",
};
const FAILS: Told = {
  type: "error",
  step: "model",
  progress: 40,
  message: "The model didn’t answer.",
  detail: {
    kind: "unavailable",
    message: "The model didn’t answer.",
    nextStep: "Try again in a few minutes, or keep what was read without it.",
    retryable: true,
  },
};
const ENDS: Told = { type: "complete", step: "done", progress: 100, message: "Read" };

const JOBS = {
  queued: after(WAITS),
  running: after(...READS, WARNS),
  failed: after(...READS, FAILS),
  complete: after(...READS, ENDS),
} as const;
const SHOWN = [
  { id: "queued", label: "Waits" },
  { id: "running", label: "Runs" },
  { id: "failed", label: "Fails" },
  { id: "complete", label: "Ends" },
] as const;

function Job() {
  const [shown, setShown] = useState<keyof typeof JOBS>("running");
  const again = () => setShown("queued");
  return (
    <div className="kit-stack">
      <SegmentedControl
        label="State of the job"
        options={SHOWN}
        value={shown}
        onChange={setShown}
      />
      <JobProgress
        label="Reading your CV with AI"
        job={JOBS[shown]}
        onCancel={() => setShown("complete")}
        onRetry={again}
        otherWay={<PlainButton onClick={again}>Read it here</PlainButton>}
      />
    </div>
  );
}

export const JOB_SPECIMENS: readonly Specimen[] = [{ name: "JobProgress", Show: Job }];
