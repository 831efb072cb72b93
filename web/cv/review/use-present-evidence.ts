import { useState } from "react";
import type { Extraction } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { presentEvidence, shapeOf, type PresentEvidence } from "./present-evidence.ts";

/**
 * The evidence, tied to the résumé as it is now. It is tied anew only when lists have grown or shrunk:
 * in the review itself values change where they stand, and a row must not go while it is written in.
 */
export function usePresentEvidence(
  extraction: Extraction,
  resume: Resume,
): readonly PresentEvidence[] {
  const tie = () => ({
    shape: shapeOf(resume),
    extraction,
    evidence: presentEvidence(extraction.evidence, extraction.resume, resume),
  });
  const [tied, setTied] = useState(tie);
  if (tied.extraction === extraction && tied.shape === shapeOf(resume)) return tied.evidence;
  const next = tie();
  setTied(next);
  return next.evidence;
}
