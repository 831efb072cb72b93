import { kind, type PlainContext } from "./plain-kind.ts";
import { giveTouch, takeTouch } from "./touch-acts.ts";
import { BIT, FAR, GIVE, LOOKS, OFF, TO_BE } from "./touch-words.ts";

const HEADINGS =
  "[the|my|all|all the|all my|all of the|these] [section] (headings|headers|titles|heading|section headings|section titles|section headers|titles of the sections|headings of the sections|titles of sections)";
const BOLD =
  "(bold|bolder|in bold|heavy|heavier|thick|thicker|fat|fatter|in bold type|in bold letters|in a bold weight|boldface)";
const COLOURED =
  "(coloured|in colour|in the accent colour|in the accent|the accent colour|in the main colour|in the colour of the links|in my accent colour|in the theme colour|accent coloured)";
const LINKS =
  "[the|my|all|all the|all my|all of the|every|each] (links|hyperlinks|link|web links|web addresses|urls)";
const GREY =
  "[the|all the|that|this|all] (grey|light grey|pale|faint|light|lighter|small grey|quiet|dim) (text|texts|letters|words|print|writing|bits|parts|type|stuff|font|lines of text|one|ones)";
const UNREADABLE =
  "(hard to read|too hard to read|difficult to read|unreadable|illegible|not readable|hard to see|difficult to see|too light|too pale|too faint|too dim|too grey|too weak|not dark enough|not readable enough|not legible)";
const CANNOT_READ =
  "(can't|cant|cannot|can not|can hardly|can barely|could hardly|can scarcely|hardly can|struggle to|couldn't) (read|see|make out)";
const MOTION =
  "(animation|animations|motion|movement|movements|moving|transitions|motion effects|animated effects|moving things|moving parts|moving stuff|scroll animation|scroll animations|scrolling animations)";
const ALL =
  "[the|all|any|all the|all of the|all these|these|those|that|this|every|so much|so many]";

const isDark = ({ theme }: PlainContext) => theme.mode === "dark";

const HEADING_KINDS = [
  kind(
    "headings-bold",
    "bold headings",
    `[make|set|put|turn|have|get|print|show|write|i want|i'd like|use|give] ${HEADINGS} [to be|be|look|all] ${BIT} ${BOLD}
     ${GIVE} ${BIT} (bold|bolder|heavier|thicker) ${HEADINGS}
     ${HEADINGS} ${TO_BE} ${BIT} ${BOLD}
     (can|could|may) ${HEADINGS} be ${BIT} ${BOLD}
     ${HEADINGS} ${LOOKS} ${FAR} (too thin|too light|too weak|too fine)
     ${HEADINGS} (aren't|are not|isn't|is not) bold [enough]
     (bold|embolden) ${HEADINGS}
     [use] bold for ${HEADINGS}`,
    (_, context) => giveTouch("headings:bold", context),
  ),
  kind(
    "headings-not-bold",
    "headings not bold",
    `[make|set|put|turn|have] ${HEADINGS} [be|back to] (not bold|not so bold|not in bold|no longer bold|less bold|less heavy|normal weight|regular weight|unbold)
     ${HEADINGS} (shouldn't|should not|mustn't|needn't) be [so] ${BOLD}
     ${HEADINGS} ${LOOKS} ${FAR} (too bold|too heavy|too fat|too thick)
     ${OFF} ${ALL} bold (headings|headers|titles|section headings|section titles)
     (don't make|stop making) ${HEADINGS} ${BOLD}
     (unbold ${HEADINGS}|no bold for ${HEADINGS}|no bold in ${HEADINGS})`,
    (_, context) => takeTouch("headings", context),
  ),
  kind(
    "headings-colour",
    "headings in the accent colour",
    `[make|set|put|turn|have|print|show|write|i want|i'd like] ${HEADINGS} [to be|be|look|all] ${COLOURED}
     ${GIVE} (coloured|colourful|accent coloured) ${HEADINGS}
     ${HEADINGS} ${TO_BE} ${COLOURED}
     (can|could|may) ${HEADINGS} be ${COLOURED}
     colour ${HEADINGS} [in] [the accent|in the accent colour|with the accent colour]
     give ${HEADINGS} the accent colour
     [use|put|apply] the (accent colour|accent|main colour) (for|on|in|to) ${HEADINGS}`,
    (_, context) => giveTouch("headingColour:accent", context),
  ),
  kind(
    "headings-plain",
    "headings in the text’s colour",
    `[make|set|put|turn|have] ${HEADINGS} [be|back] (not coloured|not in colour|not in the accent colour|without colour|uncoloured|in the text colour|in the colour of the text|in the text's colour|in the text’s colour|the same colour as the text|the colour of the text|no longer coloured)
     ${HEADINGS} (shouldn't|should not|needn't) be ${COLOURED}
     ${OFF} ${ALL} (coloured|colourful) (headings|headers|titles|section headings|section titles)
     (no|remove the|take the) colour (in|on|for|from|off|of) ${HEADINGS}`,
    (_, context) => takeTouch("headingColour", context),
  ),
];

