import type { ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { isSameEntry, targets } from "./targets.ts";

const CALLED: Readonly<Record<ResumeList, string>> = Object.fromEntries(
  ENTRIES.map(({ list, called }) => [list, called]),
) as Record<ResumeList, string>;

/** “The education X” isn’t said; its name does. */
const removed = (list: ResumeList, name: string): string =>
  list === "education"
    ? `remove ${inQuotes(name)}`
    : `remove the ${CALLED[list]} ${inQuotes(name)}`;

/** What is to stay: “…, but keep pottery”, “keep only X and Y”; not “keep asking me”, “leave it out”. */
const KEPT =
  /\b(?:keep|leave|stays?|except(?: for)?|apart from|other than|besides|not the|but not)\b(?! (?:writing|asking|getting|calling|sending|telling|saying|coming|e?mailing|on|it|that|this|them|\S+ (?:out|off|away))\b)/iu;
/** “All good except X, that one has to go”: what is excepted goes. */
const EXCEPTED =
  /\b(?:good|fine|ok|okay|right|perfect|stays?|keep|like)\b.*\b(?:except(?: for)?|apart from|other than|besides|minus|but)\b/iu;
const THE_REST =
  /\b(?:only|just) (?:keep|leave|want|need|show)\b|\b(?:keep|leave|show|want) (?:only|just)\b|\b(?:the )?(?:rest|others?|everything else|all else)\b.*\b(?:can go|go|out|off|remove|delete|away|gone)\b|\b(?:remove|delete|lose|drop)\b.*\b(?:rest|others?|everything else|all but|all except|everything (?:but|except))\b/iu;
const MOST_AT_ONCE = 8;
const BUT_GONE = /\b(?:remove|delete|drop|lose|take|cut|instead|replace|rid)\b/iu;
/** “Leave the interests but lose fell walking”: what is kept ends there. */
const BUT_LOSE =
  /\b(?:but|just|only|and)\s+(?:please |just |only )*(?:lose|drop|remove|delete|take (?:out|off|away)|cut|hide|get rid|scrap|bin|kill|skip)\b/giu;

/** All others of the lists that some entries are of. */
function others({ context: { resume } }: Asked, kept: readonly Mention[]): readonly string[] {
  return [...new Set(kept.map(({ list }) => list))].flatMap((list) => {
    const words = ENTRIES.find((one) => one.list === list)!;
    return entriesOf(resume, list).flatMap((entry, at) =>
      kept.some((one) => one.list === list && one.found.at === at)
        ? []
        : [removed(list, entryName({ words, at, entry }))],
    );
  });
}

/** Words of removal, of whatever kind: without one, several things that are spoken of are told about. */
const GOING =
  /\b(?:remov\w*|delet\w*|drop|tak(?:e|ing)|cut|los(?:e|ing)|rid|hid(?:e|ing)|scrap|bin|kill|skip|erase|strike|clear|wipe|axe|ditch|chuck|out|off|away|go(?:es)?|gone|without|no|not|don't|dont|doesn't|isn't|never|unnecessary|irrelevant|useless|only|less|too many|stop|leave|shouldn't|enough)\b/iu;

/** “Fiona is a director at Acme”: things of several kinds, and nothing is to go. */
const isOnlyTold = (text: string, going: readonly Mention[]): boolean =>
  going.some(({ list }) => list !== going[0]!.list) && !GOING.test(text);

/** All of them, or the surest where it is doubtful that two are meant. */
function together(going: readonly Mention[]): readonly string[] {
  // “The title job at Acme”: the place and what one was there are one entry.
  const one = going.filter(
    (each, at) => !going.slice(0, at).some((earlier) => isSameEntry(each, earlier)),
  );
  const requests = one.map((each) => removed(each.list, entryName(each.found)));
  return requests.length > 1 && requests.length <= 2 && one.some(({ strength }) => strength < 0.7)
    ? [requests[one[0]!.strength >= one[1]!.strength ? 0 : 1]!, requests.join("; ")]
    : [requests.join("; ")];
}

function entryRemove(asked: Asked): readonly string[] {
  const { text } = asked;
  const all = targets(asked);
  const isAdded = /^(?:(?:please|pls|also|can|could|you) )*(?:add|include|put in)\b/iu.test(text);
  if (all.length === 0 || (isAdded && !BUT_GONE.test(text))) return [];
  const begins = KEPT.exec(text)?.index ?? Infinity;
  const before = all.filter(({ start }) => start < begins);
  const lost = [...text.matchAll(BUT_LOSE)].find(({ index }) => index > begins)?.index ?? Infinity;
  const behind = all.filter(({ start }) => start > lost);
  if (behind.length > 0)
    return [
      [...before, ...behind].map((one) => removed(one.list, entryName(one.found))).join("; "),
    ];
  const isRest = THE_REST.test(text) || (begins < 12 && before.length === 0);
  if (isRest && !EXCEPTED.test(text)) {
    const rest = others(asked, all);
    return rest.length === 0 || rest.length > MOST_AT_ONCE ? [] : [rest.join("; ")];
  }
  const going = before.length > 0 ? before : all;
  return isOnlyTold(text, going) ? [] : together(going);
}

/** What is to go. */
export const REMOVAL_PROPOSALS: Proposals = { "entry-remove": entryRemove };
