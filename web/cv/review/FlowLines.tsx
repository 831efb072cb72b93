import type { Evidence, FlowLine, Place } from "../../../shared/cv-document.ts";
import { linesOf, valueOnLine } from "./places.ts";

export interface FlowLinesProps {
  readonly lines: readonly FlowLine[];
  readonly evidence: readonly Evidence[];
  readonly places: readonly Place[];
  readonly onChoose: (pointer: string) => void;
}

/** A document without pages, as numbered lines. A click on a line goes to its value. */
export function FlowLines({ lines, evidence, places, onChoose }: FlowLinesProps) {
  const marked = linesOf(places);
  return (
    <ol className="review-lines">
      {lines.map((line) => (
        // The keyboard goes the other way: from the field to its line.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
        <li
          key={line.line}
          value={line.line}
          data-heading={line.headingLevel}
          data-bullet={line.bullet === true || undefined}
          data-mark={marked.has(line.line) || undefined}
          onClick={() => {
            const pointer = valueOnLine(evidence, line.line);
            if (pointer !== null) onChoose(pointer);
          }}
        >
          <span>{line.cells === undefined ? line.text : line.cells.join("   ")}</span>
        </li>
      ))}
    </ol>
  );
}
