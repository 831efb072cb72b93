import { withBasics } from "./basics-edits.ts";
import { entriesOf, sameWords, withEntries } from "./entry-words.ts";
import { entryName, theOne } from "./find-entries.ts";
import { HIDE } from "./look-words.ts";
import { content, kind, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isPlaceName } from "./plain-values.ts";
import { countryCode } from "./place-part-kinds.ts";

/** Takes the region or the country out that is called so; `null` where neither is. */
function withoutNamed(name: string, { resume }: PlainContext): PlainAnswer | null {
  const location = resume.basics?.location ?? {};
  const { region, countryCode: code, ...rest } = location;
  if (region && sameWords(region, name)) {
    const kept = code === undefined ? rest : { ...rest, countryCode: code };
    return content(`${region} is gone from your place.`, withBasics(resume, { location: kept }));
  }
  if (!code || countryCode(name) !== code.toUpperCase()) return null;
  const kept = region === undefined ? rest : { ...rest, region };
  return content(`The country is gone from your place.`, withBasics(resume, { location: kept }));
}

/** Only the town is left of where somebody lives. */
function onlyTown({ resume }: PlainContext): PlainAnswer | null {
  const { city, ...rest } = resume.basics?.location ?? {};
  if (!city || Object.keys(rest).length === 0) return null;
  return content(`Only ${city} is shown now.`, withBasics(resume, { location: { city } }));
}

const isTown = (name: string, { resume }: PlainContext) =>
  sameWords(resume.basics?.location?.city, name);

/** Places by their names: what of one’s own is shown, and where a job was. */
export const KNOWN_PLACE_KINDS = [
  kind(
    "only-town",
    "only show the town",
    `(only show|just show|show only|show just|only|just) (the|my) (town|city) [please] [of my address|of where i live|not the region|not the country|no region|no country|not the address]
     (only show|just show|show only|show just) {town}[,] (not|no|without) {named}
     ${HIDE} {named}[,] (just|only) {town}
     {town} is enough[,] (no need for|no|without|not) {named}
     (just|only) {town}[,] (not|no|without) {named}`,
    ({ town, named }, context) => {
      if (town === undefined) return onlyTown(context);
      return isTown(town, context) ? withoutNamed(named!, context) : null;
    },
  ),
  kind(
    "clear-named-place",
    "remove Uppland",
    `${HIDE} {named} [from my place|from my location|from my address]`,
    ({ named }, context) => withoutNamed(named!, context),
  ),
  kind(
    "job-place-added",
    "add Stockholm as the location of Acme",
    `{name}: (add|put|set) {place} as [the|its] (location|place|city|town)
     (add|put|set) {place} as [the] (location|place|city|town) (of|for|at|to) [my|the] [job at] {name}
     [the|my] (location|place|city|town) (of|for|at) [my|the] [job at] {name} (is|was|should be) {place}
     (set|change) the (location|place|city|town) (of|for|at) [my|the] [job at] {name} to {place}`,
    ({ name, place }, context) => {
      const found = theOne(name!, context.resume, ["work"]);
      if (!found || !/^\p{Lu}/u.test(place!) || !isPlaceName(place!)) return null;
      const all = entriesOf(context.resume, "work");
      return content(
        `${entryName(found)} is in ${place} now.`,
        withEntries(
          context.resume,
          "work",
          all.with(found.at, { ...found.entry, location: place }),
        ),
      );
    },
  ),
];
