import type { CvDocument, Extraction } from "../cv-document.ts";
import { assemble } from "./assemble.ts";
import { detectLanguage } from "./detect-language.ts";
import { evidenceOfResume } from "./evidence-of-resume.ts";
import { readFields } from "./read-fields.ts";
import { readLines } from "./read-lines.ts";
import { findSections } from "./sections.ts";

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
  const streams = step("Lines and columns", () => readLines(document));
  const sections = step("Sections", () => findSections(streams));
  const language = step("Language", () =>
    detectLanguage(streams.flatMap((lines) => lines.map((line) => line.text)).join("\n")),
  );
  const tree = step("Fields", () => readFields(sections, language));
  const { resume, evidence } = step("Résumé", () => assemble(tree, language));
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
