import { loadPdfEngineInNode } from "../../scripts/cv/pdf-engine-in-node.ts";
import { analyseResume } from "../../shared/cv/analysis/analyse-resume.ts";
import { extractResume } from "../../shared/cv/extract-resume.ts";
import { toPrintHtml } from "../../shared/cv/out/to-html.ts";
import { toMarkdown } from "../../shared/cv/out/to-markdown.ts";
import { resumeSchema } from "../../shared/resume.ts";
import { readCv } from "../../web/cv/read/read-cv.ts";

/**
 * Takes an input the whole way: read, extracted, analysed, written out. Throws when any step does, when
 * a refusal has no words, or when the result is no résumé. Gives whether it was read.
 */
export async function tryInput(name: string, bytes: Uint8Array): Promise<boolean> {
  const read = await readCv({ name, bytes }, loadPdfEngineInNode);
  if (!read.ok) {
    if (!read.failure.message || !read.failure.nextStep) throw new Error("A refusal without words");
    return false;
  }
  const { resume, evidence } = extractResume(read.value);
  resumeSchema.parse(resume);
  if (evidence.some(({ confidence }) => !(confidence >= 0 && confidence <= 1)))
    throw new Error("A confidence outside 0–1");
  analyseResume(resume, "2026-11-21");
  toMarkdown(resume);
  toPrintHtml(resume);
  return true;
}
