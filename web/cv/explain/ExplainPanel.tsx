import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { CvDocument } from "../../../shared/cv-document.ts";
import { explainReading } from "../../../shared/cv/explain-reading.ts";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { WholeWindow } from "../review/WholeWindow.tsx";
import { ExplainDocument } from "./ExplainDocument.tsx";
import { explainSteps, type ExplainStep } from "./explain-steps.ts";
import "./explain.css";

export interface ExplainPanelProps {
  readonly document: CvDocument;
  /** The file itself, for drawing its pages. */
  readonly bytes: Uint8Array;
  readonly onClose: () => void;
}

/** “How was this read?”: each step of the reading on the person's own document, over the whole window. */
export function ExplainPanel({ document, bytes, onClose }: ExplainPanelProps) {
  const steps = useMemo(() => {
    const explained = explainReading(document);
    return explained === null ? [] : explainSteps(document, explained);
  }, [document]);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const step = steps[at];
  if (step === undefined) return null;
  const go = (next: number) => {
    if (next < 0 || next >= steps.length) return;
    setAt(next);
    setChosen(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") go(at + 1);
    if (event.key === "ArrowLeft") go(at - 1);
  };
  return (
    <WholeWindow
      title="How was this read?"
      note="Without AI, in this browser"
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <div className="review-body explain-body">
        <ExplainDocument document={document} bytes={bytes} marks={step.marks} chosen={chosen} />
        <ExplainSide
          key={step.id}
          steps={steps}
          at={at}
          go={go}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
    </WholeWindow>
  );
}

interface SideProps {
  readonly steps: readonly ExplainStep[];
  readonly at: number;
  readonly go: (next: number) => void;
  readonly chosen: string | null;
  readonly onChoose: (item: string | null) => void;
}

/** The words of a step, what it found, and the way to the next. */
function ExplainSide({ steps, at, go, chosen, onChoose }: SideProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const step = steps[at]!;
  return (
    <div className="explain-side">
      <div className="explain-words">
        <p className="explain-count">
          Step {at + 1} of {steps.length}
        </p>
        <h3 ref={heading} tabIndex={-1}>
          {step.title}
        </h3>
        <p>{step.words}</p>
      </div>
      <ul className="explain-items" aria-label={`What “${step.title}” found`}>
        {step.items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="explain-item"
              data-tone={item.tone}
              aria-pressed={item.id === chosen}
              onClick={() => onChoose(item.id === chosen ? null : item.id)}
            >
              <span className="explain-title">{item.title}</span>
              <span className="explain-detail">{item.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="explain-acts">
        <PlainButton onClick={() => go(at - 1)} disabled={at === 0}>
          Back
        </PlainButton>
        <PlainButton
          variant="primary"
          onClick={() => go(at + 1)}
          disabled={at === steps.length - 1}
        >
          Next
        </PlainButton>
      </div>
    </div>
  );
}
