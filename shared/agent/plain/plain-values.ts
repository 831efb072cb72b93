/** What a value of a request can be: told from the clauses, reasons and times that people write behind it. */

/** Something that goes on where a value would be over: “…, I got married”, “… because”, “… and make it big”. */
const CLAUSE =
  /(?:[,;:.!?(]|\s[–—-])\s*(?:and |but |so |as )?(?:i|i'm|i've|i'd|we|we're|he|she|they|it|it's|that's|this|because|so|please|pls|can you|could you|not)\b|\b(?:and|but) not\b|\b(?:can|could) you\b|\b(?:because|so that|although|rather than|instead of)\b|\band (?:make|put|add|move|hide|remove|delete|show|change|use|set|go for|rename|turn|bring|call|give|keep|then|go with)\b/iu;

/** Whether the words hold more than a value. */
export const holdsClause = (words: string): boolean => CLAUSE.test(words);

/** When it was, said behind what it was. */
const TIME =
  "(?:last|this|next) (?:week|month|year|spring|summer|autumn|fall|winter|weekend)|recently|lately|yesterday|just now|a while ago|(?:a|one|two|three|four|five|six|some|a few|\\d+) (?:days?|weeks?|months?|years?) ago|(?:in|since|from|as of) (?:january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})(?: \\d{4})?";
const TIME_BEHIND = new RegExp(`,? (?:${TIME})$`, "iu");

/** A place without the time that somebody came there. */
export const withoutTime = (words: string): string => words.replace(TIME_BEHIND, "").trim();

const NO_PLACE =
  /\b(?:ago|last|next|since|until|recently|soon|again|now|today|because|was|were|is|are|will|with|my|our|your)\b|\b(?:19|20)\d{2}\b|[?!@]/iu;

/** A town, perhaps with its region and country: no sentence, no time. */
export const isPlaceName = (words: string): boolean =>
  words.split(" ").length <= 6 && !NO_PLACE.test(words) && !holdsClause(words);

/** Words that no name of a person has, and every sentence. */
const NO_NAME =
  /(?:^|[\s,])(?:in|on|at|to|too|into|with|under|over|above|below|next|all|caps|capitals|uppercase|lowercase|bold|italics?|big|bigger|small|smaller|large|larger|center|centre|centered|centred|and|or|make|made|put|really|very|is|was|are|be|it|the|a|an|my|your|not|now|got|wrong|missing|spelled|spelt)(?=$|[\s,])/iu;

/** A person’s name: a few words, none of them of a sentence. */
export const isPersonName = (words: string): boolean =>
  words.split(" ").length <= 5 && !NO_NAME.test(words) && !/[\d?!:;"@]/u.test(words);

/** How something should look or where it should stand, and not what it says. */
const LOOKISH =
  /^(?:(?:in|into|on|to|under|above|below|next to|beside|behind|before|after|between|at the|left|right|cent(?:er|re)(?:ed)?|first|last|up|down|higher|lower|hidden|visible|shown|there|here|gone|back|bold|italics?|underlined|uppercase|lowercase|all caps|(?:a bit |a little |much |even |more |less |too |very |really |so )?(?:big|bigger|small|smaller|large|larger|short|shorter|long|longer|bold|bolder|prominent|visible|readable|dark|darker|light|lighter)|more|less|removed|deleted|changed|updated|moved|rewritten|translated)\b|#)/iu;

export const isAboutLooks = (words: string): boolean => LOOKISH.test(words);

/** Whether the words can be the new name of what had that one: written as a name, or grown from it. */
export const isNameLike = (words: string, before: string): boolean =>
  /^[\p{Lu}\d]/u.test(words) || words.toLowerCase().includes(before.toLowerCase());
