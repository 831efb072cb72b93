import { PlainButton } from "../../../ui/PlainButton.tsx";
import { ProgressSteps } from "../../../ui/ProgressSteps.tsx";
import { shownTime } from "../../../ui/shown-time.ts";
import type { ReadingState } from "../../flows/reading-state.ts";
import { foundSoFar } from "./found-so-far.ts";

export interface ReadingSheetProps {
  readonly reading: ReadingState & { readonly status: "reading" };
  readonly onCancel?: () => void;
}

const COUNTED = [
  ["pages", "page", "pages"],
  ["sections", "section", "sections"],
  ["facts", "fact", "facts"],
] as const;

/** What goes on after a step; before and between the others, the CV is being read. */
const NEXT: Readonly<Record<string, string>> = {
  Fields: "Making the site",
  "Site made": "Opening it",
};

/** The sheet as it fills: what was found so far, and each step with its time. */
export function ReadingSheet({ reading, onCancel }: ReadingSheetProps) {
  const { fileName, steps } = reading;
  const found = foundSoFar(reading);
  const total = steps.reduce((sum, { ms }) => sum + ms, 0);
  const done = steps.map((step) => ({ ...step, state: "done" as const }));
  const next = NEXT[steps.at(-1)?.name ?? ""] ?? "Reading";
  return (
    <div className="sheet-page sheet-reading" aria-busy="true">
      <div>
        <h1 className="sheet-file">{fileName}</h1>
        <dl className="sheet-found">
          {COUNTED.map(([key, one, many]) => (
            <div key={key} data-known={found[key] !== null || undefined}>
              <dd>{found[key] ?? "–"}</dd>
              <dt>{found[key] === 1 ? one : many}</dt>
            </div>
          ))}
        </dl>
        <output className="visually-hidden">
          {`Reading ${fileName}. ${steps.map(({ name, detail }) => `${name}${detail ? `: ${detail}` : ""}`).join(". ")}`}
        </output>
        <ProgressSteps label="Steps" steps={[...done, { name: next, state: "now" }]} />
      </div>
      <div className="sheet-foot">
        <details className="sheet-log">
          <summary>Log</summary>
          <pre>
            {steps
              .map(
                ({ name, ms, detail }) => `${name}  ${shownTime(ms)}${detail ? `  ${detail}` : ""}`,
              )
              .concat(`Until now  ${shownTime(total)}`)
              .join("\n")}
          </pre>
        </details>
        {onCancel !== undefined && (
          <PlainButton variant="quiet" onClick={onCancel}>
            Stop
          </PlainButton>
        )}
      </div>
    </div>
  );
}
