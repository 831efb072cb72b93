import type { Mention } from "./mention.ts";
import type { Asked } from "./proposal.ts";
import { quotedIn, trimmedValue, withoutOld } from "./values.ts";

/** Stands where the entry was named, in a text that is searched for what is said of it. */
const HERE = "\uE000";

/** Words that make another title or name of the one they stand beside: “Senior Pastry Chef”. */
const RANK =
  /(?:^|\s)(?:senior|junior|lead|head|chief|principal|deputy|assistant|associate|executive|trainee|managing|acting|vice|co)\s*$/iu;

/** What stands straight before a value: “is called Acme Services”. */
const BEFORE_VALUE =
  /\b(?:called|named|be|to|it's|its|is|was|as|say|says|i'm|am|make it|put|write)\s+(?:the |an? )?$/iu;

/**
 * Whether a mention is a part of a longer name, which is a value and not what it is said of: “Senior Pastry
 * Chef”, “Applied Data Analytics”; with the entry’s own name only where a value is due: “called Acme Services”.
 */
function isInLonger(text: string, { start, end, found, name }: Mention): boolean {
  const before = text.slice(0, start);
  const isFollowed = /^\s(?:\p{Lu}[\p{L}\d]|I{1,3}\b)/u.test(text.slice(end));
  const isOwn = found.entry[found.words.keys[0]!] === name;
  if (isOwn) return isFollowed && BEFORE_VALUE.test(before);
  return RANK.test(before) || isFollowed || /[\p{Ll}\d,] \p{Lu}[\p{L}\d]+\s$/u.test(before);
}

