import type { JobKind } from "../../shared/job.ts";
import type { JobEnding, JobWork } from "./job-work.ts";

/** The work of each kind, loaded when the first such job runs: reading a PDF weighs a megabyte. */
export const WORK_BY_KIND: Readonly<Record<JobKind, () => Promise<JobWork>>> = {
  "cv-extract": async () => (await import("./extract-cv.ts")).extractCv,
  "cv-analyse": async () => (await import("./analyse-cv.ts")).analyseCv,
  "cv-generate": async () => (await import("./draft-cv.ts")).draftCv,
  "portfolio-generate": async () => (await import("./generate-portfolio.ts")).generatePortfolio,
  "agent-message": async () => (await import("./answer-message.ts")).answerMessage,
  "project-create": async () => (await import("./create-from-source.ts")).createFromSource,
};

/** Kinds whose jobs leave something to bring in order when they fail for good or are cancelled. */
export const ENDING_BY_KIND: Readonly<Partial<Record<JobKind, () => Promise<JobEnding>>>> = {
  "agent-message": async () => (await import("./settle-answer.ts")).settleAnswer,
};
