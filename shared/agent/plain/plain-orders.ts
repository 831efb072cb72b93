import { isLanguage } from "./entry-words.ts";
import { findEntries } from "./find-entries.ts";
import { isThing } from "./plain-values.ts";
import { reworded, type Reword } from "./reword.ts";
import { sectionOf } from "./section-moves.ts";

const SEEN_FIRST =
  "(?: (?:people|they|you|visitors|recruiters|everyone|everybody|anyone|one|someone) (?:sees?|reads?|notices?))?";
const FIRST = `(?:(?:right |all the way |up |on )*(?:at |to |on |as )?(?:the )?(?:very )?(?:top|beginning|start|front|head)(?: of (?:the |my )?(?:page|site|list|website|cv|everything))?|(?:as |be |become |the )*(?:very )?first${"(?: (?:section|thing|one|part|item|entry|block|place|position|spot|job|project|skill|language|certificate|award|interest|hobby|reference))?"}${SEEN_FIRST}|in (?:the )?first (?:place|position)|to (?:first place|position (?:one|1))|(?:as |at )?(?:number|no\\.?|nr\\.?) (?:one|1)|(?:above|before) (?:everything|all)(?: else| the others| other sections)?|before anything else|up top|up front)`;
const LAST = `(?:(?:right |all the way |down |on )*(?:at |to |on |as )?(?:the )?(?:very )?(?:bottom|end|foot|back)(?: of (?:the |my )?(?:page|site|list|website|cv|everything))?|(?:as |be |become |the )*(?:very )?last${"(?: (?:section|thing|one|part|item|entry|block|place|position|spot|job|project|skill|language|certificate|award|interest|hobby|reference))?"}${SEEN_FIRST}|in (?:the )?last (?:place|position)|to (?:last place|the last position)|(?:below|after|under) (?:everything|all)(?: else| the others| other sections)?|all the way down)`;
const STANDS =
  "(?: (?:should|must|can|could|has to|have to|needs to|need to|ought to|to))?(?: (?:come|comes|came|went|go|goes|be|is|stand|stands|follow|appear|appears|belong|belongs|move|sit|live|start))?";

/** Lists that names are added to, as people call them. */
const LIST =
  "skills?|skill list|skills list|technologies|tech stack|stack|tools|languages?|language list|interests?|hobbies|hobby|projects?|awards?|certificates?|certifications?|certs|publications?|references|volunteering|jobs|work|experience|work experience|education";

const addThing = (groups: Readonly<Record<string, string>>) =>
  isThing(groups["what"] ?? "") ? add(groups) : null;
const add = ({ what = "", list = "" }: Readonly<Record<string, string>>) =>
  `add ${what} to my ${list}`;

/** Words that a list is to have, said from the list’s side. */
const ADDITIONS: readonly Reword[] = [
  // “Interests: add chess”
  reworded(
    new RegExp(
      `^(?:my )?(?<list>${LIST})(?: section| list)?: (?:please )?(?:add|put|include) (?<what>.+)$`,
      "iu",
    ),
    addThing,
  ),
  reworded(
    new RegExp(
      `^(?:to|in|under|for|on|into|among) (?:the |my )?(?<list>${LIST})(?: section| part| list)?[,:]? (?:please )?(?:add|put|include|list|write|insert|mention|i want|i'd like|also add) (?<what>.+)$`,
      "iu",
    ),
    addThing,
  ),
  reworded(
    new RegExp(
      `^(?:the |my )(?<list>${LIST})(?: section| part| list)? (?:should|must|needs? to|could|has to|have to) (?:also )?(?:include|have|list|contain|mention) (?:also )?(?<what>.+?)(?: too| as well)?$`,
      "iu",
    ),
    addThing,
  ),
  reworded(
    new RegExp(
      `^(?:(?:you(?: have|'ve)? (?:forgot|forgotten|missed|left out)|i forgot(?: to (?:add|mention|put|list))?|don't forget) (?<what>.+?) (?:in|from|under|among|to|on)|(?<missing>.+?) (?:is|are) missing (?:in|from|under|among|on)) (?:the |my )(?<list>${LIST})(?: section| list)?$`,
      "iu",
    ),
    ({ what, missing, list = "" }) => addThing({ what: what || missing || "", list }),
  ),
  // “The summary should go under skills” says where it stands: only what isn’t there yet is added.
  reworded(
    new RegExp(
      `^(?<what>[^,]+?) (?:should be|belongs|goes|should go|needs to be|has to be|must be|should also be) (?:listed |added |also |in(?:cluded)? )*(?:in|to|under|among|into) (?:the |my )(?<list>${LIST})(?: section| list)?(?: too| as well)?$`,
      "iu",
    ),
    (groups, { theme, resume }) => {
      const what = groups["what"] ?? "";
      const isThere = sectionOf(what, theme) !== null || findEntries(resume, what).length > 0;
      return isThere || /^(?:it|this|that|they|he|she|all|everything)\b/iu.test(what)
        ? null
        : addThing(groups);
    },
  ),
  // “Add BLS instructor to certificates, 2024”
  reworded(
    new RegExp(
      `^add (?<what>.+?) to (?:the |my )?(?<list>${LIST}),? (?:from |in )?(?<date>(?:\\p{L}+ )?(?:19|20)\\d{2})$`,
      "iu",
    ),
    ({ what = "", list = "", date = "" }) => `add ${what}, ${date} to my ${list}`,
  ),
  // “Put Rust in my skills”, “get Rust into my skills”
  reworded(
    new RegExp(
      `^add (?<what>.+?) (?:into|onto|in|on|under|among|as (?:an? )?(?:new )?(?=skill|language|interest|hobby)) ?(?:the |my |our )?(?<list>${LIST})(?: section| part| list)?(?: too| as well)?$`,
      "iu",
    ),
    (groups) => add({ ...groups, list: PLURAL[groups["list"]!.toLowerCase()] ?? groups["list"]! }),
  ),
];
const PLURAL: Readonly<Record<string, string>> = {
  skill: "skills",
  language: "languages",
  interest: "interests",
  hobby: "hobbies",
};