const READING_KINDS = [
  kind(
    "links-underlined",
    "underline the links",
    `underline ${LINKS} [on the page|everywhere]
     [make|set|turn|have|show|print|i want|i'd like|get] ${LINKS} [to be|be|look|all] (underlined|underline|with an underline|with underlines|with a line under them|with a line)
     ${GIVE} underlined links [everywhere]
     [give|add|put] ${LINKS} (an underline|underlines|a line under them|a line below)
     (add|put) (underlines|an underline|a line|lines) (to|under|below|beneath|underneath) ${LINKS}
     ${LINKS} ${TO_BE} underlined
     ${LINKS} should have (an underline|underlines|a line under them)
     (can|could|may) ${LINKS} be underlined
     ${LINKS} (aren't|are not|isn't|is not) underlined
     ${LINKS} ${LOOKS} ${FAR} (hard to see|hard to find|hard to spot|hard to tell|hard to recognise|hard to recognize|not visible|not visible enough|invisible)
     (i can't|i cannot|you can't|you cannot|people can't|one can't) (see|tell) (what is a link|what's a link|which words are links|where the links are|what the links are|that they are links|what is clickable)`,
    (_, context) => giveTouch("links:underlined", context),
  ),
  kind(
    "links-plain",
    "links not underlined",
    `[make|set|show|have] ${LINKS} (not underlined|no longer underlined|without underlines|without an underline|without underline|without lines)
     (don't underline|do not underline|stop underlining) ${LINKS}
     ${LINKS} (shouldn't|should not|needn't) be underlined
     ${OFF} ${ALL} (underline|underlines|underlining|lines) (of|from|under|on|below|beneath) ${LINKS}
     (${OFF} ${ALL} underlined links|no underlines|no underlining)`,
    (_, context) => takeTouch("links", context),
  ),
  kind(
    "contrast-more",
    "more contrast",
    `${GIVE} ${BIT} (more|higher|stronger|better|greater|sharper) contrast [on the page|in the text|for the text|everywhere|between text and background|between the text and the background]
     [strong|high|maximum] contrast
     (increase|raise|boost|improve|turn up|strengthen|bump up) [the] contrast ${BIT} [of the text|of the page|on the page|between the text and the background]
     [make|set] [the] contrast [of the text|of the page] [to be|be] ${BIT} (stronger|higher|better|greater|sharper|strong|high)
     [the] contrast ${LOOKS} ${FAR} (too low|low|too weak|weak|too poor|poor|bad|too small|not enough|not strong enough|not good|insufficient)
     [the] contrast ${TO_BE} ${BIT} (stronger|higher|better|more)
     (there is|there's|it has|i see) (not enough|too little|hardly any|no|almost no) contrast
     (not enough|too little) contrast
     ${GREY} ${LOOKS} ${FAR} ${UNREADABLE} [for me|to me]
     i ${CANNOT_READ} (${GREY}|the grey)
     the grey ${LOOKS} ${FAR} ${UNREADABLE} [for me|to me]
     [the|my] text ${LOOKS} ${FAR} (hard to read|difficult to read|unreadable) [on|against|with] (that|this|the) background [colour]
     [the|my] text ${LOOKS} ${FAR} (hard to read|difficult to read), [especially|mainly|mostly] ${GREY}
     [make] ${GREY} ${BIT} (stronger|more readable|more legible|easier to read|readable|more visible|clearer)
     ${GREY} ${TO_BE} ${BIT} (stronger|more readable|easier to read|readable|clearer)`,
    (_, context) => giveTouch("contrast:strong", context),
  ),
  kind(
    "contrast-darker",
    "the grey text is too light",
    `[the|my|all|all the] (text|texts|writing|letters|font|print) ${LOOKS} ${FAR} (too light|too pale|too faint|too grey|too dim|too weak|washed out|too washed out|not dark enough) [, i ${CANNOT_READ} (${GREY}|the grey)]
     [make|turn] ([the|my|all|all the] text|${GREY}) ${BIT} (darker|blacker|less grey|less pale|less faint|less light)
     (darken|blacken) ([the|my|all|all the] text|${GREY}) ${BIT}
     ${GIVE} darker text
     ([the|my|all|all the] text|${GREY}) ${TO_BE} ${BIT} (darker|blacker|less grey|less pale)
     (can|could|may) ([the|my|all|all the] text|${GREY}) be ${BIT} (darker|blacker)`,
    // On a dark page more contrast makes text lighter.
    (_, context) => (isDark(context) ? null : giveTouch("contrast:strong", context)),
  ),
  kind(
    "contrast-usual",
    "normal contrast",
    `[make|set|put|go back to|back to|use] [the] (normal|usual|regular|default|original|less|lower|softer) contrast [again]
     [make|set|put|turn] [the] contrast [back] (to|be) (normal|usual|regular|default|what it was|as it was) [again]
     (reset|restore|lower|reduce|decrease|turn down|soften) [the] contrast ${BIT}
     [the] contrast ${LOOKS} ${FAR} (too strong|too high|too hard|too harsh|too much)
     [there is|there's] too much contrast`,
    (_, context) => takeTouch("contrast", context),
  ),
];

