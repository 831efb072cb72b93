import type { CvDocument, Evidence, Place } from "../../../shared/cv-document.ts";
import { DocumentPane } from "./DocumentPane.tsx";
import { FlowLines } from "./FlowLines.tsx";
import { HiddenText } from "./HiddenText.tsx";
import { PdfPage } from "./PdfPage.tsx";
import { boxesByPage } from "./places.ts";

export interface ReviewDocumentProps {
  readonly document: CvDocument;
  readonly bytes: Uint8Array;
  readonly evidence: readonly Evidence[];
  /** Where the focused value stands. */
  readonly places: readonly Place[];
  readonly focused: string | null;
  readonly onChoose: (pointer: string) => void;
}

/** The document as it came, with the place of the focused value marked and in view. */
export function ReviewDocument(props: ReviewDocumentProps) {
  const { document, focused } = props;
  return (
    <DocumentPane shown={focused} mark="[data-mark]">
      {document.kind === "pages" && document.hidden.length > 0 && (
        <HiddenText runs={document.hidden} />
      )}
      <DocumentInside {...props} />
    </DocumentPane>
  );
}

function DocumentInside({ document, bytes, evidence, places, onChoose }: ReviewDocumentProps) {
  if (document.kind === "resume") {
    return (
      <p className="review-note">
        This came as data (JSON Résumé): there is no page to show. Every value was taken as it
        stands.
      </p>
    );
  }
  if (document.kind === "flow") {
    return (
      <FlowLines lines={document.lines} evidence={evidence} places={places} onChoose={onChoose} />
    );
  }
  const boxes = boxesByPage(places);
  return document.pages.map((page, at) => (
    <PdfPage
      key={at}
      number={at}
      of={document.pages.length}
      page={page}
      bytes={bytes}
      runs={document.runs}
      evidence={evidence}
      mark={boxes.get(at) ?? null}
      onChoose={onChoose}
    />
  ));
}
