import type { CvDocument, FlowLine } from "../../../shared/cv-document.ts";
import { DocumentPane } from "../review/DocumentPane.tsx";
import { PdfPage } from "../review/PdfPage.tsx";
import type { ExplainMark } from "./explain-steps.ts";

export interface ExplainDocumentProps {
  readonly document: CvDocument;
  readonly bytes: Uint8Array;
  readonly marks: readonly ExplainMark[];
  /** The item whose marks stand out. */
  readonly chosen: string | null;
}

const nothing = () => undefined;
/** Points around a mark. */
const ROOM = 1;

/** The document with a step's marks on it; what is chosen comes into view. */
export function ExplainDocument({ document, bytes, marks, chosen }: ExplainDocumentProps) {
  return (
    <DocumentPane shown={chosen} mark="[data-chosen]">
      {document.kind === "flow" && (
        <MarkedLines lines={document.lines} marks={marks} chosen={chosen} />
      )}
      {document.kind === "pages" &&
        document.pages.map((page, at) => (
          <PdfPage
            key={at}
            number={at}
            of={document.pages.length}
            page={page}
            bytes={bytes}
            runs={document.runs}
            evidence={[]}
            mark={null}
            onChoose={nothing}
          >
            <PageMarks page={page} number={at} marks={marks} chosen={chosen} />
          </PdfPage>
        ))}
    </DocumentPane>
  );
}

interface PageMarksProps extends Pick<ExplainDocumentProps, "marks" | "chosen"> {
  readonly page: { readonly width: number; readonly height: number };
  readonly number: number;
}

function PageMarks({ page, number, marks, chosen }: PageMarksProps) {
  return (
    <svg
      className="explain-marks"
      viewBox={`0 0 ${page.width} ${page.height}`}
      aria-hidden="true"
      data-quiet={chosen !== null || undefined}
    >
      {marks.map(({ place, tone, item, isStrong }, at) =>
        place.kind === "box" && place.page === number ? (
          <rect
            key={at}
            x={place.box.x - ROOM}
            y={place.box.y - ROOM}
            width={place.box.width + 2 * ROOM}
            height={place.box.height + 2 * ROOM}
            rx={1}
            data-tone={tone}
            data-strong={isStrong || undefined}
            data-chosen={(item !== null && item === chosen) || undefined}
          />
        ) : null,
      )}
    </svg>
  );
}

interface MarkedLinesProps extends Pick<ExplainDocumentProps, "marks" | "chosen"> {
  readonly lines: readonly FlowLine[];
}

function MarkedLines({ lines, marks, chosen }: MarkedLinesProps) {
  const byLine = new Map<number, ExplainMark>();
  for (const mark of marks) {
    if (mark.place.kind !== "line") continue;
    // Of several values on a line, the chosen one is shown, else the first.
    const isChosen = mark.item !== null && mark.item === chosen;
    if (isChosen || !byLine.has(mark.place.line)) byLine.set(mark.place.line, mark);
  }
  return (
    <ol className="review-lines explain-lines" data-quiet={chosen !== null || undefined}>
      {lines.map((line) => {
        const mark = byLine.get(line.line);
        return (
          <li
            key={line.line}
            value={line.line}
            data-heading={line.headingLevel}
            data-bullet={line.bullet === true || undefined}
            data-tone={mark?.tone}
            data-strong={mark?.isStrong || undefined}
            data-chosen={(mark?.item != null && mark.item === chosen) || undefined}
          >
            <span>{line.cells === undefined ? line.text : line.cells.join("   ")}</span>
          </li>
        );
      })}
    </ol>
  );
}
