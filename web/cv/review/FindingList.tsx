import { useEffect, useRef } from "react";
import type { Finding } from "../../../shared/cv/analysis/finding.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PlainButton } from "../../ui/PlainButton.tsx";
import { keyOf } from "./finding-key.ts";

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Key of the finding whose place is shown. */
  readonly chosen: string | null;
  /** Whether a finding has a place in the document. */
  readonly hasPlace: (finding: Finding) => boolean;
  readonly onChoose: (finding: Finding | null) => void;
  readonly onShow: () => void;
  /** Goes to where it can be changed. */
  readonly onEdit: (finding: Finding) => void;
}

/** What could be stronger, one line each; the chosen one says why and what to do, and shows its place. */
export function FindingList(props: FindingListProps) {
  const { findings, chosen, onChoose } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>("button")?.focus(), []);
  if (findings.length === 0) {
    return (
      <div className="review-fields">
        <EmptyState
          title="Nothing to remark"
          text="Name, contacts, dates and results are all there, as far as rules can tell."
        />
      </div>
    );
  }
  return (
    <div className="review-fields" ref={panel}>
      <p className="review-quiet">
        Remarks, not errors. They come from plain rules, and you know your life better.
      </p>
      <ul className="review-findings" aria-label="What could be stronger">
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
    </div>
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
