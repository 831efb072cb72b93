import { useMemo, useRef } from "react";
import type { CvDocument, Extraction } from "../../../shared/cv-document.ts";
import { placesOfFinding } from "../../../shared/cv/analysis/finding.ts";
import type { Resume } from "../../../shared/resume.ts";
import { Button } from "../../ui/Button.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { AiPanel } from "./AiPanel.tsx";
import type { AiReading } from "./ai-reading.ts";
import type { DeeperLook } from "./deeper-look.ts";
import { keyOf } from "./finding-key.ts";
import { FindingList } from "./FindingList.tsx";
import type { PresentEvidence } from "./present-evidence.ts";
import { reviewFields } from "./review-fields.ts";
import { ReviewDocument } from "./ReviewDocument.tsx";
import { ReviewFields } from "./ReviewFields.tsx";
import { TieLine } from "./TieLine.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";
import { usePresentEvidence } from "./use-present-evidence.ts";
import { useReviewChoice } from "./use-review-choice.ts";
import { WholeWindow } from "./WholeWindow.tsx";

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
  /** A second reading by a model; `null` where none is offered. */
  readonly ai: AiReading | null;
  readonly deeper: DeeperLook;
  /** Goes to the content form, at this place of the résumé (JSON Pointer). */
  readonly onEdit: (pointer: string) => void;
  /** Opens “How was this read?”. */
  readonly onExplain: () => void;
  readonly onClose: () => void;
}

/** The document beside what was read from it, the uncertain first; over the whole window. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { document, extraction, bytes, resume, confirmed, onClose } = props;
  const evidence = usePresentEvidence(extraction, resume);
  const review = useMemo(() => reviewFields(evidence, resume), [evidence, resume]);
  const body = useRef<HTMLDivElement>(null);
  const choice = useReviewChoice(evidence, resume, body);
  const isNarrow = useIsNarrow();
  const checked = review.uncertain.filter(({ readAs }) => confirmed.has(readAs)).length;
  return (
    <WholeWindow
      title="Check what was read"
      note={
        review.uncertain.length === 0
          ? "Everything was read with confidence"
          : `${checked} of ${review.uncertain.length} checked`
      }
      acts={
        document.kind !== "resume" && (
          <Button variant="quiet" className="review-explain" onPress={props.onExplain}>
            How was this read?
          </Button>
        )
      }
      onClose={onClose}
    >
      {isNarrow && <ReviewTabs choice={choice} hasAi={props.ai !== null} isNarrow />}
      <div className="review-body" data-side={choice.side} ref={body}>
        <ReviewDocument
          document={document}
          bytes={bytes}
          evidence={evidence}
          places={choice.places}
          focused={choice.focused}
          onChoose={choice.focusField}
        />
        <div className="review-side">
          {!isNarrow && <ReviewTabs choice={choice} hasAi={props.ai !== null} />}
          <ReviewSide {...props} evidence={evidence} review={review} choice={choice} />
        </div>
        <TieLine key={choice.focused} body={body} />
      </div>
    </WholeWindow>
  );
}

type SideProps = ReviewPanelProps & {
  readonly evidence: readonly PresentEvidence[];
  readonly review: ReturnType<typeof reviewFields>;
  readonly choice: ReturnType<typeof useReviewChoice>;
};

interface TabsProps {
  readonly choice: ReturnType<typeof useReviewChoice>;
  readonly hasAi: boolean;
  /** On a phone the document is one of them: there is room for one side only. */
  readonly isNarrow?: boolean;
}

/** What is shown, or shown beside the document. */
function ReviewTabs({ choice, hasAi, isNarrow = false }: TabsProps) {
  const { findings, tab, side } = choice;
  const count = findings.length === 0 ? "" : ` · ${findings.length}`;
  const options = [
    { id: "fields", label: isNarrow ? "Read" : "What was read" },
    { id: "findings", label: `${isNarrow ? "Stronger" : "Could be stronger"}${count}` },
    ...(hasAi ? [{ id: "ai", label: isNarrow ? "AI" : "With AI" } as const] : []),
    ...(isNarrow ? [{ id: "document", label: "Document" } as const] : []),
  ] as const;
  return (
    <div className="review-tabs">
      <SegmentedControl
        label={isNarrow ? "Show" : "Beside the document"}
        options={options}
        value={isNarrow && side === "document" ? "document" : tab}
        onChange={(id) => {
          if (id === "document") return choice.show("document");
          choice.setTab(id);
          if (isNarrow) choice.show("fields");
        }}
        isStretched
      />
    </div>
  );
}

/** Beside the document: what was read, what could be stronger, or what a model read. */
function ReviewSide(props: SideProps) {
  const { review, choice, evidence, onEdit } = props;
  const { tab, findings, finding } = choice;
  if (tab === "ai" && props.ai) return <AiPanel {...props} ai={props.ai} />;
  if (tab === "fields") {
    return (
      <ReviewFields
        {...props}
        review={review}
        focused={choice.field}
        onFocus={choice.setField}
        onNext={choice.focusField}
        onShow={() => choice.show("document")}
      />
    );
  }
  return (
    <FindingList
      findings={findings}
      deeper={props.deeper}
      chosen={finding && keyOf(finding)}
      hasPlace={(one) => placesOfFinding(one, evidence).length > 0}
      onChoose={choice.setFinding}
      onShow={() => choice.show("document")}
      onEdit={({ pointer }) => onEdit(pointer)}
    />
  );
}
