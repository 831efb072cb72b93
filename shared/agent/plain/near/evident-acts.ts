import { isLanguageName } from "../../../cv/fields/language-names.ts";
import type { Asked } from "./proposal.ts";
import { addressIn, datesSaid } from "./values.ts";

/** So likely at least is what a text holds plain evidence of, whatever its words are like. */
const EVIDENT = 0.3;
/** Where nothing else can be meant by it. */
const PLAIN = 0.5;
/** Where it is said in so many words. */
const SURE = 0.6;

const speaksOf = ({ mentions }: Asked, lists: RegExp): boolean =>
  mentions.some(({ list }) => lists.test(list));

/** What in a text tells its act, by the act. */
const EVIDENCE: readonly (readonly [string, (asked: Asked) => boolean, number?])[] = [
  // “I’m Lead Engineer now, not Senior”.
  [
    "job-title",
    ({ text }) =>
      /^(?:i'm|im|i am) (?:an? |the )?(?:\p{L}+ ){0,4}(?:\p{L}+(?:er|or|ist|ant)|chef|nurse|lead|head|manager|analyst|partner) now\b/iu.test(
        text,
      ),
    PLAIN,
  ],
  // A school, and what its course was called.
  [
    "degree-set",
    (asked) =>
      speaksOf(asked, /^education$/u) &&
      /\b(?:course|subject|major|degree|field of study) (?:there )?(?:is|was|should|is called|was called)\b/iu.test(
        asked.text,
      ),
    SURE,
  ],
  // A school, and how well: “the diploma was with distinction”.
  [
    "degree-set",
    (asked) =>
      speaksOf(asked, /^education$/u) &&
      /\b(?:distinction|merit|honou?rs|cum laude|first[- ]class|2[:.][12])\b/iu.test(asked.text),
    SURE,
  ],
  // “Mountain rescue: I’m deputy team leader now”.
  [
    "job-title",
    (asked) =>
      speaksOf(asked, /^(?:work|volunteer)$/u) &&
      /\b(?:i'm|im|i am) (?:an? |the )?(?:\p{L}+ ){0,4}(?:\p{L}+(?:er|or|ist|ant)|chef|nurse|lead|head|partner|secretary|chair|captain|trainee)(?: now\b|[.!]?$)/iu.test(
        asked.text,
      ),
    SURE,
  ],
  // “Choir singing - make it ‘Singing alto’”.
  [
    "entry-rename",
    ({ text, mentions }) => mentions.length > 0 && /\b(?:make|call) it "[^"]+"/iu.test(text),
    PLAIN,
  ],
  // “I don’t need the assistant job”.
  [
    "entry-remove",
    ({ text, mentions }) =>
      mentions.length > 0 &&
      /^(?:i |we |people )?(?:really )?(?:don't|dont|do not|no longer) (?:really )?(?:need|want) (?:the|my|that)\b(?! .*\b(?:to be|to say|to have)\b)/iu.test(
        text,
      ),
    PLAIN,
  ],
  // An entry and a web address.
  ["entry-link", (asked) => asked.mentions.length > 0 && addressIn(asked.text) !== null],
  // An entry and a date, and that it isn’t new.
  [
    "entry-dates",
    (asked) =>
      speaksOf(asked, /^(?:work|education|volunteer|awards|certificates)$/u) &&
      datesSaid(asked.text).length > 0 &&
      !/\b(?:new|another|add)\b/iu.test(asked.text),
  ],
  [
    "entry-issuer",
    ({ text }) =>
      /\b(?:issuer|awarder|issued by|awarded by|awarding body|issuing \p{L}+)\b/iu.test(text),
    SURE,
  ],
  [
    "job-title",
    (asked) =>
      speaksOf(asked, /^(?:work|volunteer)$/u) &&
      /\b(?:my|the|job|wrong|correct) (?:job )?(?:title|position|role)\b/iu.test(asked.text),
  ],
  [
    "language-level",
    (asked) =>
      /\b(?:native|fluent|beginner|intermediate|conversational|mother tongue|[abc][12])\b/iu.test(
        asked.text,
      ) &&
      (speaksOf(asked, /^languages$/u) ||
        asked.text.split(/[^\p{L}]+/u).some((word) => isLanguageName(word))),
  ],
  // “I’ve a new certificate, …”, with no entry named.
  [
    "entry-add",
    ({ text }) =>
      /\b(?:new|another) (?:\p{L}+ )?(?:skill|hobby|interest|language|award|prize|certificate|certification|publication|reference|project)\b/iu.test(
        text,
      ),
  ],
  // “Don’t say X, say Y”, “where it says X put Y”, “X -> Y”: and X is an entry.
  [
    "entry-rename",
    ({ text, mentions }) =>
      mentions.length > 0 &&
      /(?:->|→|=>)|\b(?:don't|dont|do not) (?:say|write|call)\b|\bwhere it says\b|\binstead of\b/iu.test(
        text,
      ),
  ],
];

/** The acts that a text shows plain evidence of, and how likely that makes them: they are tried, be they ever so unlikely by its words. */
export const evidentActs = (asked: Asked): ReadonlyMap<string, number> =>
  new Map(
    EVIDENCE.toReversed().flatMap(([act, isEvident, likelihood = EVIDENT]) =>
      isEvident(asked) ? [[act, likelihood] as const] : [],
    ),
  );
