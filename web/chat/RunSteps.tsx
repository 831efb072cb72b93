import type { ReactNode } from "react";
import type { AskStep, BackStep, BuildStep, RunStep, ToolStep } from "../../shared/agent-run.ts";
import type { TextChange } from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { Prose } from "./Prose.tsx";
import { buildWords, failureReason, isSaidAgain, lineCount, toolWords } from "./run-words.ts";
import { Scrolled } from "./Scrolled.tsx";
import { Unfold } from "./Unfold.tsx";

export interface StepActs {
  readonly renderDiff: (change: TextChange) => ReactNode;
  /** The person's answer to what is asked. */
  readonly onPermission: (id: string, isAllowed: boolean) => void;
}

/** What a model did, in the order in which it happened. */
export function RunSteps({ steps, ...acts }: StepActs & { readonly steps: readonly RunStep[] }) {
  return steps.map((step, at) => {
    // Steps are only ever added at the end, but where an answer is asked for again: then all after it go.
    const key = `${at} ${step.kind}`;
    switch (step.kind) {
      case "text":
        return <Prose key={key} text={step.text} />;
      case "tool":
        return <ToolLine key={key} step={step} renderDiff={acts.renderDiff} />;
      case "build":
        return isSaidAgain(steps, at) ? null : <BuildLine key={key} step={step} />;
      case "ask":
        return <Question key={key} step={step} onPermission={acts.onPermission} />;
      case "back":
        return <Back key={key} step={step} />;
    }
  });
}

type Tone = "running" | "done" | "good" | "bad" | "warn";

const MARKS: Readonly<Record<Tone, IconName>> = {
  running: "loader-circle",
  done: "check",
  good: "circle-check",
  bad: "circle-x",
  warn: "rotate-ccw",
};

/** One quiet line with its mark. */
const Line = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <span className="chat-line" data-tone={tone}>
    <Icon name={MARKS[tone]} size={16} />
    <span>{children}</span>
  </span>
);

/** Diffs of so few lines are open from the start. */
const SHORT_DIFF = 12;

function ToolLine({
  step,
  renderDiff,
}: { readonly step: ToolStep } & Pick<StepActs, "renderDiff">) {
  const { files, state, result } = step;
  const { did, target } = toolWords(step);
  const count = lineCount(step);
  const reason = failureReason(step);
  const line = (
    <Line tone={state === "failed" ? "bad" : state}>
      {did} {target !== "" && <code title={step.about}>{target}</code>}
      {count !== null && <span className="chat-count">{count}</span>}
      {reason !== null && <span className="chat-reason">{reason}</span>}
    </Line>
  );
  const changed = files.reduce((so, file) => so + file.addedLines + file.removedLines, 0);
  // A file under another name holds what it held: there is nothing to compare.
  if (files.length > 0 && step.name !== "rename_file") {
    return (
      <div className="chat-step">
        <Unfold line={line} isOpenFirst={changed <= SHORT_DIFF}>
          {files.map(({ change }) => (
            <div key={change.path} className="chat-diff">
              {renderDiff(change)}
            </div>
          ))}
        </Unfold>
      </div>
    );
  }
  return (
    <div className="chat-step">
      {result === undefined || result === "" ? (
        line
      ) : (
        <Unfold line={line}>
          <Scrolled label={`What ${step.name} gave`}>{result}</Scrolled>
        </Unfold>
      )}
    </div>
  );
}

const BUILD_TONES = { checking: "running", good: "good", bad: "bad", unknown: "done" } as const;

function BuildLine({ step }: { readonly step: BuildStep }) {
  const line = <Line tone={BUILD_TONES[step.state]}>{buildWords(step)}</Line>;
  return (
    <div className="chat-step">
      {step.problems.length === 0 ? (
        line
      ) : (
        <Unfold line={line}>
          <Scrolled label="Problems of the build">{step.problems.join("\n")}</Scrolled>
        </Unfold>
      )}
    </div>
  );
}

function Question({
  step,
  onPermission,
}: { readonly step: AskStep } & Pick<StepActs, "onPermission">) {
  const { id, said, about, answer } = step;
  if (answer !== "open") {
    return (
      <div className="chat-step">
        <Line tone={answer === "allowed" ? "done" : "bad"}>
          {answer === "allowed" ? "Allowed once:" : "Not allowed:"} <code>{about}</code>
        </Line>
      </div>
    );
  }
  return (
    <section className="chat-question" aria-label="Permission">
      <p>{said}</p>
      <pre>{about}</pre>
      <div className="chat-acts">
        <Button size="small" variant="primary" onPress={() => onPermission(id, true)}>
          Allow once
        </Button>
        <Button size="small" onPress={() => onPermission(id, false)}>
          Don’t
        </Button>
      </div>
    </section>
  );
}

function Back({ step: { said, paths } }: { readonly step: BackStep }) {
  return (
    <div className="chat-step">
      <Line tone="warn">
        {said}
        {paths.length > 1 && ` ${paths.join(", ")}`}
      </Line>
    </div>
  );
}