const MOTION_KINDS = [
  kind(
    "motion-off",
    "no animations",
    `${OFF} ${ALL} ${MOTION} [on the page|on the site|on my page|on my site|everywhere]
     [i want|i'd like|i need|make it with|with|use|have] (no|zero) ${MOTION} [at all|please|on the page|on the site]
     (turn|switch) [the|all|all the] ${MOTION} off
     [the] ${MOTION} off
     (reduce|reduced) motion
     [a page|a site|make it|make the page|make the site|i want it|i want a page] (without|free of) [any] ${MOTION}
     [there is|there's|there are|i see|it has] [far|way|much] too (much|many) ${MOTION}
     [the|all the|these|those] ${MOTION} (makes|make|is making|are making) me (dizzy|sick|seasick|nauseous|ill|queasy)
     [the|all the|these|those] ${MOTION} ${LOOKS} ${FAR} (annoying|distracting|irritating|too much|silly|dizzying|unnecessary|disturbing)
     (nothing|the page|the site|it|things|everything) (should|must) (move|not move|stand still|stay still|be still)
     (nothing should be moving|the page shouldn't move|things shouldn't move|it shouldn't move)
     (stop|keep) (everything|things|it|the page|the site|the text|that|this) [from] moving
     (make|keep) (everything|it|the page|the site) (stand still|stay still|still|static)
     (everything|it|the page|the site) (keeps moving|moves too much|moves around|moves around too much|is moving|is moving too much)
     [all] (the|these|those) (moving things|moving parts|things that move) (should|must) (go|stop)`,
    (_, context) => giveTouch("motion:none", context),
  ),
  kind(
    "motion-back",
    "animations back",
    `[bring|get|put|give me|i want|i'd like] [the|all the|my] (animations|animation|motion|movement|movements|transitions) back [on|in|again]
     (turn|switch) [the|all the] (animations|animation|motion|movement) [back] on [again]
     (turn on|switch on|enable|allow|restore|bring back|put back|reactivate) [the|all the] (animations|animation|motion|movement) [again]
     [the] (animations|animation|motion) on [again]
     (animations again|with animations again|let it move again|it may move again|it can move again)`,
    (_, context) => takeTouch("motion", context, "The animations aren’t switched off."),
  ),
];

const LINE =
  "(line|lines|divider|dividers|separator|separators|rule|rules|dividing line|dividing lines|separating line|separating lines|horizontal line|horizontal lines|section dividers|section lines|section separators)";
const THIN = "[thin|fine|subtle|small|light|little|nice|simple|horizontal|delicate|visible]";
const BETWEEN =
  "(between|in between|to separate|separating) [the|my|all|all the|each|every|all my|different|the different] (sections|section|parts|blocks|chapters|two sections)";

const LINE_KINDS = [
  kind(
    "lines-on",
    "lines between the sections",
    `[${GIVE}|draw|insert|place|put|want] [a|some|the|back the] ${THIN} ${LINE} ${BETWEEN} [please|again]
     ${GIVE} [some|the] ${THIN} (dividers|separators|section dividers|section separators|dividing lines|section lines)
     (separate|divide|split) [the|my|all|all the] sections (with|by|using|through) [a|some] ${THIN} ${LINE}
     [the|my|all|all the] sections ${TO_BE} (separated|divided|split) (by|with) [a|some] ${THIN} ${LINE}
     [the|my|all the] sections (should|could|must) have [a|some] ${THIN} ${LINE} between them
     ${THIN} ${LINE} ${BETWEEN} would be (nice|good|great|helpful|lovely|useful)
     (bring|get|put) [the] ${LINE} [${BETWEEN}] back
     (bring back|put back|restore) [the] ${LINE} [${BETWEEN}]`,
    (_, context) => giveTouch("dividers:lines", context),
  ),
  kind(
    "lines-off",
    "no lines between the sections",
    `${OFF} ${ALL} ${THIN} ${LINE} ${BETWEEN}
     ${OFF} (the|all the|these|those|all these|all those) ${THIN} (lines|dividers|separators|dividing lines|separating lines|horizontal lines|section dividers|section lines|section separators) [on the page|on the site|everywhere]
     no ${THIN} (dividers|separators|dividing lines|separating lines|horizontal lines|section dividers|section lines)
     [there are|i see] [far|way] too many ${THIN} (lines|dividers|separators) ${BETWEEN}
     [the] ${LINE} ${BETWEEN} (should go|must go|can go|should be removed|aren't needed|are not needed|are too much|look ugly|are ugly|are annoying)
     ${LINE} ${BETWEEN} off
     (turn|switch|take) [the] ${LINE} ${BETWEEN} (off|away|out)
     there shouldn't be [any] ${LINE} ${BETWEEN}`,
    (_, context) => giveTouch("dividers:none", context),
  ),
  kind(
    "lines-usual",
    "the lines as they were",
    `[make|have|leave|set|put] [the] (lines|dividers|separators) [${BETWEEN}] [back] (as they were|as before|the way they were|to normal|to how they were|as the template has them)
     (reset|restore) the (dividers|separators|section lines|section dividers)`,
    (_, context) => takeTouch("dividers", context, "The lines are as the template has them."),
  ),
];

