import { quotedIn, trimmedValue } from "./values.ts";

/** What stands there, as it is said, and what is to stand there. */
export interface Swap {
  readonly old: string;
  readonly fresh: string;
}

const ARROW = /^(?<old>.+?)\s*(?:->|→|=>|⇒)\s*(?<fresh>.+)$/u;
const NOT = "(?:not|instead of|rather than|in place of|as opposed to|isn't)";

/** The ways in which a text says both what is and what should be. */
const CUES: readonly RegExp[] = [
  ARROW,
  /^(?:it's|its|it is|that's|this is) not (?:called )?(?<old>[^,;]+)[,;] (?:but |rather )?(?:it's|its|it is|it's called) (?<fresh>.+)$/iu,
  /\b(?:change|replace|swap|correct|turn|exchange|rename) (?:the words? |the word )?(?<old>.+?) (?:to|with|by|into|for) (?<fresh>.+)$/iu,
  /^(?<old>[^,;:]+?),? (?:should|must|needs to|is supposed to|has to|ought to) (?:be|say|read)(?: called)? (?<fresh>.+)$/iu,
  /^(?<old>[^,;:]+?) (?:is|are|was|isn't|isnt|aren't)(?: just| simply)? (?:not|no longer|wrong|outdated|out of date|true|right|correct)[^,.;:]*?[,.;:]? (?:please )?(?:say|put|write|make it|make that|use|it's|its|it is|it should be|should be) (?<fresh>.+)$/iu,
  /\b(?:don't|dont|do not|never) (?:say|write|use|call it) (?<old>[^,;]+)[,;] ?(?:but |rather |better )?(?:say|write|use|put|it's|its) (?<fresh>.+)$/iu,
  /\b(?:where it says|instead of|in place of|rather than) (?<old>[^,;]+?)[,;]? (?:put|say|write|use|should be|i want|it should (?:be|say)) (?<fresh>.+)$/iu,
  /\b(?:we|i|people|they) (?:all )?(?:say|call it|write) (?<fresh>[^,;]+)[,;] (?:but )?it (?:was|is|says|said) (?<old>[^,;]+)$/iu,
  new RegExp(`^(?<fresh>.+?)(?: now| please)?[,;]? (?:and )?${NOT} (?<old>.+)$`, "iu"),
  /^(?<fresh>.+?),? (?:but )?(?:it|you|the site) (?:says|said|has|wrote) (?<old>[^,;]+)$/iu,
];

const LEADS =
  /^(?:the words?|the word|from|please|pls|hi|hello|hey|sorry|actually|no|oops|typo:?|correction:?|please correct:?|it's|its|it is|it was|it's called|called|that's|thats|that is|he's|she's|they're|his name is|her name is|their name is|name is|put|write|say|says|use|make it|make that|have it say|should be|it should be|it should say|should say|i want|i prefer|i'd prefer|i'm|im|i am|rather|just|really|now|to|as|where it says|anywhere it says|everywhere it says|can you|could you|can we|an?|the|my),? (?=\S)/iu;

/** A value without the words that lead to it and the manners behind it. */
function bare(said: string): string {
  let value = said.trim();
  for (let before = ""; before !== value;) {
    before = value;
    value = value.replace(LEADS, "").trim();
  }
  const closed = /\([^()]+\)$/u.test(value) ? value : trimmedValue(value);
  return closed
    .replace(
      /,? (?:(?:the |its )?(?:full|whole|official|proper) name|any ?more|any longer|back then|in those days|then|everywhere|please|now)$/iu,
      "",
    )
    .replace(/^["']+|["'.,;:!]+$/gu, "")
    .trim();
}

/** What is a request of its own: “move X up, not Y”. */
const IS_ORDER =
  /^(?:not|no|move|hide|show|remove|delete|drop|add|undo|take|sort|keep|bring|make|order|list|start|only|include|leave|get|give|want|swap)\b/iu;
const MOST_WORDS = 12;

/** All ways to read a text as one thing that is to stand for another, the plainest first. */
export function swapsSaid(text: string): readonly Swap[] {
  const [one, other, third] = quotedIn(text);
  const quoted =
    one !== undefined && other !== undefined && third === undefined
      ? [
          { old: one, fresh: other },
          { old: other, fresh: one },
        ]
      : [];
  if (quoted.length > 0) {
    return new RegExp(`"[^"]*?${NOT}[^"]*?"`, "iu").test(text) ? quoted.slice(1) : [];
  }
  return CUES.flatMap((cue) => {
    const { old, fresh } = cue.exec(text)?.groups ?? {};
    if (!old || !fresh) return [];
    const swap = { old: bare(old), fresh: bare(fresh) };
    const isShort = swap.fresh.split(" ").length <= MOST_WORDS && swap.fresh.length <= 100;
    const isFit = swap.old !== "" && swap.fresh !== "" && swap.old !== swap.fresh;
    return isShort && isFit && !IS_ORDER.test(swap.fresh) && !/["?]/u.test(swap.fresh)
      ? [swap]
      : [];
  });
}
