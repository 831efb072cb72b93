import { z } from "zod";

/** What a message to the agent is ordered with. */
export const answerInputSchema = z.object({
  portfolioId: z.string(),
  text: z.string(),
  askId: z.string(),
  answerId: z.string(),
  at: z.number(),
  keyId: z.string().optional(),
});
export type AnswerInput = z.output<typeof answerInputSchema>;
