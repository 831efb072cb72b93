import type { Extraction } from "../../../shared/cv-document.ts";
import { EXTRACTOR_VERSION } from "../../../shared/cv/extractor-version.ts";
import { ok, type Result } from "../../../shared/failure.ts";
import type { KeptReading, PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { FileContent } from "../../../shared/project.ts";
import type { ReadingStep } from "./reading-state.ts";

export type OnStep = (step: ReadingStep, counts?: Extraction["counts"]) => void;

/**
 * What this browser has read of the same file in the last 30 days, told as the step “Read before”; else
 * `read` does it, and it is kept for the next time. A storage that fails only costs the time.
 */
export async function readOnce(
  storage: Pick<PortfolioStorage, "findReading" | "keepReading">,
  content: FileContent,
  onStep: OnStep,
  read: () => Promise<Result<KeptReading>>,
): Promise<Result<KeptReading>> {
  const begun = performance.now();
  const kept = await storage.findReading(content, EXTRACTOR_VERSION);
  if (kept.ok && kept.value) {
    const { counts } = kept.value.extraction;
    const facts = `${counts.facts} ${counts.facts === 1 ? "fact" : "facts"}`;
    onStep({ name: "Read before", ms: performance.now() - begun, detail: facts }, counts);
    return ok(kept.value);
  }
  const outcome = await read();
  if (outcome.ok) void storage.keepReading(content, EXTRACTOR_VERSION, outcome.value);
  return outcome;
}
