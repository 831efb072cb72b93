/**
 * What a job's events bring in `detail`: where it stands in the queue, what came of it, why it failed.
 */
import { z } from "zod";
import { resumeSchema } from "./resume.ts";

const boxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/** `Evidence` of shared/cv-document.ts. */
export const evidenceSchema = z.object({
  pointer: z.string(),
  places: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("box"), page: z.number(), box: boxSchema }),
      z.object({ kind: z.literal("line"), line: z.number() }),
    ]),
  ),
  confidence: z.number(),
  rule: z.string(),
});

/** A value that a model gave and the document doesn't hold (R1.9). It isn't in the résumé. */
export const proposalSchema = z.object({
  /** JSON Pointer into the résumé beside it; a last segment `-` appends to the list (RFC 6902). */
  pointer: z.string(),
  value: z.unknown(),
  /** One sentence for the person. */
  reason: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** A step's event while the job waits: `step` is `queue`. */
export const queuePlaceSchema = z.object({
  jobId: z.string(),
  /** 1 is next; 0 runs now. */
  position: z.number(),
  expectedWaitMs: z.number(),
});
export type QueuePlace = z.infer<typeof queuePlaceSchema>;

export const cvExtractionSchema = z.object({
  kind: z.literal("cv-extract"),
  /** Who read it: the rules alone, or the rules and a model. */
  source: z.enum(["rules", "model"]),
  resume: resumeSchema,
  evidence: z.array(evidenceSchema),
  proposals: z.array(proposalSchema),
  /** Text that the file hides from its reader (white on white, off the page, tiny); no model saw it. */
  hidden: z.array(z.string()),
  /** The same file was read before. */
  fromCache: z.boolean(),
});
export type CvExtraction = z.infer<typeof cvExtractionSchema>;

/** `Finding` of shared/cv/analysis/finding.ts, and who found it. */
export const findingSchema = z.object({
  rule: z.string(),
  pointer: z.string(),
  sentence: z.string(),
  why: z.string(),
  todo: z.string(),
});

export const cvAnalysisSchema = z.object({
  kind: z.literal("cv-analyse"),
  source: z.enum(["rules", "model"]),
  findings: z.array(findingSchema),
});
export type CvAnalysis = z.infer<typeof cvAnalysisSchema>;

export const cvDraftSchema = z.object({
  kind: z.literal("cv-generate"),
  source: z.enum(["rules", "model"]),
  resume: resumeSchema,
  proposals: z.array(proposalSchema),
});
export type CvDraft = z.infer<typeof cvDraftSchema>;

export const generatedPortfolioSchema = z.object({
  kind: z.literal("portfolio-generate"),
  /** `null` for people without an account: their files are kept with the job, for a day. */
  portfolioId: z.string().nullable(),
  versionId: z.string().nullable(),
  name: z.string(),
  templateId: z.string(),
  files: z.number(),
  bytes: z.number(),
  /** What was looked at before the version was stored, in words. */
  checked: z.array(z.string()),
  /** Where its ZIP is. */
  download: z.string(),
});
export type GeneratedPortfolio = z.infer<typeof generatedPortfolioSchema>;

export const agentMessageSchema = z.object({
  kind: z.literal("agent-message"),
  portfolioId: z.string(),
  /** The answer, in the portfolio's conversation. */
  messageId: z.string(),
  state: z.enum(["done", "stopped", "failed"]),
  /** What was said. */
  text: z.string(),
  /** Paths that are another now. */
  changed: z.array(z.string()),
  /** The version that has it; `null` where nothing was changed, or it couldn't be kept. */
  versionId: z.string().nullable(),
  /** What was found true of the finished site; `holds` is `null` where it couldn't be looked at. */
  facts: z.array(z.object({ id: z.string(), holds: z.boolean().nullable(), said: z.string() })),
  /** With `failed`. */
  failure: z.object({ kind: z.string(), message: z.string(), nextStep: z.string() }).optional(),
});
export type AgentMessageResult = z.infer<typeof agentMessageSchema>;

/** What a job's `complete` event brings. */
export const jobResultSchema = z.discriminatedUnion("kind", [
  agentMessageSchema,
  cvExtractionSchema,
  cvAnalysisSchema,
  cvDraftSchema,
  generatedPortfolioSchema,
]);
export type JobResult = z.infer<typeof jobResultSchema>;

/** What a job's `error` event brings. */
export const jobFailureSchema = z.object({
  /** A `FailureKind`. */
  kind: z.string(),
  message: z.string(),
  nextStep: z.string(),
  retryable: z.boolean(),
});
export type JobFailure = z.infer<typeof jobFailureSchema>;
