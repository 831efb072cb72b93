import { featuresOf, tokensOf, type MaskedSpan } from "./features.ts";
import { lettersApart } from "./text-words.ts";

/**
 * What was learnt of how people say things: a linear model over words and two and three of them in a row
 * (multinomial logistic regression), in tenths. Made by `npm run train:requests`.
 */
export interface ActWeights {
  readonly acts: readonly string[];
  /** For each act: how likely it is before a word is read. */
  readonly bias: readonly number[];
  /** For each feature: pairs of act’s index and weight, one after the other. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

const SCALE = 10;

export interface LikelyAct {
  readonly act: string;
  /** 0 to 1. */
  readonly likelihood: number;
}

const vocabularies = new WeakMap<ActWeights, readonly string[]>();
const vocabularyOf = (model: ActWeights): readonly string[] => {
  const known =
    vocabularies.get(model) ??
    Object.keys(model.weights).filter((feature) => /^\p{Ll}{4,}$/u.test(feature));
  vocabularies.set(model, known);
  return known;
};

/** A word that nobody knows, as the one that was meant: a letter off in five or more, two in eight or more. */
function mended(token: string, model: ActWeights): string {
  if (!/^\p{Ll}{4,}$/u.test(token) || Object.hasOwn(model.weights, token)) return token;
  const most = token.length >= 8 ? 2 : 1;
  let [best, apart] = [token, most + 1];
  for (const word of vocabularyOf(model)) {
    if (Math.abs(word.length - token.length) >= apart) continue;
    if (word[0] !== token[0] && token.length < 6) continue;
    const letters = lettersApart(token, word);
    if (letters < apart) [best, apart] = [word, letters];
  }
  return best;
}

/** The sum of weights of each act for a row of features, before they are made likelihoods. */
function scores(features: ReadonlySet<string>, { acts, bias, weights }: ActWeights): number[] {
  const sums = acts.map((_, at) => (bias[at] ?? 0) / SCALE);
  for (const feature of features) {
    const row = Object.hasOwn(weights, feature) ? weights[feature]! : [];
    for (let at = 0; at + 1 < row.length; at += 2) sums[row[at]!]! += row[at + 1]! / SCALE;
  }
  return sums;
}

/**
 * The acts that a request may ask for, the likeliest first; their likelihoods sum to 1.
 * @param spans where it speaks of entries
 * @param templates names of templates
 */
export function likelyActs(
  text: string,
  spans: readonly MaskedSpan[],
  templates: readonly string[],
  model: ActWeights,
): readonly LikelyAct[] {
  const row = tokensOf(text, spans, templates).map((tokens) =>
    tokens.map((token) => mended(token, model)),
  );
  const sums = scores(featuresOf(row, text), model);
  const top = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - top));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return model.acts
    .map((act, at) => ({ act, likelihood: parts[at]! / whole }))
    .toSorted((a, b) => b.likelihood - a.likelihood);
}
