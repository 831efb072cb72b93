/** What a value of a request can be: told from the clauses, reasons and times that people write behind it. */

/** Something that goes on where a value would be over: “…, I got married”, “… because”, “… and make it big”. */
const CLAUSE =
  /(?:[,;:.!?(]|\s[–—-])\s*(?:and |but |so |as )?(?:i|i'm|i've|i'd|we|we're|he|she|they|it|it's|that's|this|because|so|please|pls|can you|could you|not)\b|\S (?:and |but )?not \S|\b(?:can|could) you\b|\b(?:because|so that|although|rather than|instead of)\b|\band (?:end|ends|ended|start|starts|started|begin|began|is|was|has|also|i|it|should|make|put|add|move|hide|remove|delete|show|change|use|set|go for|rename|turn|bring|call|give|keep|then|go with)\b/iu;

/** A sentence that has ended, and another: no abbreviation, which is short. */
const NEXT_SENTENCE = /(?<=\p{Ll}{4})[.!?] \p{Lu}/u;

/** Whether the words hold more than a value. */
export const holdsClause = (words: string): boolean =>
  CLAUSE.test(words) || NEXT_SENTENCE.test(words);

/** Whether a text, which may have many sentences, is over and goes on with another request. */
export const holdsRequest = (words: string): boolean =>
  /[.!?;] (?:also|and|then|please|now|can you|could you|make it|move|hide|show)\b/iu.test(words);

/** When it was, said behind what it was. */
const TIME =
  "(?:last|this|next) (?:week|month|year|spring|summer|autumn|fall|winter|weekend)|recently|lately|yesterday|just now|a while ago|(?:a|one|two|three|four|five|six|some|a few|\\d+) (?:days?|weeks?|months?|years?) ago|(?:in|since|from|as of) (?:january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})(?: \\d{4})?";
/** From when on something holds, in the midst of it. */
const FROM_WHEN = new RegExp(
  `\\b(?:since|until|till|effective|starting|as of|from) (?:today|tomorrow|now|next|last|this|january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})\\b|,? (?:${TIME})$`,
  "iu",
);

/** Whether a name or title goes on with a time: “Lead Designer since 2022”. */
export const holdsTime = (words: string): boolean => FROM_WHEN.test(words);

const TIME_BEHIND = new RegExp(`,? (?:${TIME})$`, "iu");

/** A place without the time that somebody came there. */
export const withoutTime = (words: string): string => words.replace(TIME_BEHIND, "").trim();

const NO_PLACE =
  /'s \p{Ll}|\b(?:ago|last|next|since|until|recently|soon|again|now|today|because|near|to|from|by|for|and|or|but|moving|hybrid|remotely|private|secret|wrong|was|were|is|are|will|with|my|our|your|not|no|but|instead|anymore)\b|\b(?:19|20)\d{2}\b|[?!@]/iu;

/** What people are in that is no town, in small letters. */
const STATE =
  /^(?:an?|the|my|some|between)\b|^(?:love|trouble|doubt|charge|need|pain|shock|touch|school|bed|transit|business|finance|it|tech)\b|\bof\b/u;

/** A town, perhaps with its region and country: no sentence, no time. */
export const isPlaceName = (words: string): boolean => {
  const isWritten = /^\p{Lu}/u.test(words);
  const count = words.split(" ").length;
  const isSmall = count <= 3 && !STATE.test(words);
  return count <= 6 && (isWritten || isSmall) && !NO_PLACE.test(words) && !holdsClause(words);
};

/** Words that no name of a person has, and every sentence. */
const NO_NAME =
  /(?:^|[\s,])(?:in|on|at|to|too|into|with|under|over|above|below|next|all|caps|capitals|uppercase|lowercase|bold|italics?|big|bigger|small|smaller|large|larger|center|centre|centered|centred|and|or|make|made|put|really|very|is|was|are|be|it|the|a|an|my|your|not|now|got|by|for|from|who|that|hyphenated|wrong|missing|spelled|spelt)(?=$|[\s,])/iu;

/** A person’s name: a few words, none of them of a sentence. */
export const isPersonName = (words: string): boolean =>
  words.split(" ").length <= 5 && !NO_NAME.test(words) && !/[\d?!:;"@]/u.test(words);

/** How something should look or where it should stand, and not what it says. */
const LOOKISH =
  /^(?:(?:something|anything|whatever|another|first person|third person|(?:an? |the )?(?:\p{L}+ )?one$|clickable|an? (?:link|button|list|table|card|box)\b|the (?:left|right|top|bottom|middle|cent(?:er|re)|side)|in|into|on|to|under|above|below|next to|beside|behind|before|after|between|at the|left|right|cent(?:er|re)(?:ed)?|first|last|up|down|higher|lower|hidden|visible|shown|there|here|gone|back|bold|italics?|underlined|uppercase|lowercase|all caps|(?:a bit |a little |much |even |more |less |too |very |really |so )?(?:big|bigger|small|smaller|large|larger|short|shorter|long|longer|bold|bolder|prominent|visible|readable|dark|darker|light|lighter)|more|less|removed|deleted|changed|updated|moved|rewritten|translated)(?!\p{L})|#)/iu;

export const isAboutLooks = (words: string): boolean => LOOKISH.test(words);

/** Whether the words can be the new name of what had that one: written as a name, or like the old one. */
export function isNameLike(words: string, before: string): boolean {
  if (/^(?:[\d\s–—-]|to|until|till|from|since)+$/iu.test(words)) return false;
  // “2 lines”, “a lamp”: how much and what it is, and no name.
  if (/^(?:\d+ \p{Ll}|an? \p{Ll})/u.test(words)) return false;
  const isSmall = /^\p{Ll}/u.test(before) && !/^(?:an?|the|more|less)\b/iu.test(words);
  const isAlike = isSmall && words.split(" ").length <= 3;
  return (
    isAlike || /^[\p{Lu}\d]/u.test(words) || words.toLowerCase().includes(before.toLowerCase())
  );
}

/** What is wrong with something, and not what it is: “my summary is too long”. */
const COMPLAINT =
  /^(?:(?:a bit|a little|much|far|way|just|really|very|so|too|not|still|no longer|never|always|missing|wrong|outdated|out of date|old|boring|bad|ugly|broken|empty|there|here|nice|good|great|fine|ok)\b|(?:long|short|hard|difficult|gone|private|hidden)$)/iu;
export const isComplaint = (words: string): boolean => COMPLAINT.test(words);

/** Parts of a page that have a list’s noun before them: “add a skill bar”. */
const PAGE_PART =
  /^(?:bars?|charts?|clouds?|graphs?|sections?|matrix|ratings?|meters?|diagrams?|lists?|groups?|categor(?:y|ies)|icons?|levels?|pictures?|photos?|numbers?|logos?|switch(?:er)?|menu|cards?|badges?|pages?|buttons?|links?)$/iu;
export const isPagePart = (words: string): boolean => PAGE_PART.test(words);

const NO_ITEM =
  /^(?:(?:[Aa]dd|[Pp]ut|[Rr]emove|[Dd]elete|[Mm]ove|[Hh]ide|[Ss]how|[Mm]ake|[Rr]ename|[Ss]wap|[Rr]eplace|[Uu]pdate) )|\b(?:first|on top|at the top|higher|lower)$|^(?:none|low|high|various|many|several|see|coming|too|not|soon|unknown|section|list|part|block|like|such|from|with|about|that|which|some|more|mostly|mainly|especially|maybe|also|to|in|of|on|for|i|we|nothing|everything|anything|it|this|them|one|something|these|those|into|onto|as|simply|exactly|without|other (?:style|look|design|layout|way|form|font)|another (?:style|look|design|layout|way|form|font)|different|next|left|right|beside|near|close|side|above|below|underneath|behind|between|up|down|at|by|what|how|who|why|I (?:got|have|won|did|was|am))\b|\b(?:but|every|last|since|when|while|though|because|until|before|after|under|along|together|beneath|besides|including|where)\b/u;

/** What a page shows, and no entry of a list: “my projects should have pictures”. */
const OF_PAGE =
  /\b(?:icons?|pictures?|images?|photos?|screenshots?|logos?|links?|details?|bars?|dates?|levels?|years?|numbers?|colou?rs?|descriptions?|titles?|headings?|examples?|cards?|borders?|lines?|columns?|rows?|buttons?|bullets?|borders?|animations?|tags?|filters?|tooltips?)$/iu;

/** The name of something that a list can have, told without saying that it is one. */
export const isThing = (words: string): boolean =>
  !OF_PAGE.test(words) && !/^(?:the|my|an?|its|their|no)\b/iu.test(words) && isItem(words);

/** A skill, an interest, a title: no part of a sentence about one. */
export const isItem = (words: string): boolean =>
  !NO_ITEM.test(words) && !/ at \p{Lu}/u.test(words) && !holdsTime(words);