/** The text with the entry’s names replaced by a mark; of a longer name they are left. */
export function textAbout({ text, mentions }: Asked, one: Mention | undefined): string {
  if (!one) return text;
  return mentions
    .filter(({ list, found }) => list === one.list && found.at === one.found.at)
    .filter((other) => !isInLonger(text, other))
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${HERE}${rest.slice(end)}`, text)
    .replace(new RegExp(`["']?(?:the |my )?["']?${HERE}(?:'s\\b|["'])?`, "giu"), HERE);
}

/** What was or is wrong, said before what is right. */
const BEFORE_FRESH: readonly RegExp[] = [
  // “It’s not French, it’s Flemish”
  /^(?:(?:it's|its|it is|i'm|im|i am|i was|that's|it was|is|was) )?(?:not|never|no longer|no) [^,.;:]+?(?:[,.;:!]+| but)\s+(?=\S)/iu,
  /\b(?:i am|i'm|im|i was|it's|it is|it was) (?:not|never|no longer) [^,.;:]+?(?:[,.;:!]+| but)\s+(?=\S)/iu,
  /^(?:i )?never [^,;]+[,;]\s+(?=\S)/iu,
  /\bwhy (?:does|is|do|did) [^?]*?(?:\?|,)\s+(?=\S)/iu,
  // “The school is not named X any more, now Y”
  /\b(?:isn't|isnt|is not|wasn't|wasnt|was not) [^,.;]+?(?:[,.;!]+| but|(?= (?:it's|its|it is)\b))\s*(?=\S)/iu,
  // “It says X but”, “you wrote X,”
  /\b(?:(?:it|the \p{L}+) (?:says|said|shows|showed)|you (?:wrote|have|had|put|listed|got))\b [^,;.?]*?(?:[,;.?!]+| but) (?!so\b)(?=\S)/iu,
  // “… is wrong,”, “it was taken over,”
  /[^,.;:!?]*\b(?:wrong(?:ly)?|incorrect|misspel\w+|spelt wrong|missing|outdated|out of date|mistake|not (?:right|correct)|bad|sounds|taken over|merged|empty|too \p{L}+|has no \p{L}+|there's no \p{L}+|calls it that|is short|promoted|only half|no longer)\b[^,.;:!?]*[,.;:!?]+\s*(?=\S)/iu,
];
const BEHIND_FRESH =
  /[,;(]\s*(?:but )?(?:it (?:says|said|shows)|you (?:wrote|have|had|put)|the (?:rest|others?)|rest|everything else)\b.*$/iu;

/** What a text wants, without what it says was there before. */
export function freshOf(text: string): string {
  let fresh = text;
  for (const before of [...BEFORE_FRESH, BEHIND_FRESH]) {
    const rest = fresh.replace(before, "");
    if (/[\p{L}\d]{2}/u.test(rest.replaceAll(HERE, ""))) fresh = rest;
  }
  return withoutOld(fresh).text.trim();
}

/** The words that a value stands behind, the surest first. */
const CUES: readonly RegExp[] = [
  /(?:->|→|=>|⇒|=(?!>)|\s>)\s*(?<value>.+)$/u,
  /\b(?:should|must|needs? to|ought to|shall|shd|has to|have to|would) (?:now |really |actually |rather |just |better |only )*(?:be |say |read |show |stand )(?:now |just |stated |called |named |spelled |spelt |written |titled )*(?:as |in |at |to |like )?(?<value>.+)$/iu,
  /\b(?:rename|change|update|set|switch|correct|edit|turn|amend|swap|replace|shorten)\w*\b.*?\b(?:to|into|as|by|with)\b:? (?<value>.+)$/iu,
  /\b(?:call (?:it|that|this|them|me|\uE000)|(?:is|was|been|be|got|it's|its) (?:now |really |officially |actually |re)*(?:called|named|titled|known as|written|spelled|spelt|stated as|goes by)|known as|renamed(?: to| as| it)|goes by(?: the name)?|(?:be|get) named|use (?:the )?(?:name|title))\b:? (?:as |just |it )?(?<value>.+)$/iu,
  /\b(?:the |its |their )?(?:correct |right |new |full |official |real |english )?(?:name|title|position|role|place|location|issuer|city|town)(?: (?:of|at|for|in|from) \uE000)? (?:today |now |there )?(?:is|was|would be) (?<value>[^,.;]+.*)$/iu,
  /\b(?:put|write|say|use|make it|make \uE000|make|read|mention|enter)\b:? (?:in |that |down |me )?(?<value>.+)$/iu,
  /\uE000,? (?:is|was) (?:now |really |officially |actually |in |at |by |based in )*(?<value>.+)$/iu,
  /[,;] (?:now|today|better) (?<value>\p{Lu}.+)$/u,
  /\b(?:it's|its|it is|it was|that's|i'm|im|i am|i was|i've been|i have been|i worked|worked|employed|she is|he is) (?:now |actually |really |in fact |just |there |simply |working |called |named |known )*(?:as |like |in |at |from |by )?(?<value>.+)$/iu,
  /\uE000\s*(?:[:,.(]+|\s[–-]+|\.\.\.)\s*(?<value>.+?)\)?$/u,
  /^(?:[^:]{2,60}):\s+(?<value>.+)$/u,
  /(?:[.:,]|\.\.\.)\s+(?<value>[\p{Lu}"][^,.]*)[.!]?$/u,
  /^(?<value>\p{Lu}[^,.:]{1,40})[.!]?$/u,
];

/** “Authorised Signatory for Acme”: the value before the name. */
const FRONT = /^(?<value>[^\uE000]{2,60}?)(?:,|,? (?:at|for|in|with|as|behind)) \uE000/iu;

const LEADING =
  /^(?:(?:as|to|just|simply|really|now|only|the|an?|in|at|from|by|like|be|say|it's|its|it is|it was|it as|it|is|was|named|called|known as|officially|better|rather|my|that i was|that it's|i'm|i am|i was|some|english name|right one is|title|name|role|position)\b:?|[:=,>])\s*/iu;
const TRAILING: readonly RegExp[] = [
  /\s*,?\s*(?:\b(?:at|for|in|with|behind|under|to|on|by|of|from|over|next to|where it says|and not|while|when)\b)?\s*(?:it says\s*)?\uE000.*$/iu,
  /,? as (?:my|the|its?) .*$/iu,
  /,? (?:as|for) (?:a )?(?:place|location|issuer|giver|awarder|title|name)$/iu,
  /,? (?:so (?:that|put|use|correct|please|change|set)|and that's|that's|thats|so thats)\b.*$/iu,
  /,\s+(?:can|could|write|put|add|use|change|please|rest|everything|others|leave|both|only|with no|without|nobody|it|and i|and it|and you|and the|but)\b.*$/iu,
  / (?:without|with) (?:an? |the )?(?:\p{L}|two \p{L}s?) (?:in|at)\b.*$/iu,
  / (?:there|instead|any ?more|now|these days|though|again|today|please|lol|right away|last year|for a while|in the list|rather|to be exact|directly)$/iu,
  /\s+(?:but|and) (?:i|it|they|the|we|later|then)\b.*$/iu,
  /\s*\.{2,}.*$/u,
];

/** A value alone: nothing of the sentence around it. */
function bare(said: string): string {
  let value = said.replace(ABBREVIATED, "$1\uE002");
  for (let before = ""; before !== value;) {
    before = value;
    for (const tail of TRAILING) value = value.replace(tail, "");
    value = trimmedValue(value);
    if (!/^(?:The|A|An) \p{Lu}/u.test(value)) value = value.replace(LEADING, "");
  }
  return value
    .replaceAll("\uE002", ".")
    .replace(/^The (?=\p{Lu})/u, "")
    .trim();
}

/** A stop that ends no sentence. */
const ABBREVIATED = /\b(Dr|Prof|Mr|Mrs|Ms|St|Mt|No)\./gu;

/** What a sentence has and no name, title or place. */
const SENTENCE =
  /\uE000|\b(?:is|are|was|were|should|must|put|please|change|has|have|had|does|did|can|could|would|says?|wrong|missing|write|called|because|since|until|it|you|i|i'm|that|this|there)\b/iu;

/** Words that say something of a value and are none. */
const NO_VALUE =
  /^(?:out|in|up|it|so|app|firm|company|employer|school|job|now|still|written|spelled|there|new|old|english|different|better|the name|fine|ok|ready|done|me|one|someone|client|yes|no|sorry|thanks|thank you|please|changed|wrong|missing|no longer|another|place)$/iu;

/**
 * What a text says that something of an entry is to be: in quotation marks, or behind the words that say so;
 * the surest first, with nothing of the sentence around it.
 * @param one the entry, which isn’t a part of the value
 * @param cues other words that such a value stands behind, surer than those of all
 */
export function valuesAbout(
  asked: Asked,
  one: Mention | undefined,
  cues: readonly RegExp[] = [],
): readonly string[] {
  const fresh = freshOf(textAbout(asked, one));
  const quote = quotedIn(fresh).at(-1);
  if (quote !== undefined) return [quote];
  const values = [...cues, ...CUES, FRONT].flatMap((cue) => {
    const value = bare(cue.exec(fresh)?.groups?.["value"] ?? "");
    return value === "" || value.length > 90 || SENTENCE.test(value) || NO_VALUE.test(value)
      ? []
      : [value];
  });
  return values.length > 0 ? [...new Set(values)] : properIn(fresh);
}

/** Names written with capitals, not at the beginning of the sentence: “Siemens Foundation”. */
export function properIn(text: string): readonly string[] {
  const name =
    /(?<=[\s"(,])\p{Lu}[\p{L}\d&'+.-]*(?:(?:,? |-)(?:(?:of|the|for|de|der|van|du|upon|and|&|da|della) )*\p{Lu}[\p{L}\d&'+.-]*)*/gu;
  return [...text.matchAll(name)]
    .map((one) => {
      const isOwner = /^ (?!for|in|as|from|and|to|with|at)\p{Ll}/u.test(
        text.slice(one.index + one[0].length),
      );
      const found = one[0].replace(/[.,]+$/u, "");
      return isOwner ? found.replace(/'s$/u, "") : found;
    })
    .filter((found) => !/^I(?:'m|'d|'ve)?$/u.test(found));
}
