import { z } from "zod";
import type { Finding } from "../../cv/analysis/finding.ts";
import { ok, type Result } from "../../failure.ts";
import type { ModelPort } from "../../ports/model.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { Resume } from "../../resume.ts";
import { askForJson } from "./ask-for-json.ts";
import { keptFacts } from "./kept-facts.ts";

/** What a finding says of its place. */
const KINDS = ["missing", "weak", "unclear", "contradictory"] as const;
const words = z.string().trim().min(1).max(400);
const answerSchema = z.object({
  findings: z
    .array(
      z.object({
        place: z.string().max(200),
        kind: z.enum(KINDS),
        what: words,
        why: words,
        todo: words,
      }),
    )
    .max(40),
});
const SHAPE =
  '{"findings":[{"place":"/work/0/highlights/1","kind":"weak","what":"one sentence","why":"why it matters to the reader","todo":"what to do"}]}';
const TASK = `Read the CV (JSON Resume) and name at most 20 things in it that are missing, weak, unclear or contradictory, what weighs most first. “place” is the JSON Pointer of the value it is about, as exactly as you can; for what is missing, of the place where it would stand. “what”, “why” and “todo” are one short sentence each, to its owner (“you”).`;
/** Letters of a CV that are sent; longer ones are cut at their end. */
const MOST_LETTERS = 60_000;

/** A CV as a model gets it for this: without the ways to reach the person, which it needs for nothing. */
export function analysedText(resume: Resume): string {
  const { basics, $schema: _, meta: __, ...rest } = resume as Resume & { $schema?: string };
  const { email, phone, image: ___, location, ...person } = basics ?? {};
  const reach = { ...(email ? { email: "(given)" } : {}), ...(phone ? { phone: "(given)" } : {}) };
  const { address: ____, postalCode: _____, ...place } = location ?? {};
  return JSON.stringify({ basics: { ...person, ...reach, location: place }, ...rest }).slice(
    0,
    MOST_LETTERS,
  );
}

/**
 * What is missing, weak or unclear in a CV beyond what rules see (R1.8). A finding about a place that the
 * CV doesn't have, or that speaks of a number, date or address that it doesn't hold, is dropped; of one
 * place a kind is said once. Fails as `askForJson` does.
 * @param asked.known what rules have found: it isn't to be said again
 */
export async function deeperFindings(asked: {
  readonly model: ModelPort;
  readonly signal: StopSignal;
  readonly resume: Resume;
  readonly known: readonly Finding[];
  /** BCP 47, in which the answer is wanted. */
  readonly language: string;
}): Promise<Result<readonly Finding[]>> {
  const { model, signal, resume, known, language } = asked;
  const cv = analysedText(resume);
  const answer = await askForJson({
    model,
    signal,
    purpose: "analyse",
    size: "large",
    task: `${TASK} Write in the language “${language}”. What stands under “known” was said already; leave it out.`,
    texts: {
      cv,
      known: known.map(({ pointer, sentence }) => `${pointer}: ${sentence}`).join("\n"),
    },
    schema: answerSchema,
    shape: SHAPE,
  });
  if (!answer.ok) return answer;
  const found = new Map<string, Finding>();
  for (const { place, kind, what, why, todo } of answer.value.findings) {
    const finding = { rule: `ai-${kind}`, pointer: place, sentence: what, why, todo };
    const key = `${kind} ${place}`;
    if (!found.has(key) && hasPlace(resume, place, kind === "missing") && isOfCv(cv, what)) {
      found.set(key, finding);
    }
  }
  return ok([...found.values()]);
}

/** Whether a value stands at a place; what is missing may stand beside what is there. */
export function hasPlace(resume: Resume, pointer: string, isMissing: boolean): boolean {
  if (!pointer.startsWith("/") || pointer === "/") return false;
  const keys = pointer.slice(1).split("/");
  const last = keys.at(-1)!;
  const around = keys.slice(0, -1).reduce(valueIn, resume as unknown);
  if (valueIn(around, last) !== undefined) return true;
  if (!isMissing || !/^[a-zA-Z]+$/.test(last)) return false;
  return typeof around === "object" && around !== null && !Array.isArray(around);
}

function valueIn(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

const isOfCv = (cv: string, sentence: string): boolean =>
  keptFacts(cv, sentence).added.every(({ kind }) => kind === "name");
