import type { Basics } from "../../resume.ts";
import { withBasics } from "./basics-edits.ts";
import { HIDE } from "./look-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isComplaint, isPlaceName } from "./plain-values.ts";

type Location = NonNullable<Basics["location"]>;

const REGION = "(region|county|state|province|canton)";
const POSTCODE = "(postcode|post code|postal code|zip|zip code)";

/** What people call countries besides their names (ISO 3166-1 alpha-2). */
const CALLED: Readonly<Record<string, string>> = {
  uk: "GB",
  "u.k": "GB",
  "great britain": "GB",
  britain: "GB",
  usa: "US",
  us: "US",
  "u.s": "US",
  "u.s.a": "US",
  america: "US",
  "the states": "US",
  holland: "NL",
  "czech republic": "CZ",
  turkey: "TR",
  uae: "AE",
};

let codes: ReadonlyMap<string, string> | undefined;

/** Every country by its English name in small letters. */
function countryCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = letters.flatMap((one) => letters.map((other) => one + other));
  return new Map(
    all.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code] as const];
    }),
  );
}

const bareCountry = (said: string) => said.toLowerCase().replace(/^the /u, "").replace(/\.$/u, "");

/** The code of a country as people write it; `null` where it is none. */
export function countryCode(said: string): string | null {
  const bare = bareCountry(said);
  codes ??= countryCodes();
  return CALLED[bare] ?? codes.get(bare) ?? null;
}

function without(
  keys: readonly (keyof Location)[],
  called: string,
  { resume }: PlainContext,
): PlainAnswer {
  const location = resume.basics?.location ?? {};
  if (!keys.some((key) => location[key])) return nothing(`There is no ${called} on the site.`);
  const left = Object.fromEntries(
    Object.entries(location).filter(([key]) => !keys.some((one) => one === key)),
  ) as Location;
  return content(`The ${called} is gone from your place.`, withBasics(resume, { location: left }));
}

function put(
  change: Location,
  called: string,
  value: string,
  { resume }: PlainContext,
): PlainAnswer {
  const before = resume.basics?.location ?? {};
  if (Object.entries(change).every(([key, one]) => before[key] === one))
    return nothing(`Your ${called} is that already.`);
  return content(
    `Your ${called} is ${value} now.`,
    withBasics(resume, { location: { ...before, ...change } }),
  );
}

/** Parts of where somebody lives; the rest of it stays. */
export const PLACE_PART_KINDS = [
  kind(
    "clear-region",
    "remove my region",
    `${HIDE} [my|the] ${REGION} [from my place|from my location|from my address|from the site|on the site]`,
    (_, context) => without(["region"], "region", context),
  ),
  kind(
    "clear-country",
    "remove my country",
    `${HIDE} [my|the] (country|country code) [from my place|from my location|from my address|from the site|on the site]`,
    (_, context) => without(["countryCode"], "country", context),
  ),
  kind(
    "clear-postcode",
    "remove my postcode",
    `${HIDE} [my|the] ${POSTCODE} [from my place|from my location|from my address|from the site|on the site]`,
    (_, context) => without(["postalCode"], "postcode", context),
  ),
  kind(
    "clear-street",
    "remove my street",
    `${HIDE} [my|the] (street|street address|street and number|house number|street name) [from my place|from my location|from my address|from the site|on the site]`,
    (_, context) => without(["address"], "street", context),
  ),
  kind(
    "set-country",
    "my country is Portugal",
    `[change|set|make|update] (my|the) country (is|to|is now|should be|should say|=) {country}
     (country:) {country}
     (country) (should be|should say|is|must be) {country}
     (add|put|put in|include) {country} as [my|the] country
     (add|put in|include) (my|the) country[:|,] {country}
     [the|my] country (is missing|missing)[,] [it] (should be|should say|it's|it is) {country}`,
    ({ country }, context) => {
      const code = countryCode(country!);
      return code === null
        ? null
        : put({ countryCode: code }, "country", country!.replace(/^the /iu, "the "), context);
    },
  ),
  kind(
    "set-region",
    "my region is Wales",
    `[change|set|make|update] (my|the) ${REGION} (is|to|is now|should be|should say|=) {region}
     (region:|county:|state:|province:|canton:) {region}
     (add|put|put in|include) {region} as [my|the] ${REGION}
     (add|put in|include) (my|the) ${REGION}[:|,] {region}`,
    ({ region }, context) =>
      !/^\p{Lu}/u.test(region!) ||
      !isPlaceName(region!) ||
      isComplaint(region!) ||
      isAboutLooks(region!)
        ? null
        : put({ region: region! }, "region", region!, context),
  ),
  kind(
    "set-postcode",
    "my postcode is BS1 4ST",
    `[change|set|make|update] (my|the) ${POSTCODE} (is|to|is now|should be|should say|=) {postcode}
     (postcode:|zip:|zip code:) {postcode}
     (add|put in|include) (my|the) ${POSTCODE}[:|,] {postcode}`,
    ({ postcode }, context) =>
      /^(?=.*\d)[\p{L}\d][\p{L}\d -]{2,9}$/u.test(postcode!)
        ? put({ postalCode: postcode! }, "postcode", postcode!, context)
        : null,
  ),
];
