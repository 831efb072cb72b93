import { z } from "zod";
import { ok, type Result } from "../../failure.ts";
import type { ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import { askForJson } from "./ask-for-json.ts";
import { keptFacts } from "./kept-facts.ts";

/** What a text became, and what is to be looked at. */
export interface TranslatedTexts {
  /** Texts by what they were. One that isn't here stays as it was. */
  readonly texts: Readonly<Record<string, string>>;
  /** Translations that lost or changed a number, a date or an address: not taken. */
  readonly refused: readonly string[];
  /** Translations with a name that the text doesn't have, as “München” for “Munich”: taken, to be looked at. */
  readonly doubtful: readonly string[];
}

/** Texts and letters of one question: its answer must fit into what the gateway allows. */
const BATCH = { texts: 40, letters: 5_000 } as const;

const answerSchema = z.object({ texts: z.record(z.string(), z.string().max(20_000)) });
const SHAPE = '{"texts":{"0":"…","1":"…"}}';

/**
 * Texts of a CV in another language (R4.8), in batches, one after another. Every number, date and address
 * of a text is in its translation and the other way round, or it isn't taken. Fails as `askForJson` does;
 * what was done before a failure is given by `onBatch`.
 * @param asked.from and `into` BCP 47
 * @param asked.onBatch gets each batch, and how many texts of all are done
 */
export async function translateTexts(asked: {
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly texts: readonly string[];
  readonly from: string;
  readonly into: string;
  readonly onBatch?: (done: number, of: number) => void;
}): Promise<Result<TranslatedTexts>> {
  const { model, signal, texts, from, into, onBatch } = asked;
  const done: Record<string, string> = {};
  const refused: string[] = [];
  const doubtful: string[] = [];
  let count = 0;
  for (const batch of batchesOf(texts)) {
    const answer = await askForJson({
      model,
      signal,
      purpose: "translate",
      task: `Translate these texts of a CV from “${from}” into “${into}”. They are JSON: answer with the same keys. A text that is the same in both languages is given back as it is.`,
      texts: { texts: JSON.stringify(Object.fromEntries(batch.map((text, at) => [at, text]))) },
      schema: answerSchema,
      shape: SHAPE,
    });
    if (!answer.ok) return answer;
    for (const [at, text] of batch.entries()) {
      const become = answer.value.texts[String(at)]?.trim();
      const verdict = become ? judged(text, become, { source: from, answer: into }) : "refused";
      if (verdict === "refused") refused.push(text);
      else done[text] = become!;
      if (verdict === "doubtful") doubtful.push(text);
    }
    count += batch.length;
    onBatch?.(count, texts.length);
  }
  return ok({ texts: done, refused, doubtful });
}

function judged(
  text: string,
  become: string,
  languages: { readonly source: string; readonly answer: string },
): "taken" | "doubtful" | "refused" {
  const { source, answer } = languages;
  const added = keptFacts(text, become, languages).added;
  const lost = keptFacts(become, text, { source: answer, answer: source }).added;
  if ([...added, ...lost].some(({ kind }) => kind !== "name")) return "refused";
  return added.length > 0 ? "doubtful" : "taken";
}

function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let letters = 0;
  for (const text of texts) {
    const last = batches.at(-1);
    if (last && last.length < BATCH.texts && letters + text.length <= BATCH.letters) {
      last.push(text);
      letters += text.length;
    } else {
      batches.push([text]);
      letters = text.length;
    }
  }
  return batches;
}
