import { reworded, type Reword } from "./reword.ts";

/** Where on the site, which adds nothing: everything here is about the site. */
const ON_SITE =
  "(?: (?:of |from |on |in )?(?:there|here|it|(?:the|my|this) (?:site|page|website|web site|cv|resume|portfolio|homepage|public page|whole thing)))?";

/** “Is it possible to …”, “would you mind …”: a request in a question’s clothes. */
const ASKING =
  /^(?:is it (?:possible|ok|okay|allowed|fine) (?:to|if we|if you)|is there (?:a|any|some) way (?:to|that you can|you can|you could|we can)|(?:i(?:'d| would) )?(?:prefer|rather) (?=not to)|(?:would|will) it be (?:possible|ok|okay|fine) (?:to|if we|if you|for you to)|(?:is there )?any (?:chance|way) (?:you (?:can|could)|we (?:can|could)|to)|do you think (?:you|we) (?:can|could)|(?:can|could|may|might|shall) (?:i|we)|i (?:was wondering|wonder|was hoping|am wondering) (?:if|whether) (?:you|we) (?:can|could|might)|i was hoping (?:you (?:can|could)|to)|i(?:'d| would) (?:love|prefer|like)(?: it)?(?: if (?:you|we) could)?(?: (?:you )?to| for you to)?|i(?:'d| would) rather|i(?:'d| would) appreciate it if you(?: could)?|it (?:would|'d) be (?:nice|great|good|better|cool|lovely|best|helpful) (?:if (?:you|we)(?: could)?|to)|it'd be (?:nice|great|good|better|cool|lovely) (?:if (?:you|we)(?: could)?|to)|we (?:want|should|could|can|might)(?: to)?|(?:we|i)'d like(?: you)?(?: to)?|what if we|how about(?: we)?|what about|try to|try and|make sure (?:to|that you|you)|be so kind (?:as to|and)|(?:would|are|will) you (?:be )?able to|are you able to|be able to|i don't suppose you could|would you be so kind (?:as to|and)|feel free to|help me(?: to)?|let me|time to|it's time to|i (?:decided|have decided|'ve decided) to|i(?:'m| am) going to|i(?:'ll| will)|i (?:also |just |really |still )*(?:want|need|wish|would like)(?: you)?(?: to)?|i think (?:we|you) (?:should|could)|(?:can|could|may|might)(?= .{3,40} (?:come|go|be|stand|appear|move|follow) )|(?:can|could|should|may)(?= (?:it|the site|the page|my site|my page|everything) be )|i think|i guess|perhaps|possibly|also|now that i think of it) +/iu;

/** Said behind a request, and no part of it. */
const HEDGE =
  /,? (?:i (?:think|guess|suppose|believe)|or so|or something(?: like (?:that|this|it))?|or similar|kind of|sort of|maybe|perhaps|though|tho|btw|by the way|as well|too|also|if that makes sense|if you know what i mean|you know|or whatever|(?:would|'d) be (?:nice|great|good|better|lovely|perfect|cool|appreciated|fine)(?: too)?|nothing (?:too )?\p{L}+|not too \p{L}+|will you|would you|would that work|is that possible|is that ok(?:ay)?|ok(?:ay)?|right|(?:it's|that's) all|that's it|from now on|for good|permanently|completely|entirely|altogether|again|first thing)$/iu;

const GERUNDS: Readonly<Record<string, string>> = {
  hiding: "hide",
  removing: "remove",
  deleting: "delete",
  adding: "add",
  moving: "move",
  putting: "put",
  changing: "change",
  making: "make",
  showing: "show",
  renaming: "rename",
  swapping: "swap",
  using: "use",
  switching: "switch",
  taking: "take",
  setting: "set",
  replacing: "replace",
  sorting: "sort",
  trying: "try",
};
const gerund: Reword = (text) => {
  const found = /^(?:(?:would|do) you mind|how about|what about|try) (?<act>\p{L}+ing) /iu.exec(
    text,
  );
  const act = GERUNDS[found?.groups?.["act"]?.toLowerCase() ?? ""];
  return found && act ? `${act} ${text.slice(found[0].length)}` : null;
};

const asked: Reword = (text) => (ASKING.test(text) ? text.replace(ASKING, "") : null);
const unhedged: Reword = (text) => (HEDGE.test(text) ? text.replace(HEDGE, "") : null);

const PASSIVE: Readonly<Record<string, string>> = {
  hidden: "hide",
  removed: "remove",
  deleted: "remove",
  erased: "remove",
  dropped: "remove",
  "taken out": "remove",
  "taken off": "remove",
  "taken away": "remove",
  "taken down": "remove",
  "left out": "remove",
  gone: "remove",
  shown: "show",
  displayed: "show",
  moved: "move",
  put: "move",
  placed: "move",
  positioned: "move",
  listed: "list",
  renamed: "rename",
  replaced: "replace",
  swapped: "swap",
  changed: "change",
  updated: "change",
  corrected: "change",
  set: "set",
  added: "add",
  made: "make",
  switched: "switch",
  turned: "turn",
  sorted: "sort",
  ordered: "sort",
};
const DONE = Object.keys(PASSIVE)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const MODAL = "can|could|should|shall|may|might|would|must|will|needs? to|has to|have to|ought to";

const active = ({ what = "", done = "", rest = "" }: Readonly<Record<string, string>>) =>
  `${PASSIVE[done.toLowerCase()]} ${what}${rest}`;

/** “Can the skills be shown as bars?”, “my phone should be removed”, “references removed”. */
const PASSIVES: readonly Reword[] = [
  reworded(
    new RegExp(
      `^(?:can|could|may|might) (?<what>.+?) (?:please )?be (?<done>${DONE})(?<rest> .+)?$`,
      "iu",
    ),
    active,
  ),
  reworded(
    new RegExp(
      `^(?<what>.+?) (?:(?:${MODAL}) (?:please )?be|(?:to be|needs?|wants?)) (?<done>${DONE})(?<rest> .+)?$`,
      "iu",
    ),
    active,
  ),
  reworded(
    /^(?:have |get |see |with )?(?<what>(?:(?:my|the) .+?)|\p{L}+(?: \p{L}+)?) (?<done>hidden|removed|deleted|gone|moved|placed|taken (?:out|off|away|down)|left out)(?<rest> .+)?$/iu,
    active,
  ),
];

const AWAY =
  "get rid of|ditch|scrap|axe|bin|kill(?: off)?|erase|eliminate|strip(?: out)?|cut(?: out)?|drop|lose|leave (?:out|off)|wipe(?: out)?|clear(?: out)?|throw (?:out|away)|dump|pull|trash|discard|omit|exclude|take (?:out|off|away|down)|chuck(?: out)?|do away with|dispose of|do without|rid me of|delete|remove";
const NOT_SHOW =
  "(?:stop (?:showing|displaying|listing|mentioning)|no longer (?:show|list|display|mention)|(?:don't|do not|never) (?:show|list|display|include|mention|publish|reveal)|not show(?:ing)?|conceal|suppress|turn off|switch off|disable|hide(?: away)?)";
const SEEN =
  "(?:to be |being )?(?:shown|displayed|listed|visible|public|included|there|seen|known|online|to show|to appear|showing|up there|on (?:there|here|it|the (?:page|site)|my (?:page|site|cv|website|portfolio))|in (?:there|here))";

const hide = ({ what = "" }: Readonly<Record<string, string>>) => `hide ${what}`;
const remove = ({ what = "" }: Readonly<Record<string, string>>) => `remove ${what}`;
const show = ({ what = "" }: Readonly<Record<string, string>>) => `show ${what}`;

/** All the ways to want something away, as “remove …” where it is to go and “hide …” where it isn’t to be seen. */
const AWAYS: readonly Reword[] = [
  reworded(new RegExp(`^(?:${AWAY}) (?<what>.+?)${ON_SITE}$`, "iu"), remove),
  reworded(
    new RegExp(
      `^(?:take|get|keep|leave|throw|pull|cut|strip) (?<what>.+?) (?:out|off|away)${ON_SITE}$`,
      "iu",
    ),
    remove,
  ),
  reworded(
    /^not to (?:have|show|list|share|include|display) (?<what>.+?)(?: (?:on|in) (?:there|here|it|the (?:page|site)|my (?:page|site)))?$/iu,
    hide,
  ),
  reworded(new RegExp(`^${NOT_SHOW} (?<what>.+?)${ON_SITE}$`, "iu"), hide),
  reworded(
    new RegExp(
      `^(?:i|we) (?:(?:don't|do not|no longer|(?:don't|do not) think (?:i|we)) (?:really )?(?:want|need)|can do without|could do without)(?: to (?:have|show|see|display|list|include|share|keep))? (?<what>.+?)(?: any ?more| any longer| at all)?(?: ${SEEN})?(?: any ?more| any longer)?$`,
      "iu",
    ),
    hide,
  ),
  reworded(
    /^(?:i|we) (?:don't|do not) want (?:people|anyone|anybody|everyone|everybody|others|visitors|recruiters|strangers|the world|them|employers) to (?:see|know|find|have|read) (?<what>.+)$/iu,
    hide,
  ),
  reworded(/^(?:nobody|no one) (?:needs|has|should) (?:to )?(?:see|know) (?<what>.+)$/iu, hide),
  reworded(
    /^(?:i|we)(?:'d| would)? ?(?:rather not|prefer not to) (?:show|share|have|list|include|display|give out|publish) (?<what>.+?)(?: (?:there|on there|on it))?$/iu,
    hide,
  ),
  reworded(
    new RegExp(
      `^(?<what>.+?) (?:can|could|should|must|may|has to|have to|needs? to|ought to) (?:please )?(?:go|go away|disappear|vanish|come (?:off|out)|be (?:gone|out|off))${ON_SITE}$`,
      "iu",
    ),
    remove,
  ),
  // “No more baking”, “football isn’t my hobby any more”
  reworded(/^no (?:more )?(?<what>.+?)(?: any ?more)?$/iu, remove),
  reworded(
    /^(?<what>.+?) (?:is|are)(?:n't| not| no longer) (?:one of )?(?:my|a) (?:hobby|interest|skill|hobbies|interests|skills)(?: of mine)?(?: any ?more)?$/iu,
    remove,
  ),
  reworded(
    /^(?<what>.+?) (?:(?:should|must|may)(?:n't| not) (?:be )?(?:there|shown|visible|displayed|seen|public|listed|appear|show|on (?:there|it|the (?:page|site)))|(?:is|are)(?:n't| not| no longer) (?:needed|necessary|required|wanted))(?: any ?more)?$/iu,
    hide,
  ),
  reworded(
    /^(?:make|keep) (?<what>.+?) (?:invisible|disappear|vanish|go away|hidden|not visible|not public|unseen|private|secret)$/iu,
    hide,
  ),
];

/** All the ways to want something seen. */
const SHOWN: readonly Reword[] = [
  reworded(
    /^(?:put|bring|get|have|want|need|give me|turn|switch) (?<what>.+?) back(?: (?:in|on|again|there|up))*$/iu,
    show,
  ),
  reworded(
    /^(?:unhide|reveal|display|re-?add|restore|reinstate|turn on|switch on|enable|bring back|let (?:people|visitors|everyone|them) see|see) (?<what>.+)$/iu,
    show,
  ),
  reworded(
    /^(?:(?:make|have|keep) )?(?<what>.+?) (?:visible|public|seen|appear|show up|show)(?: again)?$/iu,
    show,
  ),
  reworded(
    /^(?<what>.+?) (?:should|must|can|could|needs to|need to|has to|have to|to) (?:be )?(?:visible|there|back|on the (?:page|site)|on there|appear|show|show up)(?: again)?$/iu,
    show,
  ),
];

/** Other words for what the phrases say with one. */
const ALIKE: readonly Reword[] = [
  reworded(
    /^(?:include|insert|mention|append|put in|throw in|pop in|slip in|stick in|add in) (?<what>.+)$/iu,
    ({ what = "" }) => `add ${what}`,
  ),
  reworded(
    /^(?:put|list|write|enter|note|get|have|register|record|stick|pop) (?<what>.+ (?:to|into|in|under|among|as|on) .+)$/iu,
    ({ what = "" }) => `add ${what}`,
  ),
  reworded(
    /^(?:whack|chuck|throw|bung|shift|stick|position|shove|relocate|drag|push|slide|pull|transfer|arrange|set|put|place|bring|get|have|show|list|keep|let|make|see|pop) (?<what>.+ (?:first|last|up|down|higher|lower|top|bottom|end|start|beginning|above|below|before|after|under|over|between)\b.*)$/iu,
    ({ what = "" }) => `move ${what}`,
  ),
  reworded(
    /^(?:edit|modify|adjust|alter|update|correct|fix|amend|set|turn|switch|make) (?<what>.+ to .+)$/iu,
    ({ what = "" }) => `change ${what}`,
  ),
  reworded(
    /^(?<what>.+?) (?:->|→|=>|becomes|to become|should become|needs to be changed to|has to be|must be|needs to be|ought to be) (?<value>.+)$/iu,
    ({ what = "", value = "" }) => `${what} should be ${value}`,
  ),
];

/** A request with its verb as the phrases have it, and its manners gone. */
export const VERB_REWORDINGS: readonly Reword[] = [
  gerund,
  asked,
  unhedged,
  ...PASSIVES,
  ...AWAYS,
  ...SHOWN,
  ...ALIKE,
];
