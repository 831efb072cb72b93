import { z } from "zod";

/** The API's one error shape (R5.1). */
export const failureBodySchema = z.object({
  /** Stable, for programs: a `FailureKind`. */
  code: z.string(),
  /** One sentence for a person. */
  message: z.string(),
  /** One sentence: what to do next. */
  nextStep: z.string(),
  retryable: z.boolean(),
  /** Say this to the operator; it is in every log line of the request. */
  requestId: z.string(),
});
export type FailureBody = z.infer<typeof failureBodySchema>;
