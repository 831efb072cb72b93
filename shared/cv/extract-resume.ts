import type { CvDocument, Extraction } from "../cv-document.ts";
import { evidenceOfResume } from "./evidence-of-resume.ts";
import { takeReadingSteps } from "./reading-steps.ts";

/**
 * Reads a résumé out of a document, without AI: lines in reading order, sections, fields, assembly.
 * Nothing is invented: each value's text stands in the document (R1.9), with its place and confidence
 * beside it (R1.5). `now` gives milliseconds for the steps' times; a résumé passes through unchanged.
 */
export function extractResume(document: CvDocument, now: () => number = () => 0): Extraction {
  if (document.kind === "resume") return evidenceOfResume(document.resume);
  const steps: { name: string; ms: number }[] = [];
  const step = <T>(name: string, run: () => T): T => {
    const start = now();
    const result = run();
    steps.push({ name, ms: now() - start });
    return result;
  };
  const { sections, resume, evidence } = takeReadingSteps(document, step);
  return {
    resume,
    evidence,
    counts: {
      pages: document.kind === "pages" ? document.pages.length : 1,
      sections: sections.filter((section) => section.heading).length,
      facts: evidence.length,
    },
    steps,
  };
}
