import { isOneSlip } from "./spelling.ts";
import { findEntries } from "./find-entries.ts";
import { content, kind, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { sectionOf } from "./section-moves.ts";
import { textPlaces, wordsAt } from "./text-places.ts";
import { placeName } from "./text-remove-kinds.ts";

const WORD = /^\p{L}[\p{L}'’-]{2,}$/u;

/** “lead” and “led”, “experiance” and “experience”: the same word written otherwise. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return one !== other;
  const isNear = isOneSlip(a, b) || (a.slice(0, 4) === b.slice(0, 4) && a.length >= 6);
  return isNear && a[0] === b[0];
}

/** The new word with the capital of the one that it takes the place of. */
const cased = (fresh: string, old: string) =>
  /^\p{Lu}\p{Ll}/u.test(old) ? fresh[0]!.toUpperCase() + fresh.slice(1) : fresh;

function corrected(old: string, fresh: string, context: PlainContext): PlainAnswer | null {
  if (!WORD.test(old) || !WORD.test(fresh) || !isLike(old, fresh)) return null;
  // A skill, a job or a heading of that name is called otherwise by other words.
  if (findEntries(context.resume, old).length > 0 || sectionOf(old, context.theme) !== null)
    return null;
  const [hit, ...more] = wordsAt(old, textPlaces(context.resume));
  if (!hit || more.length > 0) return null;
  const { place, start, end } = hit;
  const by = cased(fresh, place.text.slice(start, end));
  if (place.text.slice(start, end) === by) return null;
  const next = place.text.slice(0, start) + by + place.text.slice(end);
  return content(`It says “${by}” in ${placeName(place)} now.`, place.with(next));
}

/** A slip of the pen that stands once in the texts. */
export const WORD_CORRECTED_KIND = kind(
  "word-corrected",
  "experiance should be experience",
  `[the word|it says|you wrote] {old} (should be|should read|should say|must be|is spelled|is spelt|is written) {fresh}
   (change|correct|fix) [the word|the typo|the spelling of] {old} (to|into) {fresh}
   [it's|it is|it should be] {fresh}[,] not {old}
   (typo:|spelling:|spelling mistake:|mistake:) {old} (should be|to|is) {fresh}
   [a|the] (typo|spelling mistake) in {old}[,] [it] (should be|is|it's) {fresh}`,
  ({ old, fresh }, context) => corrected(old!, fresh!, context),
);
