import { useMemo, useState } from "react";
import type { Extraction } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { JobProgress } from "../../ui/JobProgress.tsx";
import { aiProposals, type AiProposal } from "./ai-proposals.ts";
import type { AiReading } from "./ai-reading.ts";
import { ConsentDialog, leftWords } from "./ConsentDialog.tsx";
import "./ai-panel.css";

export interface AiPanelProps {
  readonly ai: AiReading;
  readonly resume: Resume;
  readonly extraction: Extraction;
}

/** “Read it again with AI”: asked for, followed, and what came of it, to take over or not (R1.4, R1.9). */
export function AiPanel({ ai, resume, extraction }: AiPanelProps) {
  const { job, reading, failure } = ai;
  const isUnderWay = job !== null && !["complete", "failed", "cancelled"].includes(job.status);
  const ask = <ConsentDialog text={ai.text} left={ai.left} onAgree={ai.start} />;
  return (
    <div className="review-fields review-ai">
      {reading === null && !isUnderWay && (
        <p>
          Google’s Gemini reads your CV’s text a second time and may find what was missed here. You
          choose what is taken over.
        </p>
      )}
      {failure && <ErrorState failure={failure} action={ask} />}
      {job && (isUnderWay || reading === null) && (
        <JobProgress
          label="Reading your CV with AI"
          job={job}
          isLost={ai.isLost}
          onCancel={ai.cancel}
          otherWay={ask}
        />
      )}
      {job?.status === "complete" && reading === null && (
        <p>What was read in this browser stays as it is.</p>
      )}
      {reading !== null && <Proposals {...{ ai, resume, extraction }} />}
      {!isUnderWay && !failure && job?.status !== "failed" && reading === null && <div>{ask}</div>}
      {ai.left !== null && !isUnderWay && <p className="review-quiet">{leftWords(ai.left)}</p>}
    </div>
  );
}

function Proposals({ ai, resume, extraction }: AiPanelProps) {
  const reading = ai.reading!;
  const open = useMemo(
    () => aiProposals(reading, resume, extraction).filter(({ id }) => !ai.ignored.has(id)),
    [reading, resume, extraction, ai.ignored],
  );
  const inCv = open.filter(({ isInCv }) => isInCv);
  const notInCv = open.filter(({ isInCv }) => !isInCv);
  const together = inCv.filter(({ isYours }) => !isYours);
  const [taken, setTaken] = useState(0);
  const accept = (proposals: readonly AiProposal[]) => {
    ai.accept(proposals);
    setTaken(proposals.length);
  };
  const undo = () => {
    ai.undo();
    setTaken(0);
  };
  return (
    <>
      <output>
        {taken > 0 && (
          <span className="review-taken">
            {taken === 1 ? "Taken over." : `${taken} taken over.`}
            <Button size="small" variant="quiet" onPress={undo}>
              Undo
            </Button>
          </span>
        )}
        {open.length === 0 && <span>Nothing is left to decide.</span>}
      </output>
      {inCv.length > 0 && (
        <section aria-labelledby="ai-in-cv">
          <h3 className="review-heading" id="ai-in-cv">
            In your CV <Badge>{inCv.length}</Badge>
          </h3>
          {together.length > 1 && (
            <Button variant="primary" onPress={() => accept(together)}>
              Take over all {together.length}
            </Button>
          )}
          <Rows proposals={inCv} onAccept={accept} onIgnore={ai.ignore} />
        </section>
      )}
      {notInCv.length > 0 && (
        <section aria-labelledby="ai-not-in-cv">
          <h3 className="review-heading" id="ai-not-in-cv">
            Not in your CV <Badge tone="warn">{notInCv.length}</Badge>
          </h3>
          <p className="review-quiet">
            The model gave these, and your CV doesn’t hold them. They are off unless you take them
            over.
          </p>
          <Rows proposals={notInCv} onAccept={accept} onIgnore={ai.ignore} />
        </section>
      )}
    </>
  );
}

interface RowsProps {
  readonly proposals: readonly AiProposal[];
  readonly onAccept: (proposals: readonly AiProposal[]) => void;
  readonly onIgnore: (id: string) => void;
}

function Rows({ proposals, onAccept, onIgnore }: RowsProps) {
  return (
    <ul className="review-findings">
      {proposals.map((one) => (
        <li key={one.id} className="review-proposal">
          <p className="ui-label">
            {one.label}
            <span className="review-of">{one.of}</span>
            {!one.isInCv && <Badge tone="warn">not in your CV</Badge>}
          </p>
          {one.before !== null && (
            <p className="review-before">
              <span className="visually-hidden">Now: </span>
              <del>{one.before}</del>
              {one.isYours && <span> (your own words)</span>}
            </p>
          )}
          <p className="review-after">
            <span className="visually-hidden">Suggested: </span>
            {one.words}
          </p>
          <div className="review-acts">
            <Button
              size="small"
              aria-label={`Take over ${one.label}: ${one.words}`}
              onPress={() => onAccept([one])}
            >
              Take over
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={`Ignore ${one.label}: ${one.words}`}
              onPress={() => onIgnore(one.id)}
            >
              Ignore
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
