import type { CvDocument, Evidence } from "../cv-document.ts";
import type { Resume } from "../resume.ts";
import { assemble } from "./assemble.ts";
import { detectLanguage } from "./detect-language.ts";
import { readFields } from "./read-fields.ts";
import { forgetTexts } from "./remembered.ts";
import { readLines, type Stream } from "./read-lines.ts";
import type { Section } from "./section.ts";
import { findSections } from "./sections.ts";

/** What each step of the reading gave. */
export interface ReadingSteps {
  readonly streams: readonly Stream[];
  readonly sections: readonly Section[];
  readonly language: string;
  readonly resume: Resume;
  readonly evidence: readonly Evidence[];
}

/** Runs one named step. */
export type RunStep = <T>(name: string, run: () => T) => T;

/** The algorithm, step by step: lines in reading order, sections, language, fields, assembly. */
export function takeReadingSteps(
  document: Exclude<CvDocument, { kind: "resume" }>,
  step: RunStep,
): ReadingSteps {
  forgetTexts();
  const streams = step("Lines and columns", () => readLines(document));
  const sections = step("Sections", () => findSections(streams));
  const language = step("Language", () =>
    detectLanguage(streams.flatMap((lines) => lines.map((line) => line.text)).join("\n")),
  );
  const tree = step("Fields", () => readFields(sections, language));
  const { resume, evidence } = step("Résumé", () => assemble(tree, language));
  return { streams, sections, language, resume, evidence };
}
