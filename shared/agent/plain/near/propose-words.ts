import { numberSwaps, spokenOf, standsIn } from "./number-swap.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { LINE_PROPOSALS } from "./propose-lines.ts";
import { summarySet } from "./propose-summary.ts";
import {
  isTelling,
  placesOf,
  replaceAt,
  siteTexts,
  writtenAt,
  type Place,
  type SiteText,
} from "./site-texts.ts";
import { folded, isSlipOf, stem, textWords } from "./text-words.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const ARTICLES =
  /^(?:the|an?|words?|number|it's|its|it|says|that|where it says|anywhere it says|typo:?|from|change|replace|swap|the word|please|pls|spell(?:ed|t|ing)?) (?=\S)/iu;
const bareWords = (said: string): string => {
  let value = trimmedValue(said);
  for (let before = ""; before !== value;) {
    before = value;
    value = value.replace(ARTICLES, "");
  }
  return value.replace(/^["']+|["']+$/gu, "");
};

const PAIRS: readonly RegExp[] = [
  /^(?:\p{L}+: )?(?<old>.+?)\s*(?:->|→|=>)\s*(?<fresh>.+)$/u,
  /\b(?:change|replace|swap|correct|turn|fix|exchange)\b (?:the words? )?(?<old>.+?) (?:to|with|by|into|for|->) (?<fresh>.+)$/iu,
  /\b(?<old>[^,.;:]+?) (?:should|must|needs to|is supposed to|has to|ought to) (?:be |say |read )(?<fresh>.+)$/iu,
  /\b(?:don't|dont|do not|wouldn't|never) (?:say|write|use) (?<old>[^,]+), ?(?:but |rather |better )?(?:say|write|use|put) (?<fresh>.+)$/iu,
  /\b(?:where it says|says?|reads?|instead of|in place of) (?<old>[^,]+?),? (?:put|say|write|use|should be|i want|but it(?:'s| is| was)|(?:it|that) (?:should|must) (?:be|say|read)) (?<fresh>.+)$/iu,
  /\b(?:put|say|write|use|make it) (?<fresh>[^,]+?) (?:instead of|rather than|not|in place of) (?<old>.+)$/iu,
  /\b(?:it's|its|it is|it was|was|is|with|of|make it|actually)\b (?<fresh>[^,]+?)(?: now)?,? (?:not|instead of|rather than) (?<old>.+)$/iu,
  /(?<fresh>\S+),? (?:not|instead of|rather than) (?<old>\S+)/iu,
];

/** Words that are said about a text, and don’t stand for themselves. */
const ABOUT =
  /^(?:it|its|this|that|they|these|there|he|she|we|you|i|my|the|a|an|and|to|of|in|on|is|are|was|text|word|words|line|summary|site|page|everything|something)$/iu;

interface Pair {
  readonly old: string;
  readonly fresh: string;
}

/** What is to become what: between quotation marks, or by the words between the two. */
function pairsIn(text: string, texts: readonly SiteText[]): readonly Pair[] {
  const quotes = quotedIn(text);
  const [one, other] = quotes;
  const found: Pair[] = [];
  if (one !== undefined && other !== undefined && /[\p{L}\d]/u.test(one)) {
    const isTurned =
      new RegExp(
        `${one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}["']?,? (?:in the text )?(?:not|instead of|rather than|in place of|sounds better than)\\b`,
        "iu",
      ).test(text) || !standsIn(one, texts);
    found.push(isTurned ? { old: other, fresh: one } : { old: one, fresh: other });
  }
  for (const cue of PAIRS) {
    const { old, fresh } = cue.exec(text)?.groups ?? {};
    if (!old || !fresh) continue;
    const pair = { old: bareWords(old), fresh: bareWords(fresh) };
    const isQuoted = found.length > 0 && quotes.length >= 2;
    const isNamed = !ABOUT.test(pair.old) && !ABOUT.test(pair.fresh.replace(/'\p{L}+$/u, ""));
    if (!isQuoted && isNamed && pair.fresh.split(" ").length <= 8) found.push(pair);
  }
  return found.filter(({ old, fresh }) => old !== fresh && fresh !== "" && fresh.length <= 120);
}

/** In the place that is spoken of; everywhere where none is. */
function replaced(
  asked: Asked,
  { old, fresh }: Pair,
  texts: readonly SiteText[],
): readonly string[] {
  const { resume } = asked.context;
  const places = placesOf(old, texts);
  const spoken = places.length > 1 ? spokenOf(asked, textWords(asked.text), texts) : [];
  const meant = places.length > 1 ? places.filter(({ text }) => spoken.includes(text)) : places;
  const one: Place | undefined = meant.length === 1 ? meant[0] : undefined;
  const here = one && replaceAt(one, fresh, resume);
  if (here) return [here];
  return [...new Set(places.map(writtenAt))].map(
    (written) => `replace ${inQuotes(written)} with ${inQuotes(fresh)}`,
  );
}

/** A word of the request that is a word of the texts put right: where only the right one is said. */
function spellingsIn(asked: Asked, texts: readonly SiteText[]): readonly string[] {
  const known = new Set(texts.flatMap(({ words }) => words.map(({ word }) => word)));
  return textWords(asked.text).flatMap(({ word, written }) => {
    if (known.has(word) || word.length < 6) return [];
    const wrong = [...known].filter((one) => isSlipOf(one, word) && stem(one) !== stem(word));
    return wrong.length === 1 ? replaced(asked, { old: wrong[0]!, fresh: written }, texts) : [];
  });
}

const SPELLING = /\b(?:typos?|spell\w*|misspel\w*|mistake|wrong|letters?)\b/iu;

/** “It’s 5 engineers now not 4”, “lead should be led”. */
function wordReplace(asked: Asked): readonly string[] {
  const texts = siteTexts(asked.context.resume);
  const pairs = pairsIn(asked.text, texts);
  const isQuoted = quotedIn(asked.text).length >= 2;
  const numbers = isQuoted ? [] : numberSwaps(asked);
  const told = numbers.length > 0 ? [] : pairs.flatMap((pair) => replaced(asked, pair, texts));
  const found = [...new Set([...numbers, ...told])].slice(0, 2);
  if (found.length > 0) return found;
  return SPELLING.test(asked.text) ? spellingsIn(asked, texts).slice(0, 1) : [];
}

const REMOVE =
  "(?:take (?:out|away|off)|remove|delete|erase|omit|drop|cut|lose|without|get rid of|leave out|don't say|dont say|don't mention|stop saying|strike|scrap|kill|skip|bin|no)";
const REMOVED: readonly RegExp[] = [
  new RegExp(
    `\\b${REMOVE} (?:the )?(?:words?|phrase|bit|part|half sentence)? ?(?:that says |saying |about |where it says )?(?<words>[\\p{L}\\d'’ &-]{3,60}?)(?: (?:from|in|out of|out|off|at|please|pls|everywhere|anywhere)\\b.*|[,.!]|$)`,
    "iu",
  ),
  /\btake (?<words>[\p{L}\d'’ &-]{3,60}?) (?:out|off|away)\b/iu,
  /^(?:please )?(?:the )?(?:words? |phrase |bit |part )?(?<words>[\p{L}\d'’ &-]{3,60}?)(?:,| -|:) (?:please )?(?:take|leave|cut|delete|remove|lose|out|off)\b/iu,
  /^(?:the )?(?:words? |phrase |bit |part )(?<words>[\p{L}\d'’ &-]{3,60}?) (?:can|should|must|is|has|sounds)\b/iu,
  // “Don’t say I’m leading a small team, it’s not small.”
  /\b(?:it's|its|it is|they're|isn't|wasn't|it was) (?:really )?(?:not )?(?<words>\p{L}{3,})[.!]?$/iu,
];

const sentencesOf = (text: string): readonly string[] =>
  text
    .match(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*/gu)
    ?.map((one) => one.trim())
    .filter(Boolean) ?? [];

const NTH = ["first", "second", "third", "fourth", "fifth"];

/** “The last sentence of the summary”, “the sentence about butter”. */
function sentencesSaid(asked: Asked, texts: readonly SiteText[]): readonly string[] {
  const said =
    /\b(?:(?<nth>first|second|third|fourth|last) sentence|(?:sentence|part|bit|mention) (?:about|where|with|on|of|that)(?<about>.+))/iu.exec(
      asked.text,
    )?.groups;
  if (!said) return [];
  const isSummary = /\b(?:summary|about|intro\w*|bio|profile)\b/iu.test(asked.text);
  const named = spokenOf(asked, [], texts).filter(({ isLine }) => !isLine);
  const own = texts.filter(
    ({ of, text }) => of === null && text === asked.context.resume.basics?.summary,
  );
  const nth = said["nth"]?.toLowerCase();
  if (nth !== undefined) {
    const isOther = !isSummary && asked.mentions.length > 0;
    const sentences = sentencesOf(
      (isOther ? (named.length === 1 ? named : []) : own)[0]?.text ?? "",
    );
    // “Everything after the first sentence” keeps that one.
    if (
      /\b(?:everything|all|the rest|what(?:ever)?)\b.* (?:after|behind|following)\b/iu.test(
        asked.text,
      )
    ) {
      return nth === "first" ? [sentences.slice(1).join(" ")] : [];
    }
    if (/\b(?:before|except|but|only|keep)\b/iu.test(asked.text)) return [];
    const one = nth === "last" ? sentences.at(-1) : sentences[NTH.indexOf(nth)];
    return one === undefined || sentences.length < 2 ? [] : [one];
  }
  const words = textWords(said["about"] ?? "").filter(({ word }) => isTelling(word));
  const hits = (isSummary ? own : texts.filter(({ isLine }) => !isLine))
    .flatMap(({ text }) => sentencesOf(text))
    .filter((one) =>
      words.some(({ word }) => textWords(one).some((of) => stem(of.word) === stem(word))),
    );
  return hits.length === 1 ? hits : [];
}

/** With the “and” and the verb before it, where it ends its text: “and run the on-call rota”. */
export function withItsAnd({ text, first, last }: Place): string | null {
  if (last !== text.words.length - 1) return null;
  const at = text.words.findLastIndex(({ word }, index) => index < first && word === "and");
  const isShort =
    at >= 0 &&
    first - at <= 3 &&
    !/[,;]/u.test(text.text.slice(text.words[at]!.end, text.words[first]!.start));
  return isShort ? text.text.slice(text.words[at]!.start, text.words[last]!.end) : null;
}

function wordRemove(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const texts = siteTexts(context.resume);
  const quotes = quotedIn(text);
  const cued =
    quotes.length > 0
      ? []
      : REMOVED.map((cue) => bareWords(cue.exec(text)?.groups?.["words"] ?? ""));
  const places = [...quotes, ...cued]
    .filter((words) => words !== "" && !ABOUT.test(words))
    .flatMap((words) => placesOf(words, texts).slice(0, 1));
  const spoken = places.flatMap((place) => [withItsAnd(place) ?? [], writtenAt(place)].flat());
  const isTooLittle = (words: string) => folded(words).length < 3;
  return [...new Set([...spoken, ...sentencesSaid(asked, texts)])]
    .filter((words) => !isTooLittle(words) && !words.includes('"'))
    .slice(0, 2)
    .map((words) => `remove the words ${inQuotes(words)}`);
}

/** What is asked of words and lines that stand in the texts. */
export const WORD_PROPOSALS: Proposals = {
  "word-replace": wordReplace,
  "word-remove": wordRemove,
  "summary-set": summarySet,
  ...LINE_PROPOSALS,
};
