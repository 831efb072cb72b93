import { settleTalk } from "../agent/kept-talk.ts";
import { withAccount } from "../with-account.ts";
import { answerInputSchema } from "./answer-input.ts";
import type { JobEnding } from "./job-work.ts";

/** A message whose job failed for good or was cancelled: its answer in the conversation ends with it. */
export const settleAnswer: JobEnding = ({ env, personId, tier, jobId, input, failure, now }) => {
  const { portfolioId, answerId } = answerInputSchema.parse(input);
  return withAccount(env, { personId, tier }, (keeping) =>
    settleTalk(keeping, { portfolioId, answerId, jobId }, { failure, at: now() }),
  );
};
