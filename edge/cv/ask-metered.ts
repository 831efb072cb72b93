import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { MeterId } from "../../shared/api/usage.ts";
import type { JobContext } from "../jobs/job-work.ts";
import type { Question, StructuredModel } from "../model/model.ts";
import { costOf } from "../model/prices.ts";

/** Letters of one token, about; too few rather than too many, so that a hold is never too small. */
const LETTERS_A_TOKEN = 3;

/**
 * Asks a model within the person's quota: tokens (and `acts`) are held before, what it really took is
 * counted after, and a call that failed costs nothing. Fails with `quota-exceeded` too.
 */
export async function askMetered(
  context: JobContext,
  model: StructuredModel,
  acts: readonly MeterId[],
  question: Question,
): Promise<Result<unknown>> {
  const { quota, tier, jobId, signal } = context;
  const letters = question.text.length + question.instruction.length;
  const amounts = new Map<MeterId, number>([
    ...acts.map((act) => [act, 1] as const),
    ["ai-tokens", Math.ceil(letters / LETTERS_A_TOKEN) + question.mostTokens],
  ]);
  const letGo = () => Promise.all([...amounts.keys()].map((meter) => quota.release(meter, jobId)));
  for (const [meter, amount] of amounts) {
    const { allowed, meter: view } = await quota.reserve(meter, { id: jobId, amount, tier });
    if (allowed) continue;
    await letGo();
    return fail(usedUp(meter, view.resetsAt));
  }
  const startedAt = context.now();
  const answer = await model.ask(question, signal);
  context.observe("ai_seconds", { model: model.name }, (context.now() - startedAt) / 1_000);
  const outcome = answer.ok ? "ok" : answer.failure.kind;
  context.count("outbound_total", { to: "gemini", outcome });
  if (!answer.ok) {
    await letGo();
    return answer;
  }
  const { tokensIn, tokensOut } = answer.value;
  const tokens = { ...Object.fromEntries(amounts), "ai-tokens": tokensIn + tokensOut };
  for (const [meter, amount] of Object.entries(tokens)) {
    await quota.settle(meter as MeterId, { id: jobId, amount });
  }
  await quota.settle("ai-calls", { id: jobId, amount: 1 });
  context.count("ai_tokens_total", { model: model.name, direction: "in" }, tokensIn);
  context.count("ai_tokens_total", { model: model.name, direction: "out" }, tokensOut);
  const cost = costOf(model.name, tokensIn, tokensOut);
  if (cost !== null) context.count("ai_cost_dollars_total", { model: model.name }, cost);
  return ok(answer.value.value);
}

const usedUp = (meter: MeterId, resetsAt: number | null): Failure => ({
  kind: "quota-exceeded",
  message:
    meter === "ai-tokens"
      ? "This month’s model tokens are used up."
      : "Today’s readings by the model are used up.",
  nextStep: resetsAt ? `They return on ${new Date(resetsAt).toISOString().slice(0, 10)}.` : "",
  retryable: false,
});
