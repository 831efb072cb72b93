import { tidyRequest } from "../phrase.ts";
import type { PlainContext } from "../plain-kind.ts";
import { isReason } from "../reasons.ts";
import { understand, type UnderstoodPart } from "../understand.ts";
import weights from "./act-weights.json" with { type: "json" };
import { likelyActs, type ActWeights, type LikelyAct } from "./act-likelihoods.ts";
import { evidentActs } from "./evident-acts.ts";
import { maskOf } from "./masked-spans.ts";
import { evidentIn } from "./evident.ts";
import type { Mention } from "./mention.ts";
import { mentionsIn } from "./mentions.ts";
import type { Asked, Proposals } from "./proposal.ts";
import { ADD_PROPOSALS } from "./propose-adds.ts";
import { DATE_PROPOSALS } from "./propose-dates.ts";
import { ENTRY_PROPOSALS } from "./propose-entries.ts";
import { FIELD_PROPOSALS } from "./propose-fields.ts";
import { LOOK_PROPOSALS } from "./propose-look.ts";
import { QUESTION_PROPOSALS } from "./propose-questions.ts";
import { POST_PROPOSALS } from "./propose-posts.ts";
import { REMOVAL_PROPOSALS } from "./propose-removals.ts";
import { SECTION_PROPOSALS } from "./propose-sections.ts";
import { TITLE_PROPOSALS } from "./propose-titles.ts";
import { WORD_PROPOSALS } from "./propose-words.ts";
import { styleWishes } from "./style-wishes.ts";

const PROPOSALS: Proposals = {
  ...REMOVAL_PROPOSALS,
  ...ENTRY_PROPOSALS,
  ...DATE_PROPOSALS,
  ...TITLE_PROPOSALS,
  ...ADD_PROPOSALS,
  ...POST_PROPOSALS,
  ...WORD_PROPOSALS,
  ...SECTION_PROPOSALS,
  ...FIELD_PROPOSALS,
  ...LOOK_PROPOSALS,
  ...QUESTION_PROPOSALS,
};

const MODEL = weights as unknown as ActWeights;

/** So many times less likely than the first, a guess only distracts from it. */
const FAR_BEHIND = 6;
/** More choices are a menu, and no question. */
const MOST = 3;
/** At least so likely is a guess that is worth a question before a model is asked. */
const LIKELY = 0.3;
/** At least so likely is a question that is answered without asking back. */
const LIKELY_ANSWER = 0.5;
/** Acts less likely than that aren't tried. */
const LEAST = 0.03;

/** A guess at what a request means, which a press carries out. */
export interface Offer {
  /** A plain request that `understand` carries out as it stands. */
  readonly request: string;
  /** What a press does, short, as one says it. */
  readonly label: string;
}

export interface Offers {
  /** The likeliest first, at most three. */
  readonly offers: readonly Offer[];
  /** Whether a guess is likely right, so that the person is asked before a model is. */
  readonly isLikely: boolean;
  /**
   * Whether the first is a question about the product that is likely understood: its answer changes nothing,
   * so it is given without asking back.
   */
  readonly isAnswer: boolean;
}

/** What a request may mean, and how likely that is. */
export interface Guess {
  readonly request: string;
  /** 0 to 1. */
  readonly likelihood: number;
  readonly parts: readonly UnderstoodPart[];
}

export interface Guesses {
  /** The likeliest first. */
  readonly guesses: readonly Guess[];
  /** How likely it is work for a model: words, layout, judgement. 0 to 1. */
  readonly isForModel: number;
}

/** A request as a button says it: “Remove the interest “pottery” and hide references”. */
function labelOf(request: string): string {
  const said = request.replace(/; /gu, " and ").replace(/"([^"]*)"/gu, "“$1”");
  return said[0]!.toUpperCase() + said.slice(1);
}

/** Words for what was spoken of before. */
const BACK =
  /\b(?:it|its|that|this|them|those|there|then|one|he|she|him|her|his|they|same|too|also)\b/iu;

/** What “there” and “that one” stand for: what the person’s last request spoke of; behind the text’s own words. */
function mentionsBefore(text: string, before: string, context: PlainContext): readonly Mention[] {
  if (!BACK.test(text)) return [];
  return mentionsIn(before, context.resume).map((one) => ({
    ...one,
    start: text.length,
    end: text.length,
    isWhole: false,
  }));
}

/** The acts, what the text shows plain evidence of among the likely; the likeliest first. */
function withEvidence(acts: readonly LikelyAct[], asked: Asked): readonly LikelyAct[] {
  const evident = evidentActs(asked);
  return acts
    .map(({ act, likelihood }) => ({
      act,
      likelihood: Math.max(likelihood, evident.get(act) ?? 0),
    }))
    .toSorted((a, b) => b.likelihood - a.likelihood);
}

