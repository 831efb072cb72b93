import { entriesOf, withEntries } from "./entry-words.ts";
import { entryName, theOne, type FoundEntry } from "./find-entries.ts";
import { changed } from "./on-entry.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { placeName } from "./text-remove-kinds.ts";
import { textPlaces, wordsAt } from "./text-places.ts";

/** The one line that has these words comes first among its own. */
function lineFirst(topic: string, { resume }: PlainContext): PlainAnswer | null {
  const lines = textPlaces(resume).filter(({ field }) => field === "highlights");
  const hits = lines.filter((place) => wordsAt(topic, [place]).length > 0);
  const [hit, ...more] = hits;
  if (!hit?.list || !hit.entry || more.length > 0) return null;
  const all = entriesOf(resume, hit.list);
  const own = hit.entry["highlights"] as readonly string[];
  if (own[0] === hit.text) return nothing(`“${hit.text}” is first already.`);
  const highlights = [hit.text, ...own.filter((line) => line !== hit.text)];
  return content(
    `“${hit.text}” comes first at ${placeName(hit)} now.`,
    withEntries(resume, hit.list, all.with(all.indexOf(hit.entry), { ...hit.entry, highlights })),
  );
}

const GIVERS = [
  ["awards", "awarder", /^awarder$/iu],
  ["certificates", "issuer", /^(?:issuer|certifier)$/iu],
  ["publications", "publisher", /^publisher$/iu],
] as const;

/** Who gives, issues or publishes: of the entry that is named, or of the only one there is. */
function setGiver(
  word: string,
  giver: string,
  name: string | undefined,
  context: PlainContext,
): PlainAnswer | null {
  const [list, key] = GIVERS.find(([, , words]) => words.test(word)) ?? [];
  if (!list || !key || !/^\p{Lu}/u.test(giver) || /\d{4}/u.test(giver) || giver.length > 80)
    return null;
  const entries = entriesOf(context.resume, list);
  const noun = { awards: "award", certificates: "certificate", publications: "publication" }[list];
  const found: FoundEntry | null =
    name === undefined && entries.length !== 1
      ? null
      : theOne(name ?? `the only ${noun}`, context.resume, [list]);
  return (
    found &&
    content(
      `${entryName(found)} is from ${giver} now.`,
      changed(context.resume, found, { [key]: giver }),
    )
  );
}

const LINE = "(bullet|bullet point|point|line|highlight|one)";
const TOP = "(to the top|first|at the top|on top|up to the top)";

/** Lines found by what they are about, and who stands behind an entry. */
export const LINE_KINDS = [
  kind(
    "line-first",
    "put the bullet about shipping first",
    `(move|put|bring|show|list) [the|my] ${LINE} (about|with|on|saying|that says) {topic} ${TOP}
     (move|put|bring|show|list) [the|my] {topic} (bullet|bullet point|line) ${TOP}`,
    ({ topic }, context) => lineFirst(topic!, context),
  ),
  kind(
    "entry-giver",
    "the issuer of the CKA is CNCF",
    `[the|my] {word} (of|for) [the|my] {name} (is|was|should be|should say) {giver}
     (set|change) the {word} (of|for) [the|my] {name} to {giver}
     [the|my] {word} (is|was|should be|should say) {giver}`,
    ({ word, name, giver }, context) => setGiver(word!, giver!, name, context),
  ),
];
