import { evidentAdds } from "./evident-adds.ts";
import { evidentOfEntries } from "./evident-entries.ts";
import { evidentOfFields } from "./evident-fields.ts";
import { evidentOfLook } from "./evident-look.ts";
import { evidentOfLines, lineByTopic } from "./evident-lines.ts";
import { evidentRestated } from "./evident-restated.ts";
import { evidentSwaps } from "./evident-swaps.ts";
import { numberSwaps } from "./number-swap.ts";
import { inQuotes, type Asked, type Evident } from "./proposal.ts";
import { questionsSaid } from "./questions-said.ts";
import { placesOf, replaceAt, siteTexts, writtenAt, type SiteText } from "./site-texts.ts";
import { headlineSwapped } from "./propose-headline.ts";
import { addedToSummary } from "./propose-summary.ts";
import { lettersApart, textWords } from "./text-words.ts";
import { withItsAnd } from "./propose-words.ts";

/** A question in the words of one kind: surer than its act can be, whose answer is the general one. */
const SURE_QUESTION = 1;
const YEAR = /\b(?:19|20)\d{2}\b/u;
const CORRECTED =
  /->|→|=>|\b(?:not|instead of|should|actually|now|wrong|but it|has|was|changed)\b|\b(?:it's|its|it is) (?:an? )?(?:about |nearly |over |up to )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)/iu;
/** A number that is stressed: “supervise FOUR nurses”. */
const LOUD = /\b(?:TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|TWENTY)\b/u;

/** “14 cafes -> 20 cafes”: the old number stands there, beside what it counts. */
function numbers(asked: Asked): readonly Evident[] {
  const { text } = asked;
  const isSaid = CORRECTED.test(text) || LOUD.test(text);
  if (YEAR.test(text) || !isSaid || /\b(?:undo|phone|version)\b/iu.test(text)) return [];
  return numberSwaps(asked).map((request) => ({ request, likelihood: 0.7 }));
}

/** “Lead should be led”: the two are a slip of the pen apart. */
function spelling(
  { text, context: { resume } }: Asked,
  texts: readonly SiteText[],
): readonly Evident[] {
  const found =
    /^(?:the word )?["']?(?<old>[\p{L}-]{3,})["']?(?: (?:should|must) be| ?(?:->|→|=>)) ["']?(?<fresh>[\p{L}-]{3,})["']?[.!]?$/iu.exec(
      text,
    )?.groups;
  if (!found || lettersApart(found["old"]!.toLowerCase(), found["fresh"]!.toLowerCase()) > 2)
    return [];
  return placesOf(found["old"]!, texts)
    .flatMap((place) => replaceAt(place, found["fresh"]!, resume) ?? [])
    .slice(0, 1)
    .map((request) => ({ request, likelihood: 0.7 }));
}

/** “On-call rota, take that off”, “don’t say I’m leading a small team, it’s not small”. */
function unsaid({ text, mentions }: Asked, texts: readonly SiteText[]): readonly Evident[] {
  const off =
    /^(?:the )?(?<words>[\p{L}\d'’ -]{5,60}?), (?:please )?(?:take|leave|cut|lose|remove|delete) (?:that|it|this)?/iu.exec(
      text,
    )?.groups?.["words"];
  const not =
    /^(?:please )?(?:don't|dont|do not|stop) say(?:ing)? (?<said>.+?),? (?:it's|its|it is|i'm|im|that's) (?:really )?not (?:an? )?(?<words>\p{L}{3,})[.!]?$/iu.exec(
      text,
    )?.groups;
  const word =
    not && textWords(not["said"]!).some(({ word: one }) => one === not["words"]!.toLowerCase())
      ? not["words"]
      : undefined;
  const words = word ?? (mentions.length === 0 ? off : undefined);
  if (words === undefined || (word === undefined && textWords(words).length < 2)) return [];
  const [place] = placesOf(words, texts);
  if (!place) return [];
  const gone = withItsAnd(place) ?? writtenAt(place);
  return [{ request: `remove the words ${inQuotes(gone)}`, likelihood: 0.6 }];
}

/** “The bit about HACCP is boring, get rid of it”: said of one line only. */
function aboutLine({ text, mentions }: Asked, texts: readonly SiteText[]): readonly Evident[] {
  const about = (
    /\b(?:bit|part|line|bullet|point|thing|stuff) (?:about|on|with) (?:the |my )?(?<words>[\p{L}\d%' -]{3,40}?)(?: (?:is|was|can|should|has|in|at|needs)\b|[,.!]|$)/iu.exec(
      text,
    ) ??
    /\b(?:the|that|my) (?<words>[\p{L}\d%'-]+(?: [\p{L}\d%'-]+){0,3}) (?:line|bullet|bullet point|point)\b/iu.exec(
      text,
    )
  )?.groups?.["words"];
  const isGone =
    /\b(?:remove|delete|get rid|take (?:it|that)? ?(?:out|off|away)|drop|cut|lose|can go|go away|scrap|out)\b/iu.test(
      text,
    );
  const isEntry = mentions.some(({ list }) => list !== "work" && list !== "volunteer");
  if (about === undefined || !isGone || isEntry) return [];
  const line = lineByTopic(about, texts);
  return line ? [{ request: `remove ${inQuotes(line.text)}`, likelihood: 0.7 }] : [];
}

/** “Say I’m available from September”. */
function toldOfOneself(asked: Asked): readonly Evident[] {
  const added = /\b(?:available|open to|looking for|seeking)\b/iu.test(asked.text)
    ? addedToSummary(asked)
    : null;
  return added === null
    ? []
    : [{ request: `add ${inQuotes(added)} to my summary`, likelihood: 0.6 }];
}

/** “Change Head to Lead”, of the headline “Head Pastry Chef”. */
function ofHeadline(asked: Asked): readonly Evident[] {
  const { text, mentions, context } = asked;
  const label = context.resume.basics?.label?.toLowerCase() ?? "";
  // “At the hotel” is about the post there.
  const isAtJob = mentions.some(
    ({ list, start, end }) =>
      list === "work" && !label.includes(text.slice(start, end).toLowerCase()),
  );
  const request = isAtJob ? null : headlineSwapped(asked);
  return request === null ? [] : [{ request, likelihood: 0.6 }];
}

/**
 * What a request means by what stands in the texts, whatever its words make likely: numbers, spellings and
 * phrases that stand there are hardly said by chance.
 */
export function evidentIn(asked: Asked): readonly Evident[] {
  const texts = siteTexts(asked.context.resume);
  const counts = numbers(asked);
  // A number has the form that it has there.
  const swaps = evidentSwaps(asked, texts).filter(
    ({ request }) => counts.length === 0 || !request.startsWith("replace "),
  );
  const found = [
    ...questionsSaid(asked).map((request) => ({ request, likelihood: SURE_QUESTION })),
    ...counts,
    ...spelling(asked, texts),
    ...unsaid(asked, texts),
    ...aboutLine(asked, texts),
    ...toldOfOneself(asked),
    ...ofHeadline(asked),
    ...evidentOfEntries(asked, texts),
    ...evidentOfLines(asked, texts),
    ...evidentOfFields(asked),
    ...evidentOfLook(asked),
    ...swaps,
    ...evidentAdds(asked),
    ...evidentRestated(asked, counts.length > 0 ? [] : texts),
  ];
  return found.filter(
    ({ request }, at) => found.findIndex((one) => one.request === request) === at,
  );
}
