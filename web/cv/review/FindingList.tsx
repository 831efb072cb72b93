import { useEffect, useRef } from "react";
import type { Finding } from "../../../shared/cv/analysis/finding.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { AskingNote } from "../../ui/AskingNote.tsx";
import { useFocusWithin } from "../../ui/use-asked.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import type { DeeperLook } from "./deeper-look.ts";
import { keyOf } from "./finding-key.ts";

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Key of the finding whose place is shown. */
  readonly chosen: string | null;
  /** Whether a finding has a place in the document. */
  readonly hasPlace: (finding: Finding) => boolean;
  /** What a model finds beyond the rules. */
  readonly deeper: DeeperLook;
  readonly onChoose: (finding: Finding | null) => void;
  readonly onShow: () => void;
  /** Goes to where it can be changed. */
  readonly onEdit: (finding: Finding) => void;
}

/** What could be stronger, one line each; the chosen one says why and what to do, and shows its place. */
export function FindingList(props: FindingListProps) {
  const { findings } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>("button")?.focus(), []);
  return (
    <div className="review-fields" ref={panel}>
      {findings.length === 0 ? (
        <EmptyState
          title="Nothing to remark"
          text="Name, contacts, dates and results are all there, as far as rules can tell."
        />
      ) : (
        <>
          <p className="review-quiet">
            Remarks, not errors. They come from plain rules, and you know your life better.
          </p>
          <Findings {...props} label="What could be stronger" />
        </>
      )}
      <Deeper {...props} />
    </div>
  );
}

function Findings(props: FindingListProps & { readonly label: string }) {
  const { findings, chosen, onChoose, label } = props;
  return (
    <ul className="review-findings" aria-label={label}>
      {findings.map((finding) => {
        const isChosen = keyOf(finding) === chosen;
        return (
          <li key={keyOf(finding)} data-row={isChosen || undefined}>
            <button
              type="button"
              className="review-finding"
              aria-expanded={isChosen}
              onClick={() => onChoose(isChosen ? null : finding)}
            >
              <Icon name={isChosen ? "chevron-down" : "chevron-right"} size={16} />
              {finding.sentence}
            </button>
            {isChosen && <FindingDetail {...props} finding={finding} />}
          </li>
        );
      })}
    </ul>
  );
}

/** “Look deeper with AI”, and what came of it. */
function Deeper(props: FindingListProps) {
  const { findings, isLooking, failure, look, stop } = props.deeper;
  const room = useRef<HTMLElement>(null);
  useFocusWithin(room, isLooking, failure);
  return (
    <section ref={room} className="review-deeper" aria-label="With AI">
      <div aria-live="polite">
        {findings !== null && !isLooking && (
          <>
            <h3 className="review-heading">With AI</h3>
            {findings.length === 0 ? (
              <p className="review-quiet">The model found nothing beyond the rules.</p>
            ) : (
              <>
                <p className="review-quiet">
                  A model’s opinion of your CV as it is now. Look at it with doubt.
                </p>
                <Findings {...props} findings={findings} label="What a model would make stronger" />
              </>
            )}
          </>
        )}
      </div>
      {failure && <ErrorState failure={failure} />}
      {isLooking && <AskingNote onStop={stop}>The model is reading your CV …</AskingNote>}
      {findings === null && !isLooking && (
        <>
          <div className="review-acts">
            <Button onPress={look}>Look deeper with AI</Button>
          </div>
          <p className="review-quiet">
            The model reads what your CV says, without e-mail, telephone and street.
          </p>
        </>
      )}
    </section>
  );
}

function FindingDetail(props: FindingListProps & { readonly finding: Finding }) {
  const { finding, hasPlace, onShow, onEdit } = props;
  return (
    <div className="review-finding-detail">
      <p>{finding.why}</p>
      <p>{finding.todo}</p>
      <div className="review-acts">
        <PlainButton size="small" onClick={() => onEdit(finding)}>
          Change it
        </PlainButton>
        {hasPlace(finding) && (
          <PlainButton size="small" variant="quiet" className="review-show" onClick={onShow}>
            Show in the document
          </PlainButton>
        )}
      </div>
    </div>
  );
}
