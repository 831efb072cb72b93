import { Check, X } from "lucide-react";
import { shownTime } from "./shown-time.ts";
import "./states.css";

export interface ProgressStep {
  readonly name: string;
  readonly state: "done" | "now" | "waiting" | "failed";
  /** Milliseconds it took. */
  readonly ms?: number;
  readonly detail?: string;
}

export interface ProgressStepsProps {
  readonly label: string;
  readonly steps: readonly ProgressStep[];
}

const SAID = { done: "done", now: "under way", waiting: "waiting", failed: "failed" } as const;

/** Named steps of a wait, each with its time. */
export function ProgressSteps({ label, steps }: ProgressStepsProps) {
  return (
    <ol className="ui-steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.name}
          className="ui-step"
          data-state={step.state}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <StepMark state={step.state} />
          <span className="ui-step-name">
            {step.name}
            <span className="visually-hidden">, {SAID[step.state]}</span>
            {step.detail !== undefined && <span className="ui-step-ms"> {step.detail}</span>}
          </span>
          <span className="ui-step-ms">{step.ms === undefined ? "" : shownTime(step.ms)}</span>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: Pick<ProgressStep, "state">) {
  const look = { size: 16, strokeWidth: 1.5, "aria-hidden": true } as const;
  if (state === "done") return <Check {...look} />;
  if (state === "failed") return <X {...look} />;
  return <span className="ui-step-dot" />;
}
