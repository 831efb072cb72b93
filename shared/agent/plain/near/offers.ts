import { tidyRequest } from "../phrase.ts";
import type { PlainContext } from "../plain-kind.ts";
import { understand, type UnderstoodPart } from "../understand.ts";
import weights from "./act-weights.json" with { type: "json" };
import { likelyActs, type ActWeights, type LikelyAct } from "./act-likelihoods.ts";
import type { MaskedSpan } from "./features.ts";
import { lineIn, mentionsIn, type Mention } from "./mentions.ts";
import type { Asked, Proposals } from "./proposal.ts";
import { ADD_PROPOSALS } from "./propose-adds.ts";
import { ENTRY_PROPOSALS } from "./propose-entries.ts";
import { FIELD_PROPOSALS } from "./propose-fields.ts";
import { LOOK_PROPOSALS, QUESTION_PROPOSALS } from "./propose-look.ts";
import { SECTION_PROPOSALS } from "./propose-sections.ts";
import { WORD_PROPOSALS } from "./propose-words.ts";

const PROPOSALS: Proposals = {
  ...ENTRY_PROPOSALS,
  ...ADD_PROPOSALS,
  ...WORD_PROPOSALS,
  ...SECTION_PROPOSALS,
  ...FIELD_PROPOSALS,
  ...LOOK_PROPOSALS,
  ...QUESTION_PROPOSALS,
};

/** A guess at what a request means, which a press carries out. */
export interface Offer {
  /** A plain request that `understand` carries out as it stands. */
  readonly request: string;
  /** What a press does, short, beginning with a verb. */
  readonly label: string;
}

export interface Offers {
  /** The likeliest first, at most three. */
  readonly offers: readonly Offer[];
  /** Whether a guess is likely right, so that the person is asked before a model is. */
  readonly isLikely: boolean;
}

const MODEL = weights as unknown as ActWeights;
const MOST = 3;

export function maskOf(
  text: string,
  mentions: readonly Mention[],
  { resume }: PlainContext,
): readonly MaskedSpan[] {
  const spans: MaskedSpan[] = mentions
    .filter(({ strength }) => strength !== 0.6)
    .map(({ start, end, list }) => ({ start, end, as: list }));
  const line = lineIn(text, resume);
  if (line) spans.push({ start: line.start, end: line.end, as: "line" });
  const { name, label, location } = resume.basics ?? {};
  for (const [as, words] of [
    ["name", name],
    ["label", label],
    ["city", location?.city],
  ] as const) {
    const start = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1;
    if (words && start >= 0) spans.push({ start, end: start + words.length, as });
  }
  return spans.filter(
    (one, at) =>
      !spans.slice(0, at).some((other) => one.start < other.end && other.start < one.end),
  );
}

export interface Guess {
  readonly request: string;
  readonly act: string;
  readonly likelihood: number;
  readonly parts: readonly UnderstoodPart[];
}

/** What may be meant, each with how likely its act is. */
export function guessesFor(
  text: string,
  context: PlainContext,
): { readonly guesses: readonly Guess[]; readonly acts: readonly LikelyAct[] } {
  const tidy = tidyRequest(text);
  const mentions = mentionsIn(tidy, context.resume);
  const asked: Asked = { text: tidy, mentions, context };
  const isQuestion = /\?\s*$/u.test(text) ? "?" : "";
  const acts = likelyActs(
    `${tidy}${isQuestion}`,
    maskOf(tidy, mentions, context),
    context.templates.map(({ name }) => name),
    MODEL,
  );
  const guesses: Guess[] = [];
  for (const { act, likelihood } of acts.slice(0, 12)) {
    if (likelihood < 0.02) break;
    for (const request of PROPOSALS[act]?.(asked) ?? []) {
      if (guesses.some((one) => one.request === request)) continue;
      const parts = understand(request, context);
      if (parts) guesses.push({ request, act, likelihood, parts });
    }
  }
  return { guesses, acts };
}

/** A request as a button says it: “Remove the interest “pottery” and hide references”. */
function labelOf(request: string): string {
  const said = request.replace(/; /gu, " and ").replace(/"([^"]*)"/gu, "“$1”");
  return said[0]!.toUpperCase() + said.slice(1);
}

/**
 * What a request that wasn’t surely understood may mean: plain requests that are carried out by one press,
 * without a model.
 * @param text what the person wrote
 */
export function offersFor(text: string, context: PlainContext): Offers {
  const { guesses, acts } = guessesFor(text, context);
  const top = guesses[0];
  const offers = guesses
    .slice(0, MOST)
    .map(({ request }) => ({ request, label: labelOf(request) }));
  return {
    offers,
    isLikely: top !== undefined && top.likelihood >= 0.3 && !acts[0]!.act.startsWith("model-"),
  };
}
