import type { Asked } from "./proposal.ts";
import { termSaid } from "./terms-said.ts";

/** A question about the product: all of the words are said, none of those that make it another. */
interface SaidQuestion {
  readonly of: readonly RegExp[];
  readonly not?: RegExp;
  /** The question as it is answered. */
  readonly request: string;
}

const SITE = /\b(?:it|this|site|page|website|portfolio|cv|everything|work)\b/iu;
const PUBLISH = /\bpublish\w*|\b(?:go(?:es|ing)? live|online|upload(?:ing)?)\b/iu;
const OTHERS =
  /\b(?:others?|other people|people|visitors?|everyone|everybody|recruiters?|employers?|strangers|somebody else|someone else|they|public)\b/iu;
const DEVICE =
  /\b(?:another|other|different|second|my|work|home) (?:computer|laptop|device|phone|machine|tablet|pc|mac|browser)\b/iu;

const QUESTIONS: readonly SaidQuestion[] = [
  {
    of: [
      /\bhow (?:long|fast|quick\w*|soon|many (?:minutes|seconds|hours))\b|\btake long\b|\binstant\w*|\bwait\b/iu,
      PUBLISH,
    ],
    not: /\b(?:stay|stays|remain|kept|keep|last|lasts|expire|google|free|sign)\b/iu,
    request: "how long does publishing take?",
  },
  {
    of: [
      /\b(?:button|thing|menu|icon)s?\b/iu,
      /\b(?:top|upper|right)\b.*\b(?:right|corner|top)\b/iu,
    ],
    request: "what is the button at the top right?",
  },
  {
    of: [/\b(?:icons?|buttons?|symbols?|panels?)\b/iu, /\b(?:left|side)\b/iu, /\bwhat\b/iu],
    request: "what are the icons on the left?",
  },
  {
    of: [
      /\b(?:see|view|look at|check|show me)\b/iu,
      SITE,
      /\b(?:the way|as|like|how|what)\b/iu,
      OTHERS,
      /\b(?:see|sees|seen|look|looks|get|gets|view|would|will)\b/iu,
    ],
    not: /\b(?:who|phone|mobile|tablet|how many|did|have seen|visited)\b/iu,
    request: "how do I see it as visitors will?",
  },
  {
    of: [/\bpreview\b/iu, /\b(?:how|where|is there|can i|before)\b/iu],
    not: /\b(?:phone|mobile|tablet|bigger|smaller|slow|blank|white|broken)\b/iu,
    request: "how do I see it as visitors will?",
  },
  {
    of: [
      /\b(?:do i (?:really )?(?:have|need) to|must i|am i (?:supposed|obliged) to|is (?:it|an?|the|my) (?:\p{L}+ ){0,3}(?:necessary|required|compulsory|mandatory|needed|a must)|do i need an?)\b/iu,
      /\b(?:references?|photo|picture|hobbies|interests?|summary|phone|address|birth\w*|age|education|e-?mail|skills|languages|everything|section|name)\b/iu,
    ],
    not: /\b(?:account|sign|log|publish|pay|e-?mail (?:to|address to)|code|save|verify|confirm)\b/iu,
    request: "do I have to put references?",
  },
  {
    of: [
      /\b(?:brother|sister|wife|husband|partner|friend|colleague|mother|mum|mom|dad|father|daughter|son|boss|coach|someone|somebody|others?|team|two people|together|another person|people)\b/iu,
      /\b(?:edit\w*|work on|change (?:it|this|my)|collaborat\w*|help me with|access|co-?write|contribute)\b/iu,
    ],
    not: /\b(?:see|read|visit|contact|write to me|password)\b/iu,
    request: "can others edit it?",
  },
  {
    of: [/\b(?:spam\w*|junk mail|harvest\w*|scrap(?:e|es|ed|ers?|ing)|bots?|robots?)\b/iu],
    request: "is my e-mail safe from spam?",
  },
  {
    of: [
      /\b(?:gdpr|dsgvo|rgpd|data protection|imprint|impressum|privacy (?:policy|notice|law)|legally)\b/iu,
    ],
    request: "is it GDPR compliant?",
  },
  { of: [/\b(?:cookies?|track(?:s|ing|ers?))\b/iu], request: "does my site use cookies?" },
  {
    of: [
      /\b(?:your|cv2web'?s?|company|made with|powered by)\b.*\b(?:logos?|brand\w*|watermark)\b|\b(?:watermarks?|adverts?|advertis\w+|ads|branding|banner ads?|made with|powered by)\b/iu,
    ],
    not: /\b(?:google ads|campaign|job|agency|skill)\b/iu,
    request: "is there a logo of yours on it?",
  },
  {
    of: [
      /\b(?:more|several|other|another|two|second|extra|separate|multiple|sub|own|have a|a) ?-?(?:sub)?pages?\b/iu,
      /\b(?:can|could|possible|is there|way|how|do you|have)\b/iu,
      /\b(?:more|several|another|two|second|extra|separate|multiple|sub\w*|own|just|only|for)\b/iu,
    ],
    not: /\b(?:pdf|print|languages?|one page|fit|shorter|web ?page address|top of the page)\b/iu,
    request: "can I have more pages?",
  },
  {
    of: [
      /\b(?:applications?|apply(?:ing)?|cover(?:ing)? letter)\b/iu,
      /\b(?:use|put|send|attach|include|link|good (?:for|enough))\b/iu,
    ],
    not: /\b(?:pdf|print|write|version|two|mobile|web applications?|tailor)\b/iu,
    request: "can I use it for my application?",
  },
  {
    of: [
      /\b(?:link|address|url|qr)\b/iu,
      /\b(?:old|change\w*|same|still work\w*|stay\w*|break)\b/iu,
      /\b(?:publish\w*|again|later|after\w*|update\w*)\b/iu,
    ],
    request: "what about my old link when I publish again?",
  },
  {
    of: [
      /\b(?:automatic\w*|by itself|by themselves|straight away|right away|immediately|at once|(?:publish|do (?:it|that)) (?:again|every time|each time))\b/iu,
      /\b(?:live|online|publish\w*|visitors|public|published|updat\w+)\b/iu,
    ],
    not: /\b(?:sav\w+|google|backup|link|address|how long)\b/iu,
    request: "do my changes go live by themselves?",
  },
  {
    of: [
      /\b(?:formats?|file types?|types? of files?|kinds? of files?|docx?|\.docx?|word (?:file|doc\w*)|odt|pages file|rtf|linkedin (?:pdf|export|profile))\b/iu,
      /\b(?:upload\w*|read|take|accept\w*|support\w*|import\w*|open|use|which|what|work|drop|convert)\b/iu,
    ],
    not: /\b(?:date|dates|export\w*|download\w*|save|get|design|look|set my|send)\b/iu,
    request: "which file formats of CV are read?",
  },
  {
    of: [
      /\b(?:phone|number|e-?mail|contact)\b/iu,
      /\b(?:click\w*|tap|taps|tapp\w+|press(?:ed)?|call me|dial\w*|a link|hyperlink)\b/iu,
    ],
    request: "is the phone number clickable?",
  },
  {
    of: [
      /\b(?:linked ?in|github|twitter|instagram|profiles?|social)\b/iu,
      /\b(?:where|why|how come|can't (?:see|find)|doesn'?t (?:show|work|appear)|not show\w*|missing|isn'?t (?:there|shown|working))\b/iu,
    ],
    not: /\b(?:add|remove|upload|import|delete|share)\b/iu,
    request: "where is the link to my LinkedIn?",
  },
  { of: [/\bqr\b/iu], not: /\b(?:remove|hide|link|address)\b/iu, request: "can I have a QR code?" },
  {
    of: [
      /\b(?:photo|picture|image|portrait)\b/iu,
      /\b(?:on|from|in) my (?:computer|laptop|phone|desktop|camera|gallery|mac|pc)\b/iu,
    ],
    request: "how do I upload a photo from my computer?",
  },
  {
    of: [
      /\b(?:not|n't|missing|left out|forgot\w*|only half|lost|disappeared|gone)\b/iu,
      /\b(?:why|where (?:did|is|has|are)|what happened)\b/iu,
      /\b(?:my (?:cv|resume|pdf|file)|imported|read (?:in|it)|the original)\b/iu,
    ],
    request: "why isn't everything of my CV there?",
  },
  {
    of: [/\bundo\b/iu, /\b(?:clos\w+|tomorrow|later|come back|reload\w*|next week|how far)\b/iu],
    request: "can I undo after closing?",
  },
  {
    of: [
      /\b(?:offline|without (?:the |an )?(?:internet|wifi|connection|network)|no (?:internet|wifi|connection)|on (?:a|the) (?:plane|train))\b/iu,
    ],
    not: /\b(?:take|taken|un ?publish|delete|put|bring)\b/iu,
    request: "does it work offline?",
  },
  {
    of: [
      /\b(?:safari|firefox|chrome|edge|internet explorer|opera|browsers?)\b/iu,
      /\b(?:which|what|work\w*|open|support\w*|run|need|best)\b/iu,
    ],
    not: /\b(?:clos\w+|saved|another|other|my data|lose)\b/iu,
    request: "which browsers does it work in?",
  },
  {
    of: [/\b(?:install\w*|(?:an|iphone|android|mobile|desktop) app|app store)\b/iu],
    not: /\b(?:job|project|built|developed|skill)\b/iu,
    request: "do I have to install something?",
  },
  {
    of: [
      /\b(?:cod(?:e|ing)|program(?:ming)?|html|technical|computer person)\b/iu,
      /\b(?:need to|have to|must i|know|learn|hard|difficult|good at)\b/iu,
    ],
    request: "do I need to know how to code?",
  },
  {
    of: [
      /\b(?:code|html|css|javascript|source)\b/iu,
      /\b(?:edit|change|see|own|add|where|access|touch)\b/iu,
    ],
    request: "can I change the code?",
  },
  {
    of: [DEVICE, /\b(?:open|continue|carry on|go on|work|edit|get|use|sync|see|have|finish)\b/iu],
    not: /\b(?:photo|picture|visitors|lose|lost|upload|my phone (?:number|is))\b/iu,
    request: "can I work on it on another computer?",
  },
  { of: [/\b(?:shortcuts?|hot ?keys?)\b/iu], request: "are there keyboard shortcuts?" },
  {
    of: [
      /\b(?:belong\w*|own(?:s|er)?|mine|rights|copyright)\b/iu,
      /\b(?:to me|who|do i own|mine|whose|rights|copyright)\b/iu,
      SITE,
    ],
    not: /\b(?:domain|words|address|business|my own)\b/iu,
    request: "does the site belong to me?",
  },
  {
    of: [
      /\b(?:you|cv2web|company|service)\b/iu,
      /\b(?:shut\w* down|bankrupt|go away|disappear|close down|out of business)\b/iu,
    ],
    request: "does the site belong to me?",
  },
  {
    of: [
      /\b(?:after|when|if|once)\b/iu,
      /\b(?:year|premium|subscription|expires?|12 months)\b/iu,
      /\b(?:ends?|over|runs? out|after (?:a|one|the) year|stop(?:s|ped)? paying|expires?|12 months|happens)\b/iu,
      /\bwhat\b/iu,
    ],
    request: "what happens when my site ends?",
  },
  {
    of: [
      /\b(?:cancel|unsubscribe|stop paying|end)\b/iu,
      /\b(?:premium|subscription|plan|membership|paying)\b/iu,
    ],
    request: "how do I cancel premium?",
  },
  {
    of: [
      /\b(?:see|print|try|view|preview)\b/iu,
      /\b(?:black (?:and|&|n) white|b\/w|gr[ae]yscale)\b/iu,
    ],
    request: "can I see it in black and white?",
  },
  {
    of: [/\bprint(?:ed|ing|able|er|s)?\b/iu, /\b(?:can|how|will|does|good|well|is)\b/iu],
    not: /\b(?:3d|screen|job|skill|pdf|word|colou?r|small print|larger?|bigger)\b/iu,
    request: "is it printable?",
  },
  {
    of: [
      /\b(?:support|human|real person|real people|somebody|someone|hotline|help ?line|customer service)\b/iu,
      /\b(?:talk|speak|call|ask|reach|chat|contact (?:you|support)|help me)\b/iu,
    ],
    not: /\b(?:me on|see|send|edit)\b/iu,
    request: "is there somebody who can help me?",
  },
  {
    of: [
      OTHERS,
      /\b(?:need|have to|must)\b/iu,
      /\b(?:account|log in|login|sign (?:in|up)|register|install|pay)\b/iu,
    ],
    not: /\b(?:do i|must i|i have to|i need)\b/iu,
    request: "do visitors need an account?",
  },
];

const ASKS =
  /^(?:(?:sorry|um+|erm?|wait|hang on|one question|question|quick question|and|but|so|also|ok(?:ay)?|hi|hello|hey)[,:]? )*(?:what\w*|how\w*|where\w*|why|who\w*|when\w*|which|is|are|am|won'?t|isn'?t|doesn'?t|do|does|did|can|could|may|must|will|would|should|any|i wonder|i don't (?:get|understand|know)|tell me|explain|never heard)\b/iu;
/** What is asked in the manner of a question, but wants something done. */
const ORDERS =
  /^(?:can|could|will|would) (?:you|u|we)\b(?! (?:tell|explain|read|open|accept|take|support))|\b(?:please|instead of|change (?:the|my) (?:title|name|text) to)\b/iu;
const ALWAYS =
  /\b(?:gdpr|qr code)\b(?! (?:at|in|on))|\b(?:doesn'?t|does not|not) (?:show|appear)/iu;

/** Words; what is longer tells a story. */
const LONGEST = 24;
/** Words of a question what a word means. */
const LONGEST_MEANING = 9;

/** The one question of the product that a text puts by its words; empty where it puts none. */
export function questionsSaid({ text }: Pick<Asked, "text">): readonly string[] {
  if ((!ASKS.test(text) && !ALWAYS.test(text)) || ORDERS.test(text)) return [];
  const words = text.split(/\s+/u).length;
  if (words > LONGEST) return [];
  const said = QUESTIONS.find(
    ({ of, not }) => of.every((one) => one.test(text)) && !(not?.test(text) ?? false),
  );
  if (said) return [said.request];
  return words <= LONGEST_MEANING ? termSaid(text) : [];
}
