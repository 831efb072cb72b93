import { isLanguageName } from "../../../cv/fields/language-names.ts";
import type { Asked } from "./proposal.ts";
import { addressIn, datesSaid } from "./values.ts";

/** So likely at least is what a text holds plain evidence of, whatever its words are like. */
export const EVIDENT = 0.3;

const speaksOf = ({ mentions }: Asked, lists: RegExp): boolean =>
  mentions.some(({ list }) => lists.test(list));

/** What in a text tells its act, by the act. */
const EVIDENCE: readonly (readonly [string, (asked: Asked) => boolean])[] = [
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

/** The acts that a text shows plain evidence of: they are tried, be they ever so unlikely by its words. */
export const evidentActs = (asked: Asked): ReadonlySet<string> =>
  new Set(EVIDENCE.flatMap(([act, isEvident]) => (isEvident(asked) ? [act] : [])));
