import type { CvDocument } from "../../../shared/cv-document.ts";
import { readLines } from "../../../shared/cv/read-lines.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { CvExtraction } from "../../../shared/job-result.ts";
import type { JobProgressState } from "../../ui/job-progress.ts";
import type { AiProposal } from "./ai-proposals.ts";

/** A second reading by a model, as the review shows and steers it. */
export interface AiReading {
  /** What would be sent. */
  readonly text: string;
  /** The reading under way or just done; `null` when there is none. */
  readonly job: JobProgressState | null;
  /** Its connection is lost and being taken up again. */
  readonly isLost: boolean;
  /** Why none could begin or be followed. */
  readonly failure: Failure | null;
  /** What a model read; `null` without one. */
  readonly reading: CvExtraction | null;
  /** Readings left today; `null` while that isn't known or without a limit. */
  readonly left: number | null;
  /** Ids of proposals that the person doesn't want. */
  readonly ignored: ReadonlySet<string>;
  /** Sends the text. Call it on the person's consent and never else. */
  readonly start: () => void;
  readonly cancel: () => void;
  /** Puts these into the résumé as one act that can be undone. */
  readonly accept: (proposals: readonly AiProposal[]) => void;
  /** Takes the last such act back. */
  readonly undo: () => void;
  readonly ignore: (id: string) => void;
}

/**
 * A document's text as a person sees it, line by line: nothing hidden, no picture, no layout. `null` for
 * what came as data, where there is no text to read again.
 */
export function visibleText(document: CvDocument): string | null {
  if (document.kind === "resume") return null;
  return readLines(document)
    .flatMap((lines) => lines.map(({ text }) => text))
    .join("\n");
}
