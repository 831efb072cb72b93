import type { Resume } from "../../resume.ts";
import { HIDE } from "./look-words.ts";
import { asUrl, withBasics, without } from "./basics-edits.ts";
import { unquoted } from "./phrase.ts";
import { content, kind, nothing, type PlainAnswer, type PlainKind } from "./plain-kind.ts";
import {
  isAboutLooks,
  isComplaint,
  isPersonName,
  isPlaceName,
  withoutTime,
} from "./plain-values.ts";

type TextField = "name" | "label" | "email" | "phone" | "url" | "summary" | "image";

interface FieldWords {
  readonly field: TextField;
  readonly called: string;
  /** Ways to name it, as alternatives of a phrase. */
  readonly names: string;
  readonly example: string;
  /** Ways to say it that don't name it. */
  readonly also?: string;
  /** Why a value can't be right, or `null`. */
  readonly wrong?: (value: string) => string | null;
  /** Values that mean something else; the request is then not this one. */
  readonly never?: (value: string) => boolean;
  /** Whole sentences, which may go on as they like. */
  readonly isText?: true;
  /** A name is shown on every page; it can be changed, not taken away. */
  readonly stays?: true;
}

const digits = (value: string) => value.replace(/\D/g, "").length;

const FIELDS: readonly FieldWords[] = [
  {
    field: "name",
    called: "name",
    names: "name|full name",
    example: "my name is Ada Lovelace",
    also: "(call me|i am called|i'm called) {value}",
    never: (value) => /^(?:back|when|later)\b/i.test(value) || !isPersonName(value),
    stays: true,
  },
  {
    field: "label",
    called: "headline",
    names: "headline|title|job title|tagline|role|label|profession|subtitle",
    example: "my headline is Ship’s carpenter",
    also: `[my|the] (headline|title|job title|role) (at the top|on top|under my name|below my name) [is|should be|to][:] {value}
     [my|the] (headline|title|job title) should be (only|just) {value}
     [have|use] the (headline|title|job title) "{value}"`,
    never: (value) => value.length > 120,
  },
  {
    field: "email",
    called: "e-mail address",
    names: "email|e-mail|mail|email address|e-mail address|mail address",
    example: "my e-mail is ada@example.org",
    also: "(write to me at|mail me at|email me at) {value}",
    wrong: (value) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? null
        : `“${value}” isn’t an e-mail address. Write it like ada@example.org.`,
  },
  {
    field: "phone",
    called: "phone number",
    names:
      "phone|phone number|telephone|telephone number|mobile|mobile number|cell|cell phone|number|tel",
    example: "my phone is +44 20 7946 0000",
    also: "(call me on|call me at|ring me on) {value}",
    wrong: (value) =>
      digits(value) >= 5 && /^[+()\d\s./-]+(?:(?:ext|x)\.? ?\d+)?$/i.test(value)
        ? null
        : `“${value}” isn’t a phone number. Write it like +44 20 7946 0000.`,
  },
  {
    field: "url",
    called: "website",
    names: "website|web site|homepage|site address|url|web address|personal site|blog",
    example: "my website is example.org",
    wrong: (value) =>
      /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/iu.test(value)
        ? null
        : `“${value}” isn’t a web address. Write it like https://example.org.`,
  },
  {
    field: "summary",
    called: "summary",
    names: "summary|bio|profile text|about text|introduction|intro|about me|about",
    example: "my summary is “I build quiet machines.”",
    isText: true,
  },
];

/** Sets one of the fields that hold a text, or says why the value can’t be one. */
export const setField = (field: TextField, value: string, resume: Resume): PlainAnswer =>
  setWith(
    FIELDS.find((one) => one.field === field)!,
    value,
    resume,
  );

function setWith(words: FieldWords, raw: string, resume: Resume): PlainAnswer {
  const wrong = words.wrong?.(raw) ?? null;
  if (wrong) return nothing(wrong);
  const value = words.field === "url" ? asUrl(raw) : raw;
  if (resume.basics?.[words.field] === value)
    return nothing(`Your ${words.called} is that already.`);
  return content(
    `Your ${words.called} is “${value}” now.`,
    withBasics(resume, { [words.field]: value }),
  );
}

