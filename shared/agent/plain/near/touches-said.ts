import type { Asked } from "./proposal.ts";

const NAME = /\bname\b/iu;
const LESS =
  /\b(?:less|no|not|without|remove|take (?:away|out|off)|stop|off|get rid|rid|too much|don'?t|lose|hide|gone|(?:can|could|should|must|need to|have to|has to) (?:they |it |please )?go)\b/iu;

/** One touch of the look: what the words speak of, and the request; where it is told not to be, the other. */
interface Touch {
  readonly of: readonly RegExp[];
  readonly request: string;
  readonly unwanted?: string;
}

const TOUCHES: readonly Touch[] = [
  {
    of: [/\bcontrast\b/iu, /\b(?:too much|too strong|too hard|harsh|less|lower|soft\w*)\b/iu],
    request: "normal contrast",
  },
  { of: [/\bcontrast\b/iu], request: "more contrast" },
  {
    of: [
      /\b(?:animat\w+|motion|moving|moves?|flying|fl(?:y|ies) in|fad(?:e|es|ing)|dizzy)\b/iu,
      /\b(?:less|no|not|without|remove|take away|stop|off|get rid|rid|don'?t|lose|dizzy|sick|annoy\w*)\b/iu,
    ],
    request: "no animations",
  },
  {
    of: [NAME, /\b(?:capitals?|caps|uppercase|upper case|block letters)\b/iu],
    request: "my name in capitals",
  },
  {
    of: [
      /\b(?:gr[ae]y|pale|faint|light|thin|small grey)\b/iu,
      /\b(?:text|letters|words|writing|print|bits|type|font)\b/iu,
      /\b(?:can'?t|cannot|can not|hard|difficult|hardly|barely|struggle|unreadable|too|never|see|read)\b/iu,
    ],
    request: "the grey text is too light",
  },
  { of: [NAME, /\b(?:bigger|larger|big|large|huge|more prominent)\b/iu], request: "bigger name" },
  { of: [NAME, /\b(?:smaller|small|less big|too big|shrink)\b/iu], request: "smaller name" },
  {
    of: [
      /\b(?:headings?|titles|headlines|headers)\b/iu,
      /\b(?:less|not so|not as|too|not|no|un|lighter|thinner|without)\b.*\b(?:bold\w*|thick\w*|heav(?:y|ier)|fat)\b|\b(?:lighter|thinner|slimmer)\b/iu,
    ],
    request: "headings not bold",
  },
  {
    of: [
      /\b(?:headings?|titles|headlines|headers)\b/iu,
      /\b(?:bold\w*|thick\w*|heavier|strong\w*)\b/iu,
    ],
    request: "bold headings",
  },
  {
    of: [
      /\b(?:headings?|section titles|headers)\b/iu,
      /\b(?:accent|in colou?r|colou?red|same colou?r)\b/iu,
    ],
    request: "headings in the accent colour",
  },
  { of: [/\blinks?\b/iu, /\bunderlin\w+\b/iu], request: "underline the links" },
  {
    of: [
      /\b(?:lines?|rules?|dividers?|separators?)\b/iu,
      /\bbetween\b/iu,
      /\b(?:sections?|parts|blocks|chapters)\b/iu,
    ],
    request: "lines between the sections",
    unwanted: "no lines between the sections",
  },
  {
    of: [/\bcorners?\b/iu, /\b(?:square\w*|sharp\w*|hard|pointed|straight)\b/iu],
    request: "square corners",
  },
  {
    of: [/\bcorners?\b/iu, /\b(?:round\w*|soft\w*)\b/iu],
    request: "round corners",
    unwanted: "square corners",
  },
];

/** A name that is too big is to be smaller. */
const TOO_BIG = /\btoo (?:big|large|huge|much|prominent)\b/iu;

/** The touches that a text speaks of, the first that fits: “the writing has hardly any contrast”. */
export function touchesSaid({ text }: Asked): readonly string[] {
  const isTooBig = NAME.test(text) && TOO_BIG.test(text);
  if (isTooBig) return ["smaller name"];
  const found = TOUCHES.find(({ of }) => of.every((words) => words.test(text)));
  if (!found) return [];
  return [found.unwanted !== undefined && LESS.test(text) ? found.unwanted : found.request];
}