const THINGS = "[the|all|all the|my|all my] (boxes|cards|blocks|frames|tiles|things)";
const OF_THINGS = `[(of|on|for) ${THINGS}|everywhere|on everything|overall|on the page|on the site]`;
const ROUND =
  "(round|rounded|rounder|more round|more rounded|soft|softer|curved|less sharp|less square|less pointy|less hard|not square|not sharp|not so sharp|not so square)";
const SQUARE =
  "(square|squared|squarer|more square|sharp|sharper|straight|hard|angular|not round|not rounded|not so round|less round|less rounded|unrounded|right-angled)";
const CORNERS = `[the|all|all the|all my|my] (corners|edges|corner)`;

const CORNER_KINDS = [
  kind(
    "corners-round",
    "round corners",
    `${GIVE} ${BIT} ${ROUND} (corners|edges) ${OF_THINGS}
     [make|turn|have|i want|i'd like|set] ${CORNERS} ${OF_THINGS} [to be|be|look] ${BIT} ${ROUND}
     (round|round off|soften|smooth) ${CORNERS} ${OF_THINGS}
     ${CORNERS} ${OF_THINGS} ${TO_BE} ${BIT} ${ROUND}
     (can|could|may) ${CORNERS} ${OF_THINGS} be ${BIT} ${ROUND}
     ${CORNERS} ${OF_THINGS} ${LOOKS} ${FAR} too (sharp|square|pointy|hard|edgy|angular)
     ${THINGS} (should|must|could) have ${BIT} ${ROUND} (corners|edges)
     (give|make) ${THINGS} ${BIT} ${ROUND} (corners|edges)
     (turn|switch) (square|sharp) corners off
     (square|sharp) corners off
     (no|no more|without|get rid of the|remove the) (square|sharp) (corners|edges) ${OF_THINGS}`,
    (_, context) => giveTouch("corners:round", context),
  ),
  kind(
    "corners-square",
    "square corners",
    `${GIVE} ${BIT} ${SQUARE} (corners|edges) ${OF_THINGS}
     [make|turn|have|i want|i'd like|set] ${CORNERS} ${OF_THINGS} [to be|be|look] ${BIT} ${SQUARE}
     (square|square off|sharpen) ${CORNERS} ${OF_THINGS}
     ${CORNERS} ${OF_THINGS} ${TO_BE} ${BIT} ${SQUARE}
     (can|could|may) ${CORNERS} ${OF_THINGS} be ${BIT} ${SQUARE}
     ${CORNERS} ${OF_THINGS} ${LOOKS} ${FAR} too (round|rounded|soft|curvy)
     ${THINGS} (should|must|could) have ${BIT} ${SQUARE} (corners|edges)
     (turn|switch) [the] (round|rounded) corners off
     [the] (round|rounded) corners off
     (don't round|do not round|stop rounding) ${CORNERS} ${OF_THINGS}
     ${OFF} ${ALL} (round|rounded|soft) (corners|edges) ${OF_THINGS}`,
    (_, context) => giveTouch("corners:square", context),
  ),
  kind(
    "corners-usual",
    "the corners as they were",
    `(reset|restore) ${CORNERS}
     [make|have|leave|put|set] ${CORNERS} [back] (as they were|as before|the way they were|to normal|to how they were|as the template has them)
     (normal|default|usual|original) corners`,
    (_, context) => takeTouch("corners", context, "The corners are as the template has them."),
  ),
];

/** Small wishes about the look of the whole page (`touches` of the theme), and the ways back. */
export const TOUCH_KINDS = [
  ...HEADING_KINDS,
  ...READING_KINDS,
  ...MOTION_KINDS,
  ...LINE_KINDS,
  ...CORNER_KINDS,
];
