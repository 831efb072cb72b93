import { entryName } from "./find-entries.ts";
import { ENTRIES } from "./entry-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { sentencesOf } from "./reasons.ts";
import { listed } from "./section-moves.ts";
import { placesAt, textPlaces, wordsAt, type TextPlace, type WordsAt } from "./text-places.ts";
import { textWithout } from "./text-without.ts";

/** What a text’s place is called in an answer. */
export function placeName({ list, entry, field }: TextPlace): string {
  if (!list || !entry) return field === "label" ? "your headline" : "your summary";
  return entryName({ words: ENTRIES.find((one) => one.list === list)!, at: 0, entry });
}

/** What is less is no text any more. Words. */
const LEAST = 2;

function removeAt({ place, start, end }: WordsAt): PlainAnswer | null {
  const left = textWithout(place.text, start, end);
  // Next to nothing left: then it is the line or the summary that is to go, which other words ask for.
  if (left === null || (left.match(/[\p{L}\p{N}]+/gu) ?? []).length < LEAST) return null;
  return content(
    `“${place.text.slice(start, end)}” is gone from ${placeName(place)}.`,
    place.with(left),
  );
}

function removeWords(
  words: string,
  where: string | undefined,
  context: PlainContext,
): PlainAnswer | null {
  const places = where === undefined ? textPlaces(context.resume) : placesAt(where, context);
  const found = places && wordsAt(words, places);
  if (!found || found.length === 0) return null;
  if (found.length === 1) return removeAt(found[0]!);
  const names = [...new Set(found.map(({ place }) => placeName(place)))];
  if (names.length < 2) return null;
  return nothing(
    `“${words}” stands in ${listed(names)}. Say where it is to go: remove the words “${words}” from ${names[0]!.replace(/^your /u, "my ")}.`,
  );
}

/** A sentence as it stands in its text. */
function sentenceAt(place: TextPlace, sentence: string): WordsAt {
  const start = place.text.indexOf(sentence);
  return { place, start, end: start + sentence.length };
}

/** The one sentence that has these words, of a text with more than one. */
function sentenceWith(topic: string, places: readonly TextPlace[]): WordsAt | null {
  const hits = places.flatMap((place) => {
    const all = sentencesOf(place.text);
    return all
      .filter((one) => all.length > 1 && wordsAt(topic, [{ ...place, text: one }]).length > 0)
      .map((one) => sentenceAt(place, one));
  });
  return hits.length === 1 ? hits[0]! : null;
}

const REMOVE = "(remove|delete|drop|take out|get rid of|cut|erase|leave out|hide)";
const FROM = "(from|in|out of|of|at|under) [my|the] {where}";

/** Words and sentences of a text that are to go. */
export const TEXT_REMOVE_KINDS = [
  kind(
    "remove-words",
    "remove the words “and more”",
    `${REMOVE} [the|my] (word|words|phrase|part|bit|bits|number) [:] "{quoted}" ${FROM}
     ${REMOVE} [the|my] (word|words|phrase|part|bit|bits|number) [:] "{quoted}"
     ${REMOVE} "{quoted}" ${FROM}
     ${REMOVE} "{quoted}"
     ${REMOVE} the (word|words|phrase) {words} ${FROM}
     ${REMOVE} the (word|words|phrase) {words}
     ${REMOVE} [the words] {words} (from|in|out of) [my|the] {own}`,
    ({ quoted, words, where, own }, context) => {
      // Without quotation marks and “words” it may be an entry: only from a text of one’s own.
      if (own !== undefined && !/^(?:summary|bio|intro|introduction|headline|tagline)$/iu.test(own))
        return null;
      return removeWords((quoted ?? words)!, where ?? own, context);
    },
  ),
  kind(
    "remove-sentence",
    "remove the last sentence of my summary",
    `${REMOVE} [the] {nth} sentence ${FROM}
     ${REMOVE} (the|that) sentence [:] "{quoted}" [from my summary|from the summary]
     ${REMOVE} (the|that) sentence (about|with|on|that says|that mentions|saying|mentioning) {topic} ${FROM}
     ${REMOVE} (the|that) sentence (about|with|on|that says|that mentions|saying|mentioning) {topic}`,
    ({ nth, quoted, topic, where }, context) => {
      const places = where === undefined ? textPlaces(context.resume) : placesAt(where, context);
      if (!places) return null;
      if (quoted !== undefined) return removeWords(quoted, where, context);
      if (topic !== undefined) {
        const found = sentenceWith(topic, places);
        return found && removeAt(found);
      }
      const [place, ...more] = places.filter(({ field }) => field !== "highlights");
      if (!place || more.length > 0) return null;
      const sentences = sentencesOf(place.text);
      const at = ["first", "second", "third", "fourth"].indexOf(nth!.toLowerCase());
      const sentence = /^last$/iu.test(nth!) ? sentences.at(-1) : sentences[at];
      return sentence === undefined || sentences.length < 2
        ? null
        : removeAt(sentenceAt(place, sentence));
    },
  ),
];
