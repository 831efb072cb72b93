import type { CvDocument } from "../../../shared/cv-document.ts";
import { extractResume } from "../../../shared/cv/extract-resume.ts";
import { ok, type Result } from "../../../shared/failure.ts";
import type { CvReading, ReadStep } from "./reader-messages.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Runs a reading step and the extraction after it, and names each step as it ends. */
export async function readAndExtract(
  read: () => Promise<Result<CvDocument>> | Result<CvDocument>,
  now: () => number,
  onStep: (step: ReadStep) => void,
): Promise<Result<CvReading>> {
  const start = now();
  const document = await read();
  if (!document.ok) return document;
  onStep({ name: "Text", ms: now() - start, detail: sizeOf(document.value) });
  const extraction = extractResume(document.value, now);
  const { sections, facts } = extraction.counts;
  for (const step of extraction.steps) {
    const detail =
      step.name === "Sections"
        ? count(sections, "section", "sections")
        : step.name === "Fields"
          ? count(facts, "fact", "facts")
          : "";
    onStep({ ...step, ...(detail ? { detail } : {}) });
  }
  return ok({ document: document.value, extraction });
}

function sizeOf(document: CvDocument): string {
  if (document.kind === "pages") return count(document.pages.length, "page", "pages");
  if (document.kind === "flow") return count(document.lines.length, "line", "lines");
  return "a résumé as data";
}