/** Places in the order, said in one way: first, last, above, below. */
const PLACES: readonly Reword[] = [
  reworded(
    new RegExp(`^(?:move )?(?<what>.{3,60}?)${STANDS} (?:${FIRST})$`, "iu"),
    ({ what = "" }) =>
      /\b(?:before|after|above|below)\b/iu.test(what) ? null : `move ${what} first`,
  ),
  reworded(
    new RegExp(`^(?:move )?(?<what>.{3,60}?)${STANDS} (?:${LAST})$`, "iu"),
    ({ what = "" }) =>
      /\b(?:before|after|above|below)\b/iu.test(what) ? null : `move ${what} last`,
  ),
  reworded(
    new RegExp(
      `^(?:move )?(?<what>.{3,60}?)${STANDS}(?: (?:up|down|right|directly|just|immediately|straight|somewhere|anywhere|so that (?:it|they) (?:is|are|comes?)))* (?<side>before|above|over|ahead of|on top of|in front of|higher than|prior to) (?<other>.{3,60})$`,
      "iu",
    ),
    ({ what = "", other = "" }) => `move ${what} above ${other}`,
  ),
  reworded(
    new RegExp(
      `^(?:move )?(?<what>.{3,60}?)${STANDS}(?: (?:up|down|right|directly|just|immediately|straight|somewhere|anywhere))* (?<side>after|below|under|beneath|underneath|behind|lower than|following) (?<other>.{3,60})$`,
      "iu",
    ),
    ({ what = "", other = "" }) => `move ${what} below ${other}`,
  ),
  reworded(
    /^(?<side>before|above|over|after|below|under|beneath|underneath|behind) (?<other>.{3,40}?)(?:,| should| must)? (?:please )?(?:put|place|i want|i'd like|show|have|move|comes?|be|goes|list) (?<what>.{3,60})$/iu,
    ({ side = "", other = "", what = "" }) =>
      `move ${what} ${/^(?:before|above|over)$/iu.test(side) ? "above" : "below"} ${other}`,
  ),
  reworded(
    /^(?:(?:swap|switch|exchange|flip|reverse|change|trade)(?: (?:around|round))?(?: the (?:order|places?|positions?) of)? (?<one>.+?) (?:and|with) (?<other>.+?)(?: (?:around|round|over|places|positions))?|(?:let )?(?<left>.+?) and (?<right>.+?) (?:(?:should|must|to) )?(?:swap|switch|change|exchange|trade)(?: (?:places|positions|around))?|(?<first>.+?) and (?<second>.+?) the other way (?:a?round))$/iu,
    ({ one, other, left, right, first, second }) =>
      `swap ${one || left || first} and ${other || right || second}`,
  ),
];

/** Another name, said in one way. */
const NAMES: readonly Reword[] = [
  reworded(
    /^instead of (?:calling it |saying |the word |the title )?(?<old>.{2,60}?)(?:,| please)? (?:say|write|call it|put|use|have|show|i want|it should (?:say|be|read)) (?<title>.+)$/iu,
    ({ old = "", title = "" }) => `rename ${old} to ${title}`,
  ),
  reworded(
    /^(?:say|write|call it|use|put|it should (?:say|read|be called)|title it) (?<title>.{2,60}?),? (?:instead of|rather than|in place of|not) (?<old>.{2,60})$/iu,
    // Another language isn’t spoken as well as the one before.
    ({ title = "", old = "" }) => (isLanguage(old) ? null : `rename ${old} to ${title}`),
  ),
  reworded(
    /^(?:give|let) (?<what>.{2,60}?) (?:have )?(?:the (?:title|heading|name)|be called) (?<title>.+)$/iu,
    ({ what = "", title = "" }) => `rename ${what} to ${title}`,
  ),
  // “Running instead of football”: the new, and what stands there.
  reworded(
    /^(?<title>.{2,40}) (?:instead of|in place of) (?<old>.{2,40})$/iu,
    ({ title = "", old = "" }, { resume, theme }) => {
      if (sectionOf(title, theme) !== null) return null;
      if (sectionOf(old, theme) !== null) return `rename ${old} to ${title}`;
      return findEntries(resume, old).length === 1 ? `replace ${old} with ${title}` : null;
    },
  ),
  reworded(
    /^(?<name>.{2,60})'s? (?:website|web site|link|url|homepage) (?:is|is at|should be) (?<address>\S+\.\S+)$/iu,
    ({ name = "", address = "" }) => (/^my /iu.test(name) ? null : `${name} leads to ${address}`),
  ),
  reworded(
    /^(?<act>remove|delete) (?<name>.{2,60}?)'s? (?<part>link|url|dates?|description|end date|start date|location|bullets|lines)$/iu,
    ({ act = "", name = "", part = "" }) => `${act} the ${part} from ${name}`,
  ),
  // “Grace’s reference”, “Lamp’s link”
  reworded(
    /^(?<act>remove|delete|hide) (?<name>.{2,60}?)'s? (?<noun>reference|recommendation|testimonial|entry|job|project)$/iu,
    ({ act = "", name = "", noun = "" }) => `${act} the ${noun} ${name}`,
  ),
];

/** Where things stand and what they are called, in the words of the phrases. */
export const ORDER_REWORDINGS: readonly Reword[] = [...ADDITIONS, ...PLACES, ...NAMES];