function guessWhole(text: string, context: PlainContext, before = ""): Guesses {
  const tidy = tidyRequest(text);
  const mentions = mentionsIn(tidy, context.resume);
  const meant = mentions.length > 0 ? mentions : mentionsBefore(tidy, before, context);
  const asked: Asked = { text: tidy, mentions: meant, context };
  const mark = /\?\s*$/u.test(text) ? "?" : "";
  const acts = likelyActs(
    `${tidy}${mark}`,
    maskOf(tidy, mentions, context),
    context.templates.map(({ name }) => name),
    MODEL,
  );
  const evident = evidentIn(asked);
  const isEvident = ({ request }: Guess) => evident.some((one) => one.request === request);
  const guesses: Guess[] = [];
  const guess = (request: string, likelihood: number) => {
    const parts = guesses.some((one) => one.request === request)
      ? null
      : understand(request, context);
    if (parts) guesses.push({ request, likelihood, parts });
  };
  for (const { request, likelihood } of evident) guess(request, likelihood);
  const isSwap = evident.some((one) => one.isSwap);
  for (const { act, likelihood } of withEvidence(acts, asked)) {
    if (likelihood < LEAST) break;
    if (isSwap && SWAPPED_ACTS.test(act)) continue;
    for (const request of PROPOSALS[act]?.(asked) ?? []) guess(request, likelihood);
  }
  // No act, however likely, comes before what the text says in so many words.
  const rankOf = (one: Guess) =>
    one.likelihood >= IN_SO_MANY_WORDS && isEvident(one) ? 1 : one.likelihood;
  guesses.sort((a, b) => rankOf(b) - rankOf(a));
  const surest = Math.max(0, ...guesses.map((one) => (isEvident(one) ? one.likelihood : 0)));
  const isForModel = Math.min(sumOf(acts, /^model-/u), 1 - surest);
  const wishes = mentions.length > 0 ? [] : styleWishes(tidy);
  const isWish = sumOf(acts, STYLE_ACTS);
  if (wishes.length === 0 || isWish < LIKELY) return { guesses, isForModel };
  // A feeling that the site is to have is no order: looks to try come before the one act that is likeliest.
  const others = guesses.splice(0);
  for (const request of wishes) guess(request, isWish);
  guesses.push(...others.filter((one) => !guesses.some((wish) => wish.request === one.request)));
  return { guesses, isForModel: sumOf(acts, /^model-(?!layout)/u) };
}

/** Kinds that answer what is asked; others say “already” where nothing is to do. */
const QUESTIONS = /^(?:ask|how-to|list|thanks)\b/u;

/** Evidence of so much is the request itself, and no hint at one. */
const IN_SO_MANY_WORDS = 0.95;

/** Acts that are nothing but misread where something is to stand for what stands there. */
const SWAPPED_ACTS = /^(?:entry-(?:remove|rename|move|text)|name-set)$/u;

/** Acts that a wish for another feeling may be taken for. */
const STYLE_ACTS =
  /^(?:model-layout|mode-light|space-(?:less|more)|colour-(?:other|calm|bold)|font-(?:kind|other)|template-(?:other|for)|hero-other|surprise)$/u;

const sumOf = (acts: readonly LikelyAct[], pattern: RegExp): number =>
  acts.reduce((sum, { act, likelihood }) => (pattern.test(act) ? sum + likelihood : sum), 0);

/** Where one request may end and another begin. */
const JOINTS = [
  /(?<=\p{L}{3}|["\d])[.!?;]\s+|\n/u,
  /,?\s+(?:and then|and also|and please|then also|then|also|plus)\s+/iu,
  /\s*,\s*(?:and\s+)?|\s+and\s+/iu,
];
const MOST_PARTS = 4;
/** A part is surer than a whole has to be: several guesses are right together or not at all. */
const SURE_PART = 0.6;
const SURE_WHOLE = 0.98;

/** A request in parts, each understood or nearly; `null` where any of them is neither. */
function guessInParts(text: string, context: PlainContext): Guess | null {
  for (const joint of JOINTS) {
    const parts = text
      .split(joint)
      .map((part) => part.trim())
      .filter((part) => part !== "" && !isReason(part, context));
    const isTorn = parts.some((part) => /\([^)]*$/u.test(part));
    if (parts.length < 2 || parts.length > MOST_PARTS || isTorn) continue;
    const guesses = parts.map((part): Guess | null => {
      const understood = understand(part, context);
      if (understood) return { request: tidyRequest(part), likelihood: 1, parts: understood };
      const [top] = guessWhole(part, context).guesses;
      return top && top.likelihood >= SURE_PART ? top : null;
    });
    const all = guesses.filter((one) => one !== null);
    const changes = all.filter((one) => one.parts.some(({ step }) => step.kind !== "nothing"));
    if (all.length < parts.length || changes.length < 2) continue;
    const request = [...new Set(changes.map((one) => one.request))].join("; ");
    const joined = understand(request, context);
    const likelihood = Math.min(...changes.map((one) => one.likelihood));
    if (joined) return { request, likelihood, parts: joined };
  }
  return null;
}

/** What a request that wasn’t surely understood may mean: as a whole, and in parts. */
export function guessesFor(text: string, context: PlainContext, before = ""): Guesses {
  const whole = guessWhole(text, context, before);
  const inParts = guessInParts(text, context);
  const top = whole.guesses[0];
  if (!inParts || top?.request.includes("; ")) return whole;
  // What is as good as sure as a whole isn’t better understood in parts.
  const isSure = top !== undefined && top.likelihood >= SURE_WHOLE;
  const others = isSure ? whole.guesses.slice(1) : whole.guesses;
  return { ...whole, guesses: isSure ? [top, inParts, ...others] : [inParts, ...others] };
}

/**
 * What a request that wasn’t surely understood may mean: plain requests that are carried out by one press,
 * without a model.
 * @param text what the person wrote
 * @param before what the person asked for last, for “there” and “that one”
 */
export function offersFor(text: string, context: PlainContext, before = ""): Offers {
  const { guesses, isForModel } = guessesFor(text, context, before);
  const [top] = guesses;
  const offers = guesses
    .filter(({ likelihood }) => likelihood * FAR_BEHIND >= (top?.likelihood ?? 0))
    .slice(0, MOST)
    .map(({ request }) => ({ request, label: labelOf(request) }));
  const isLikely = top !== undefined && top.likelihood >= LIKELY && top.likelihood > isForModel;
  const isAnswer =
    isLikely &&
    top.likelihood >= LIKELY_ANSWER &&
    top.parts.every(({ kindId, step }) => step.kind === "nothing" && QUESTIONS.test(kindId));
  return { offers, isLikely, isAnswer };
}
