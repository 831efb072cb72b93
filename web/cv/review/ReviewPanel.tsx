import { useMemo, useRef, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { CvDocument, Extraction } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { reviewFields } from "./review-fields.ts";
import { ReviewDocument } from "./ReviewDocument.tsx";
import { ReviewFields } from "./ReviewFields.tsx";
import { TieLine } from "./TieLine.tsx";
import "./review.css";

export interface ReviewPanelProps {
  readonly document: CvDocument;
  readonly extraction: Extraction;
  /** The file itself, for drawing its pages. */
  readonly bytes: Uint8Array;
  /** As it is now. */
  readonly resume: Resume;
  /** JSON Pointers of the values that the person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
  readonly onChange: (pointer: string, value: string) => void;
  readonly onConfirm: (pointer: string) => void;
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
  const review = useMemo(() => reviewFields(extraction.evidence, resume), [extraction, resume]);
  const [focused, setFocused] = useState<string | null>(null);
  const [side, setSide] = useState<"fields" | "document">("fields");
  const body = useRef<HTMLDivElement>(null);
  const evidence = extraction.evidence.find(({ pointer }) => pointer === focused);
  const checked = review.uncertain.filter(({ pointer }) => confirmed.has(pointer)).length;

  const focusField = (pointer: string) => {
    setSide("fields");
    setFocused(pointer);
    // The fields may be hidden until the next paint on a phone.
    requestAnimationFrame(() => fieldElement(body.current, pointer)?.focus());
  };
  const show = (next: "fields" | "document") => {
    setSide(next);
    requestAnimationFrame(() =>
      body.current?.querySelector("[data-mark]")?.scrollIntoView({ block: "center" }),
    );
  };
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
          <SegmentedControl label="Show" options={SIDES} value={side} onChange={show} />
        </div>
        <IconButton label="Close" icon="x" onPress={onClose} />
      </header>
      <div className="review-body" data-side={side} ref={body}>
        <ReviewDocument
          document={document}
          bytes={bytes}
          evidence={extraction.evidence}
          places={evidence?.places ?? []}
          focused={focused}
          onChoose={focusField}
        />
        <ReviewFields
          {...props}
          review={review}
          focused={focused}
          onFocus={setFocused}
          onNext={focusField}
          onShow={() => show("document")}
        />
        <TieLine key={focused} body={body} />
      </div>
    </>
  );
}

const fieldElement = (body: HTMLElement | null, pointer: string): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`) ?? null;
