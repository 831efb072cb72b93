import { z } from "zod";
import { ok, type Result } from "../../failure.ts";
import type { ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { askForJson } from "./ask-for-json.ts";
import { keptFacts, type AddedFact } from "./kept-facts.ts";

export type TextWish = "improve" | "shorten";

/** A text proposed in another's place. Nothing is changed by it. */
export interface TextProposal {
  readonly text: string;
  /** What it states and the text before didn't: to be marked, and looked at by the person (R1.9). */
  readonly added: readonly AddedFact[];
}

const TASKS: Readonly<Record<TextWish, string>> = {
  improve:
    "Write the text of a CV better: clear, concrete, active, without filler or self-praise. What the person did comes first.",
  shorten: "Write the text of a CV in at most half its words. Keep what weighs most.",
};
const RULES =
  "Keep its language, its person and its form: one sentence stays one, a phrase stays a phrase. State nothing that the text doesn't: no new number, name, date, tool, place or result.";

const answerSchema = z.object({ text: z.string().trim().min(1).max(5_000) });

/**
 * Asks a model for a text of a CV in better or fewer words (R4.8). The facts are checked here, not left to
 * the model's word. @param language BCP 47, of the text. Fails as `askForJson` does.
 */
export async function betterText(asked: {
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly wish: TextWish;
  readonly text: string;
  readonly language: string;
  /** Proposals that weren't taken: it is to be said otherwise. */
  readonly unlike?: readonly string[];
}): Promise<Result<TextProposal>> {
  const { model, signal, wish, text, language, unlike = [] } = asked;
  const otherwise = unlike.length === 0 ? "" : " Say it otherwise than before.";
  const answer = await askForJson({
    model,
    signal,
    purpose: "improve",
    task: `${TASKS[wish]} ${RULES} Its language is “${language}”.${otherwise}`,
    texts: { text, ...(unlike.length === 0 ? {} : { before: unlike.join("\n\n") }) },
    schema: answerSchema,
    shape: '{"text": "…"}',
  });
  if (!answer.ok) return answer;
  const proposed = answer.value.text;
  const { added } = keptFacts(text, proposed, { source: language, answer: language });
  return ok({ text: proposed, added });
}
