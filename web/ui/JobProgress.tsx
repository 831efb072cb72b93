import { useState, type ReactNode } from "react";
import { logText, placeWords, type JobProgressState } from "./job-progress.ts";
import { ErrorState } from "./ErrorState.tsx";
import { PlainButton } from "./PlainButton.tsx";
import { ProgressSteps } from "./ProgressSteps.tsx";
import "./states.css";

export interface JobProgressProps {
  /** What is being done: “Reading your CV with AI”. */
  readonly label: string;
  readonly job: JobProgressState;
  /** The connection was lost and is being taken up again; the job itself goes on. */
  readonly isLost?: boolean;
  readonly onCancel?: () => void;
  /** Begins anew after a failure. */
  readonly onRetry?: () => void;
  /** Beside “Try again”. */
  readonly otherWay?: ReactNode;
}

/** A job: its place in the queue, its steps with their times, how far it is, its log; its failure. */
export function JobProgress(props: JobProgressProps) {
  const { label, job, isLost = false, onCancel, onRetry, otherWay } = props;
  const isOver = job.status === "failed" || job.status === "cancelled" || job.status === "complete";
  return (
    <div className="ui-job">
      <div className="ui-job-head">
        <p aria-live="polite">{statusWords(label, job, isLost)}</p>
        <span className="ui-step-ms">{Math.round(job.progress)} %</span>
      </div>
      <progress
        className="ui-job-bar"
        aria-label={label}
        data-failed={job.status === "failed" || undefined}
        value={Math.round(job.progress)}
        max={100}
      />
      {job.steps.length > 0 && <ProgressSteps label="Steps" steps={job.steps} />}
      {job.warnings.map((warning) => (
        <p key={warning} className="ui-job-warning">
          {warning}
        </p>
      ))}
      {job.status === "failed" && job.failure && (
        <ErrorState
          failure={job.failure}
          action={
            <span className="ui-job-acts">
              {onRetry && <PlainButton onClick={onRetry}>Try again</PlainButton>}
              {otherWay}
            </span>
          }
        />
      )}
      {!isOver && onCancel && (
        <span className="ui-job-acts">
          <PlainButton onClick={onCancel}>Stop</PlainButton>
        </span>
      )}
      {job.log.length > 0 && <JobLog job={job} />}
    </div>
  );
}

function statusWords(label: string, job: JobProgressState, isLost: boolean): string {
  if (job.status === "complete") return "Done";
  if (job.status === "failed") return "It didn’t work";
  if (job.status === "cancelled") return "Stopped";
  if (isLost) return "The connection was lost. It goes on and is picked up again";
  if (job.place) return placeWords(job.place);
  return job.status === "starting" ? "Sending" : label;
}

function JobLog({ job }: Pick<JobProgressProps, "job">) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const text = logText(job.log);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <details className="ui-unfold-log">
      <summary>Log</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
      <pre tabIndex={0} aria-label="Log">
        {text}
      </pre>
      <span className="ui-job-acts">
        <PlainButton size="small" onClick={() => void copy()}>
          {copied === "yes" ? "Copied" : "Copy the log"}
        </PlainButton>
        {copied === "refused" && <span>The browser didn’t allow it. Select the text instead.</span>}
      </span>
    </details>
  );
}
