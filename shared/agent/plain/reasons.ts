import { ENTRIES, entriesOf } from "./entry-words.ts";
import type { PlainContext } from "./plain-kind.ts";

/** Anything that could be asked for or be a fact of its own: then nothing is left out. */
const ASKS =
  /\d|["@]|\b(?:but|except|also|instead|should|shall|must|please|keep|add|put|make|change|remove|hide|delete|show|move|use|rename|set|only|rather than|replace|bring|can you|could you|would you|work(?:ing|ed)? (?:at|for|there|as)|promoted|moved|start(?:ed|s)? (?:at|in|on|there|working)|end(?:ed|s)? (?:at|in|on)|beg[ai]n|joined|called|renamed|turned|(?<!don't |do not |didn't |doesn't )(?:want|need))\b/iu;

const BECAUSE =
  "because|cause|cos|since (?=i\\b|it|the|my|we|they)|as (?=(?:i|it|we|they|he|she|people) |(?:the|my) (?:\\p{L}+ ){1,3}(?:is|are|was|were|has|have|looks?|feels?|doesn't|isn't|can't|won't)\\b)|so that|so (?=it|they|people|i|we)";
const WHO =
  "it|this|that|they|these|those|he|she|we|you|people|everyone|everybody|nobody|no one|recruiters?|someone|somebody|my (?:old |poor |tired |bad )?(?:mother|mum|grandmother|grandma|grandfather|grandpa|parents|mom|dad|father|boss|wife|husband|friends?|partner|girlfriend|boyfriend|sister|brother|son|daughter|eyes|colleagues?|teacher|coach|recruiter)|(?:the|this|these|my|that|those) (?:old |current |present |other |whole )?(?:colou?rs?|fonts?|text|letters|page|site|layout|look|design|spacing|one|background|palette)";
const DOES =
  "'s|'re|'ve| (?:is|was|are|were|has|have|had|looks?|looked|feels?|felt|can|can't|cannot|could|couldn't|don't|doesn't|didn't|won't|isn't|aren't|wasn't|do|does|did|expired|asked|said|told|goes|go|takes?|hurts?|makes?|never|always|just|really|still|keeps?|seems?|reads?|scrolls?|cares?|matters?|needs?|wants?|counts?|helps?|might|may|will|\\p{L}+ed)\\b";
const I =
  "i (?:really |just |still )?(?:can (?:hardly|barely|scarcely)|don't|do not|can't|cannot|couldn't|didn't|haven't|hate|dislike|forgot|lost|never|lived|grew up|got married|got divorced|got engaged)\\b|i (?:liked|loved|preferred|like|love|prefer)\\b.*\\b(?:before|better)$|i (?:liked|loved|preferred) (?:it|the old one|the first one|the other one|what (?:we|i|it) had)(?: more)?$|(?:i'm|i am|we're) (?:applying|tired|trying|going for|not|sick of|afraid)\\b|i'd rather (?:not|give|tell|send|share)\\b";
/** A word or two of liking and disliking, or that something went wrong. */
const MOOD =
  "(?:(?:it's|that's|so|too|very|really|a bit|just|how|not|still) )*(?:ugly|boring|dull|bland|horrible|awful|terrible|meh|yuck|ew|nah|nope|no|nice|great|good|pretty|lovely|better|fine|cool|perfect|wrong button|my mistake|i made a mistake|that was a mistake|my bad|a mistake|wait|no wait|who cares|i changed my mind|changed my mind|never mind that|long story|finally)$|(?:sounds?|looks?|feels?|reads?|seems?) (?:\\p{L}+ ){0,4}\\p{L}+$";
const REASON = new RegExp(`^(?:(?:${BECAUSE}) ?|(?:${WHO})(?:${DOES})|${I}|${MOOD})`, "iu");
const OPENLY_REASON = new RegExp(`^(?:(?:${BECAUSE}) ?|i lived|i grew up)`, "iu");

/** Whether words of the site are in it: then it may be about them. */
function namesEntry(clause: string, { resume }: PlainContext): boolean {
  const words = ` ${clause.toLowerCase()} `;
  return ENTRIES.some(({ list, keys }) =>
    entriesOf(resume, list).some((entry) =>
      keys.some((key) => {
        const name = entry[key];
        return (
          typeof name === "string" && name.length > 2 && words.includes(` ${name.toLowerCase()} `)
        );
      }),
    ),
  );
}

/** “My eyes are 61 years old”: a number that is asked for by nobody. */
const AGE = /\b\d{1,2} (?:years? )?old\b/giu;

/** Why somebody wants something, and nothing besides: no wish, no number, no name of its own. */
export function isReason(clause: string, context: PlainContext): boolean {
  const words = clause.trim().replace(/[.!?,;)]+$/u, "");
  if (words.split(" ").length > 18 || ASKS.test(words.replace(AGE, "old")) || !REASON.test(words))
    return false;
  const hasOwnNames = /(?<!^)(?<![\p{L}'])\p{Lu}\p{L}+/u.test(words.replace(/\bI\b/gu, ""));
  return (!hasOwnNames || OPENLY_REASON.test(words)) && !namesEntry(words, context);
}

/** “Can you update that?” behind what it is about. */
const PLEA =
  /^(?:(?:can|could|would|will) (?:you|we|i) |please |pls |just )*(?:update|change|fix|correct|add|put|do|include|mention|adjust) (?:that|this|it|them)(?: (?:in|up|there|here|on|for me))?$/iu;
export const isPlea = (clause: string): boolean => PLEA.test(clause.replace(/[.!?]+$/u, ""));

/** Sentences, quotations kept whole. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .match(/(?:"[^"]*"|\.(?=\S)|\d\.(?=\s*\d)|[^.!?"\n])+(?:[.!?]+(?=\s|$)|\n|$)/gu)
    ?.map((one) => one.trim())
    .filter(Boolean) ?? [text];

/** Where a clause may begin, in the middle of a sentence. */
const JOINTS = /,\s+|\s+[–—-]\s+|;\s*|\s*\(|:\s+|\s+(?=(?:because|since|so|as|cause|cos)\b)/giu;

function withoutTail(text: string, context: PlainContext): string | null {
  for (const joint of text.matchAll(JOINTS)) {
    const tail = text.slice(joint.index + joint[0].length);
    const head = text.slice(0, joint.index);
    const isQuoted = (head.split('"').length - 1) % 2 === 1;
    if (head !== "" && !isQuoted && (isReason(tail, context) || isPlea(tail))) return head;
  }
  return null;
}

function withoutHead(text: string, context: PlainContext): string | null {
  for (const joint of text.matchAll(
    /,\s+|\s+[–—-]\s+|;\s*|:\s+|\s+and\s+(?=(?:my|please|can you|i'd like)\b)/giu,
  )) {
    const head = text.slice(0, joint.index);
    const tail = text.slice(joint.index + joint[0].length);
    const rest = tail.replace(/^(?:so|therefore|that's why) /iu, "");
    // “…, so hide it”: what stands before “so” says itself that it is the reason.
    const isSo = rest !== tail && /^(?:i|i'm|i've|we|it|it's|my)\b/iu.test(head);
    // “We moved, so change the city to …”
    const isMove = isSo && /^(?:i|we)(?:'ve| have)? (?:just |recently )?moved$/iu.test(head);
    const isOne = isMove
      ? true
      : isSo
        ? !ASKS.test(head.replace(/\balso\b/giu, "")) && !namesEntry(head, context)
        : isReason(head, context);
    if (isOne) return rest;
  }
  return null;
}

/** The request without a sentence or clause that only says why; each way that there is. */
export function withoutReasons(text: string, context: PlainContext): readonly string[] {
  const sentences = sentencesOf(text);
  const asked = sentences.filter((one) => !isReason(one, context) && !isPlea(one));
  const fewer = asked.length > 0 && asked.length < sentences.length ? asked.join(" ") : null;
  return [fewer, withoutTail(text, context), withoutHead(text, context)].filter(
    (one) => one !== null,
  );
}
