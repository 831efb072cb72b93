import { kind } from "./plain-kind.ts";
import { giveTouch, stepName, takeTouch } from "./touch-acts.ts";
import { BIT, FAR, GIVE, LOOKS, TO_BE } from "./touch-words.ts";

const NAME =
  "[the|my|our|this] [own|full|whole] name [at the top|on top|up top|at the top of the page|in the header|in the heading|on the page|on the site|up there]";
const CAPITALS =
  "(capitals|caps|all caps|all capitals|full caps|capital letters|all capital letters|only capitals|upper case|uppercase|uppercase letters|upper case letters|block capitals|block letters)";
const BIG =
  "(bigger|larger|big|large|huge|really big|very big|very large|as big as possible|as large as possible|more prominent)";
const SMALL =
  "(smaller|small|less big|less large|less huge|tiny|not so big|not as big|less prominent)";
const USUAL = "(normal|regular|default|original|usual|standard|medium)";

/** How large the name is, and whether it stands in capitals. */
export const NAME_TOUCH_KINDS = [
  kind(
    "name-bigger",
    "bigger name",
    `[make|set|turn|get|have|put|print|show|write|i want|i'd like|i need] ${NAME} [to be|be|go|appear|look|in] ${BIT} ${BIG} [letters|print|type]
     ${GIVE} [a|my|the] ${BIT} (bigger|larger) name [at the top]
     (increase|enlarge|raise|scale up|blow up|bump up|boost) ${NAME} ${BIT}
     (increase|enlarge|raise|bump up) the [font|text] size of ${NAME}
     [a] (bigger|larger) [font|size|text|letters|font size] (for|on) ${NAME}
     ${NAME} ${TO_BE} ${BIT} ${BIG}
     (can|could|may) ${NAME} be ${BIT} ${BIG}
     ${NAME} ${LOOKS} ${FAR} (small|tiny|too small|too tiny|too little)
     ${NAME} (isn't|is not) (big|large) enough
     name too small`,
    (_, context) => stepName("name:larger", context),
  ),
  kind(
    "name-smaller",
    "smaller name",
    `[make|set|turn|get|have|put|print|show|write|i want|i'd like|i need] ${NAME} [to be|be|go|appear|look|in] ${BIT} ${SMALL} [letters|print|type]
     ${GIVE} [a|my|the] ${BIT} smaller name [at the top]
     (decrease|reduce|shrink|lower|scale down|turn down) ${NAME} ${BIT}
     (decrease|reduce|shrink|lower) the [font|text] size of ${NAME}
     [a] smaller [font|size|text|letters|font size] (for|on) ${NAME}
     ${NAME} ${TO_BE} ${BIT} ${SMALL}
     ${NAME} (shouldn't be|should not be|needn't be|mustn't be) (so|that|this|as) (big|large|huge|prominent)
     (can|could|may) ${NAME} be ${BIT} ${SMALL}
     ${NAME} ${LOOKS} ${FAR} (big|large|huge|too big|too large|too huge|enormous|gigantic|massive|giant)
     ${NAME} takes up [far|way|much] too much (space|room)
     ${NAME} takes up (half|most of) the (page|screen|window)
     ${NAME} (shouts|is shouting|is too loud|is very loud) [at me]
     name too (big|large)`,
    (_, context) => stepName("name:smaller", context),
  ),
  kind(
    "name-size-usual",
    "name normal size",
    `[make|set|put|turn|change] ${NAME} [back] [to|at|in|be] [a|the|its] ${USUAL} size [again]
     [make|set|put|turn] ${NAME} ${USUAL} [size] again
     (back to|go back to|return to) [a|the] ${USUAL} name size
     (give|use) ${NAME} (a|the|its) ${USUAL} size
     ${USUAL} (size|name size|font size|text size) for ${NAME}
     ${USUAL} name size
     (reset|restore) (the size of ${NAME}|${NAME} size|the name size)
     [make] ${NAME} (the size|as big as|as large as) it was [before]
     ${NAME} (should be|must be|back to|back at) [a|the|its] ${USUAL} size [again]`,
    (_, context) => takeTouch("name", context, "Your name has its usual size already."),
  ),
  kind(
    "name-capitals",
    "my name in capitals",
    `[make|set|put|turn|change|write|print|show|display|have|type|spell|i want|i'd like|can i have|could i have|may i have|use] ${NAME} [to be|be|appear|all] [written|printed|set|shown|all] [in|into|to|with] ${CAPITALS} [only|please]
     ${NAME} ${TO_BE} [written|printed|set|shown|all] [in] ${CAPITALS}
     (can|could|may) ${NAME} be [written|printed|set|shown|all] [in] ${CAPITALS}
     [use|i want|i'd like|have|put] ${CAPITALS} for ${NAME}
     ${GIVE} [an|a|my|the] (uppercase|upper case|all caps|all-caps|capitalised|capitalized) name`,
    (_, context) => giveTouch("nameCase:upper", context),
  ),
  kind(
    "name-not-capitals",
    "my name not in capitals",
    `[make|set|put|write|print|show|display] ${NAME} [back] (not in|without|no longer in|not) [all] ${CAPITALS} [any more|anymore]
     [make|set|put|write|print|show|display|change] ${NAME} [back] (in|to|into) (normal|regular|mixed|usual) (letters|case|capitalisation|capitalization|writing) [again]
     (no|without|remove|get rid of|drop) [the] ${CAPITALS} (for|in|on|from) ${NAME}
     ${NAME} (shouldn't|should not|needn't|mustn't) be [all] [in] ${CAPITALS}
     (i don't want|don't write|don't put|don't show|i don't like) ${NAME} in ${CAPITALS}`,
    (_, context) => takeTouch("nameCase", context, notCapitals(context.resume.basics?.name)),
  ),
];

/** A name that is written in capitals in the content is another matter: that isn't understood here. */
const notCapitals = (name = "") =>
  name === name.toUpperCase() ? undefined : "Your name isn’t in capitals.";
