import { useMemo, useRef } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { CvDocument, Extraction } from "../../../shared/cv-document.ts";
import { placesOfFinding } from "../../../shared/cv/analysis/finding.ts";
import type { Resume } from "../../../shared/resume.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { keyOf } from "./finding-key.ts";
import { FindingList } from "./FindingList.tsx";
import type { PresentEvidence } from "./present-evidence.ts";
import { reviewFields } from "./review-fields.ts";
import { ReviewDocument } from "./ReviewDocument.tsx";
import { ReviewFields } from "./ReviewFields.tsx";
import { TieLine } from "./TieLine.tsx";
import { usePresentEvidence } from "./use-present-evidence.ts";
import { useReviewChoice } from "./use-review-choice.ts";
import "./review.css";

export interface ReviewPanelProps {
  readonly document: CvDocument;
  readonly extraction: Extraction;
  /** The file itself, for drawing its pages. */
  readonly bytes: Uint8Array;
  /** As it is now. */
  readonly resume: Resume;
  /** JSON Pointers, into the résumé as it was read, of the values that the person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
  readonly onChange: (pointer: string, value: string) => void;
  readonly onConfirm: (readAs: string) => void;
  /** Goes to the content form, at this place of the résumé (JSON Pointer). */
  readonly onEdit: (pointer: string) => void;
  /** Opens “How was this read?”. */
  readonly onExplain: () => void;
  readonly onClose: () => void;
}

/** The document beside what was read from it, the uncertain first; over the whole window. */
export function ReviewPanel(props: ReviewPanelProps) {
  return (
    <ModalOverlay
      className="review-overlay"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
    >
      <Modal className="review-modal">
        <Dialog className="review">
          <ReviewInside {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const SIDES = [
  { id: "fields", label: "Fields" },
  { id: "document", label: "Document" },
] as const;

function ReviewInside(props: ReviewPanelProps) {
  const { document, extraction, bytes, resume, confirmed, onClose } = props;
  const evidence = usePresentEvidence(extraction, resume);
  const review = useMemo(() => reviewFields(evidence, resume), [evidence, resume]);
  const body = useRef<HTMLDivElement>(null);
  const choice = useReviewChoice(evidence, resume, body);
  const checked = review.uncertain.filter(({ readAs }) => confirmed.has(readAs)).length;
  return (
    <>
      <header className="review-head">
        <Heading slot="title" level={2}>
          Check what was read
        </Heading>
        <p className="review-progress" aria-live="polite">
          {review.uncertain.length === 0
            ? "Everything was read with confidence"
            : `${checked} of ${review.uncertain.length} checked`}
        </p>
        <div className="review-sides">
          <SegmentedControl
            label="Show"
            options={SIDES}
            value={choice.side}
            onChange={choice.show}
          />
        </div>
        {document.kind !== "resume" && (
          <Button variant="quiet" className="review-explain" onPress={props.onExplain}>
            How was this read?
          </Button>
        )}
        <IconButton label="Close" icon="x" onPress={onClose} />
      </header>
      <div className="review-body" data-side={choice.side} ref={body}>
        <ReviewDocument
          document={document}
          bytes={bytes}
          evidence={evidence}
          places={choice.places}
          focused={choice.focused}
          onChoose={choice.focusField}
        />
        <ReviewSide {...props} evidence={evidence} review={review} choice={choice} />
        <TieLine key={choice.focused} body={body} />
      </div>
    </>
  );
}

type SideProps = ReviewPanelProps & {
  readonly evidence: readonly PresentEvidence[];
  readonly review: ReturnType<typeof reviewFields>;
  readonly choice: ReturnType<typeof useReviewChoice>;
};

/** Beside the document: what was read, or what could be stronger. */
function ReviewSide(props: SideProps) {
  const { review, choice, evidence, onEdit } = props;
  const { tab, findings, finding } = choice;
  const options = [
    { id: "fields", label: "What was read" },
    {
      id: "findings",
      label: findings.length === 0 ? "Could be stronger" : `Could be stronger · ${findings.length}`,
    },
  ] as const;
  return (
    <div className="review-side">
      <div className="review-tabs">
        <SegmentedControl
          label="Beside the document"
          options={options}
          value={tab}
          onChange={choice.setTab}
          isStretched
        />
      </div>
      {tab === "fields" ? (
        <ReviewFields
          {...props}
          review={review}
          focused={choice.field}
          onFocus={choice.setField}
          onNext={choice.focusField}
          onShow={() => choice.show("document")}
        />
      ) : (
        <FindingList
          findings={findings}
          chosen={finding && keyOf(finding)}
          hasPlace={(one) => placesOfFinding(one, evidence).length > 0}
          onChoose={choice.setFinding}
          onShow={() => choice.show("document")}
          onEdit={({ pointer }) => onEdit(pointer)}
        />
      )}
    </div>
  );
}
