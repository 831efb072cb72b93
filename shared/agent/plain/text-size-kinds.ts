import { TEXT_SIZES, type TextSize } from "../../theme.ts";
import { plain } from "./look-words.ts";
import { kind, look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

/** All text of the page; of a part of it (“my name”, “the headings”) nothing is known here. */
const TEXT =
  "[the|my|all|all the|all of the|this|your] [whole] (text|texts|font|fonts|letters|lettering|type|typeface|writing|words|print|characters|font size|fontsize|text size|type size|letter size|font sizes|text sizes|size of the text|size of the font|size of the letters|size of text) [on the site|on the page|on my site|on my page|on the whole site|everywhere|overall|throughout]";
const SIZE =
  "(font size|fontsize|text size|type size|letter size|size of text|size of the text|size of the font|size for the text)";
const BIT =
  "[a bit|a little|a little bit|a tiny bit|slightly|somewhat|a touch|a tad|a size|one size|one step|one notch|even|still|some|just a bit|just a little]";
const FAR = "[a bit|a little|a little bit|much|way|far|so|really|very|just|still|slightly|rather]";
const GIVE =
  "[make|use|give me|i want|i need|i'd like|have|can i have|could i have|can i get|can we have|may i have|set|try|go for|show|get me|put in]";
const TO_BE = "(should|must|could|needs to|need to|has to|have to|ought to) be";
const LOOKS = "(is|are|looks|look|seems|seem|feels|feel|appears|comes out)";
const READ =
  "[to read|to be read|for me|for me to read|for people to read|for my eyes|for my old eyes|for old eyes|for older people|on my screen|to see]";
const HARDLY =
  "(can hardly|can barely|can scarcely|could hardly|could barely|hardly can|barely can|can almost not|could scarcely)";
const IT = "(it|this|that|the text|the letters|anything|the words|what it says|a word|the site)";

const sizeNow = ({ theme }: PlainContext): TextSize => theme.textSize ?? "regular";

const SIZE_SAID: Readonly<Record<TextSize, string>> = {
  small: "The text is small now.",
  regular: "The text has its regular size now.",
  large: "The text is large now.",
  larger: "The text is as large as it goes now.",
};

function setSize(textSize: TextSize, context: PlainContext): PlainAnswer {
  const said = SIZE_SAID[textSize];
  if (sizeNow(context) === textSize) return nothing(said.replace(" now.", " already."));
  return look(said, { ...context.theme, textSize });
}

function stepSize(by: 1 | -1, context: PlainContext): PlainAnswer {
  const textSize = TEXT_SIZES[TEXT_SIZES.indexOf(sizeNow(context)) + by];
  if (textSize) {
    const said = by > 0 ? "The text is larger now." : "The text is smaller now.";
    return look(said, { ...context.theme, textSize });
  }
  return nothing(by > 0 ? "The text is as large as it goes." : "The text is as small as it goes.");
}

const SIZES: readonly (readonly [RegExp, TextSize])[] = [
  [/^(?:small|little|tiny|smallest)$/u, "small"],
  [/^(?:regular|normal|default|standard|medium|original|usual|ordinary)$/u, "regular"],
  [/^(?:large|big)$/u, "large"],
  [
    /^(?:(?:very|extra|really) (?:large|big)|xl|huge|biggest|largest|(?:much|a lot|lots|way|far) (?:bigger|larger)|as (?:big|large) as (?:possible|it goes|it gets|you can))$/u,
    "larger",
  ],
];

const sizeNamed = (words: string): TextSize | null =>
  SIZES.find(([form]) => form.test(plain(words)))?.[1] ?? null;

/** @param isSure “size” was said: else “make the text normal” may be about anything, while the size is */
function chooseSize(words: string, isSure: boolean, context: PlainContext): PlainAnswer | null {
  const size = sizeNamed(words);
  const isVague = !isSure && size === "regular" && sizeNow(context) === "regular";
  return size && !isVague ? setSize(size, context) : null;
}

/** How large all text is. */
export const TEXT_SIZE_KINDS = [
  kind(
    "text-bigger",
    "bigger text",
    `${GIVE} ${BIT} (bigger|larger) ${TEXT}
     [make|set|turn|get|have|change] ${TEXT} [to be|be|to|go] ${BIT} (bigger|larger) ${READ}
     (increase|enlarge|raise|scale up|blow up|grow|bump up|turn up|boost) ${TEXT} ${BIT}
     (make|scale|blow) everything ${BIT} (bigger|larger|up)
     ${TEXT} ${TO_BE} ${BIT} (bigger|larger) ${READ}
     (can|could|may) ${TEXT} be ${BIT} (bigger|larger)
     everything ${TO_BE} ${BIT} (bigger|larger)
     ${TEXT} ${LOOKS} ${FAR} (too small|too tiny|too little|tiny|very small) ${READ}
     ${TEXT} (isn't|is not|aren't|are not) (big|large) enough ${READ}
     everything ${LOOKS} ${FAR} (too small|too tiny|tiny) ${READ}
     (it's|it is|this is|everything is) ${FAR} too (small|tiny) to read
     (too small to read|text too small|font too small|letters too small|tiny text|tiny font|tiny letters)
     i ${HARDLY} (read|make out) ${IT} [at this size|without my glasses|without glasses]
     i (can't|cannot|can not) (read|make out) ${IT} [,] [because] (it's|its|it is|they're|they are|the text is|the letters are|the font is) ${FAR} too (small|tiny)
     i need [my|reading] glasses to read ${IT}`,
    (_, context) => stepSize(1, context),
  ),
  kind(
    "text-smaller",
    "smaller text",
    `${GIVE} ${BIT} (smaller|less big|less large) ${TEXT}
     [make|set|turn|get|have|change] ${TEXT} [to be|be|to|go] ${BIT} (smaller|less big|less large)
     (decrease|reduce|shrink|lower|scale down|turn down|bring down) ${TEXT} ${BIT}
     (make|scale) everything ${BIT} (smaller|down)
     ${TEXT} ${TO_BE} ${BIT} smaller
     (can|could|may) ${TEXT} be ${BIT} smaller
     ${TEXT} ${LOOKS} ${FAR} (too big|too large|too huge|huge|gigantic|enormous) ${READ}
     everything ${LOOKS} ${FAR} (too big|too large|huge|gigantic|enormous)
     (text too big|text too large|font too big|font too large|letters too big)`,
    (_, context) => stepSize(-1, context),
  ),
  kind(
    "text-size-named",
    "normal text size",
    `${GIVE} [a|the|my] {size} ${SIZE}
     (go back to|back to|reset to|return to) [a|the|my] {size} ${SIZE}
     [make|set|put|change|turn|switch|reset] [the|my] ${SIZE} [back] [to|at|be|to be] [a|the] {size} [size|again|one]
     [the|my] ${SIZE} (should be|must be|back to|at|is to be) {size} [again]
     (text size:|font size:) {size}
     (reset|restore) [the|my] ${SIZE}
     ${GIVE} [a|the|my] {big} (text|letters|lettering|print|writing|font|fonts|type)
     [make|set|put|change|turn|switch|get] ${TEXT} [back] [to|at|be|to be] [a|the] {big} [size|again]
     ${TEXT} ${TO_BE} {big} [size|again]`,
    ({ size, big }, context) => chooseSize(size ?? big ?? "normal", big === undefined, context),
  ),
];