/** What a text should do, and not the text: “change my headline to match my job”. */
const TASK =
  /^(?:that|to|say|says|mention|reflect|match|include|tell|explain|describe|sound|be|become|read|fit|suit|emphasi[sz]e|highlight|focus|talk|show|what|how|why|it|this|them|the same|which|for|in|at|on|with|about|of|from|and|or|none|nothing|delete|remove|cut|drop|shorten|rewrite)(?!\p{L})/u;

/** Whether it begins with a right value and goes on: “ada@example.org, maybe”. */
const goesOn = (wrong: NonNullable<FieldWords["wrong"]>, value: string): boolean => {
  const head = /^[+(]?\d[\d\s()./-]+(?=[\s,])|^\S+/u.exec(value)?.[0].replace(/[,;]$/u, "").trim();
  return head !== undefined && head !== value && wrong(value) !== null && wrong(head) === null;
};

/** “Can I have the website as a zip”, “my website adress away”: a sentence about it, and no address. */
const NO_ADDRESS = /^(?:an?|as|the|in|with) |\S (?:away|off|out)(?!\p{L})/iu;

const setting = (words: FieldWords): PlainKind =>
  kind(
    `set-${words.field}`,
    words.example,
    `(correct|fix) (my|the) (${words.names}) to {value}
     (set|change) (${words.names}): {value}
     (my|the) (${words.names}) is wrong, it (should be|should say|should read|is) {value}
     (change|update) (${words.names}) to {value}
     [change|set|make|update] (my|the|my new) (${words.names}) (is now|is spelled|is spelt|is|to|changed to|has changed to|was changed to|should be|should say|should read|be|=|as) {value}
     (my|the|my new) (${words.names}) (should be|should say|should read): {value}
     [my|the] (${words.names}) (:|=) {value}
     (${words.names
       .split("|")
       .map((name) => `${name}:`)
       .join("|")}) {value}
     use {value} as (my|the) (${words.names})
     {value} is my [new] (${words.names})
     {value} (should be|must be|has to be|should stand as|should appear as) (my|the) [new] (${words.names})
     (have|get|got) a new (${words.names}) [:|it's|it is] {value}
     (i have|i've got|i got) (a|another) [new] (${words.names})[,:] [it's|it is|which is] {value}
     (put|set|write|enter) {value} as (my|the) [new] (${words.names})
     new (${words.names}) [:|is] {value}
     (${words.names
       .split("|")
       .map((name) => `new ${name}:`)
       .join("|")}) {value}
     (replace|swap) (my|the) (${words.names}) (with|by|for)[:] {value}
     (here is|here's|this is) (my|the) [new] (${words.names}) [:] {value}
     (make|have) (my|the) (${words.names}) "{value}"
     (add|put|put in) (my|the|a) (${words.names}) [:|as] {value}
     ${words.wrong ? `[my|the] [new] (${words.names}${words.field === "url" ? "|site|page|web page" : ""}) (should be|is|is now|must be|has to be) {sure}` : ""}
     ${words.wrong ? `[my|the] (${words.names}) (changed|has changed|is different now|is different|is new) [to|too|now] [:|it's|it is|-] {value}` : ""}
     ${words.also ?? ""}`.replaceAll("{value}", words.isText ? "{text}" : "{value}"),
    ({ value: said, text, sure }, { resume }) => {
      // “E-mail is broken” is no address.
      if (sure !== undefined && words.wrong?.(sure) !== null) return null;
      const value = unquoted((said ?? text ?? sure)!.replace(/^(?:only|just) (?=")/iu, ""));
      // “my name first” and “phone number off” are about places, not values.
      if (/^(?:first|last|up|down|off|on|away|out|bigger|smaller|larger)$/i.test(value))
        return null;
      if (/^(?:what|how|why|who|where|which|when)$/iu.test(value)) return null;
      if (words.wrong ? goesOn(words.wrong, value) : TASK.test(value)) return null;
      if (isAboutLooks(value) || words.never?.(value) || isComplaint(value)) return null;
      if (words.field === "url" && NO_ADDRESS.test(value)) return null;
      return setWith(words, words.wrong ? value.replace(/\.$/u, "") : value, resume);
    },
  );

const clearing = (words: FieldWords): PlainKind =>
  kind(
    `clear-${words.field}`,
    `remove my ${words.called}`,
    `${HIDE} [my|the] (${words.names}) [on the page|on the site]
     (keep|make) (my|the) (${words.names}) (private|hidden|secret|off the site|off the page|out of it)
     (take|leave|put) (my|the) (${words.names}) (out|off|away) [the site|the page|of the site]`,
    (_, { resume }) =>
      resume.basics?.[words.field]
        ? content(`Your ${words.called} is gone from the site.`, without(resume, words.field))
        : nothing(`There is no ${words.called} on the site.`),
  );

const PLACE_KINDS = [
  kind(
    "set-place",
    "I live in Porto, Portugal",
    `(we've moved to|we have moved to|i've just moved to|i just moved to) {place}
     (we're in|we are in|we're based in|we now live in|we live now in|we live in|i am in|i'm from) {written}
     (i now live in|i currently live in|i live now in|i'm living in|i am living in|we moved to|i'm now in|i am now in|i'm now based in|i relocated to|i've relocated to|i moved back to|i'm located in|i am located in) {place}
     (i live in|i've moved to|i have moved to|i moved to|i'm based in|i am based in|i'm in|based in) {place}
     [change|set|make|update] (my|the) (city|town|location|place|place of residence) (is|to|is now|should be|=) {place}
     (my|the) [new] (address|home town|hometown|home) (is|is now|should be) {written}
     (city|town|location|place) (should be|is|is now|must be) {written}
     (put|set|write|use|enter|add) {written} as (my|the) (city|town|location|place|address)
     (change|set|update) (city|town|location) to {place}
     (city:|town:|location:) {place}`,
    ({ place: said, written }, { resume }) => {
      // “We live in hard times”: only what is written as a name.
      if (written !== undefined && !/^\p{Lu}/u.test(written)) return null;
      const place = withoutTime((said ?? written)!);
      const [city = "", ...rest] = place.split(",").map((part) => part.trim());
      if (!city || !isPlaceName(place)) return null;
      const region = rest.join(", ");
      const before = resume.basics?.location ?? {};
      // What was said of the old place isn't true of the new one.
      const { postalCode: _, address: __, region: ___, countryCode: ____, ...kept } = before;
      const location = { ...kept, city, ...(region ? { region } : {}) };
      return content(`You are in ${place} now.`, withBasics(resume, { location }));
    },
  ),
  kind(
    "clear-place",
    "remove my location",
    `${HIDE} [my|the] (city|town|location|place|address|postal address|home address) [on the page|on the site]
     (take|leave) (my|the) (city|location|place|address) (off|out|away) [the site|the page]
     ${HIDE} [my|the] (postal|street|home|full) [address]
     ${HIDE} (where i live|where i am|my whereabouts)`,
    (_, { resume }) =>
      resume.basics?.location
        ? content("Where you live is gone from the site.", without(resume, "location"))
        : nothing("There is no place on the site."),
  ),
];

const LANGUAGE_TAGS: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  portuguese: "pt",
  italian: "it",
  dutch: "nl",
  swedish: "sv",
  chinese: "zh",
  japanese: "ja",
};

const OTHER_KINDS = [
  kind(
    "site-language",
    "headings in German",
    `[show|set|make|use|write] [the|my] (headings|section titles|titles|labels) [are|to|be] in {language}
     (the|my) (site's|page's|site|page) language (is|to|should be) {language}
     (set|change|switch) (the|my) (language|site language|language of the site|page language) to {language}`,
    ({ language }, { resume }) => {
      const tag = LANGUAGE_TAGS[language!.toLowerCase()];
      if (!tag) return null;
      return content(`The page’s own words are in ${language} now; yours stay as they are.`, {
        ...resume,
        meta: { ...resume.meta, language: tag },
      });
    },
  ),
  kind(
    "clear-photo",
    "remove my photo",
    `${HIDE} [my|the] (photo|picture|image|portrait|headshot|face) [from the site|off the site]
     take [my|the] (photo|picture|image|portrait|headshot) (off|out|down|away) [the site|of the site|the page]`,
    (_, { resume }) =>
      resume.basics?.image
        ? content("Your photo is gone from the site.", without(resume, "image"))
        : nothing("There is no photo on the site."),
  ),
];

export const FIELD_KINDS: readonly PlainKind[] = [
  ...PLACE_KINDS,
  ...OTHER_KINDS,
  ...FIELDS.filter(({ stays }) => !stays).map(clearing),
  ...FIELDS.map(setting),
];
