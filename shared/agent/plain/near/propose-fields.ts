import { isPlaceName } from "../plain-values.ts";
import { headlineSet } from "./propose-headline.ts";
import { nameSet } from "./propose-name.ts";
import { profileSet } from "./propose-profiles.ts";
import type { Asked, Proposals } from "./proposal.ts";
import {
  addressIn,
  emailIn,
  phoneIn,
  quotedIn,
  trimmedValue,
  valuesIn,
  withoutOld,
} from "./values.ts";

const PLACE = String.raw`\p{Lu}[\p{L}\d'’/-]*(?: (?:\p{Lu}[\p{L}\d'’/-]*|(?:of|the|de|la|am|upon|on|area)(?![\p{L}])))*(?:, ?(?!I(?!\p{L}))\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*)?`;
const FIELD =
  "(?:[Cc]ity|[Tt]own|[Pp]lace|[Ll]ocation|[Rr]esidence|[Hh]ome ?town|[Hh]ome|[Aa]ddress|[Ww]here [Ii] (?:live|am))";
const PLACE_CUES: readonly RegExp[] = [
  new RegExp(`\\bfrom \\p{Lu}[\\p{L} ]+? to (?<place>${PLACE})`, "u"),
  new RegExp(
    `\\b(?:moved|moving|relocated|relocating|live|lives|living|based|staying|located|residing|reside|am|I'm|im|working)\\b (?:now |currently |back )*(?:is |to |in |at |near |just outside )+(?:now )?(?<place>${PLACE})`,
    "u",
  ),
  new RegExp(
    `\\b(?:[Pp]ut|[Pp]ut down|[Uu]se|[Ww]rite|[Ss]how|[Ss]ay|[Ss]et|[Mm]ake)(?: down| just| only| it| my location)* (?<place>${PLACE})(?: (?:as|for|under|in|where)\\b|,|[.!?]?$)`,
    "u",
  ),
  new RegExp(
    `\\b${FIELD}(?: (?:on there|in|is|should|be|read|can|say|shown|as|to|please|use|now|it's|has to|must))*\\s*[:=,]?\\s*(?<place>${PLACE})`,
    "u",
  ),
  new RegExp(`\\b(?:it's|its|is|be|now|currently|correct is|one is|so) (?<place>${PLACE})`, "u"),
  new RegExp(`^(?:[Jj]ust |[Oo]nly )?(?<place>${PLACE})(?: is enough)?$`, "u"),
];
const NO_PLACE =
  /^(?:I|I'm|Im|My|The|Place|Where|Location|City|Missing|Remote \/|Change|Please|Put|Living|Residing|It|Just|Post|Let|Wifi|Correct)\b/u;

/** A town as it is written, or as it is said behind its field. */
function placeSet({ text, context: { resume } }: Asked): readonly string[] {
  const now = resume.basics?.location?.city ?? "";
  // Where one no longer lives is no place to show.
  const { text: fresh } = withoutOld(
    text.replace(/^(?:i'm|im|i am|i) (?:no longer|not|don't|dont|left) [^,;.]+[,;.]\s*/iu, ""),
  );
  const quoted = quotedIn(fresh).slice(-1);
  const cued = PLACE_CUES.flatMap((cue) =>
    [...fresh.matchAll(new RegExp(cue.source, "gu"))].flatMap((found) => {
      const place = found.groups!["place"]!;
      const end = found.index + found[0].indexOf(place) + place.length;
      // A street and its number are no town.
      return /^ (?:\d|das |do |du |des |den |dem )/u.test(fresh.slice(end)) ? [] : [place];
    }),
  ).filter((one) => one !== now && !NO_PLACE.test(one));
  // “austin tx”: in small letters only what is given as the value.
  const small = valuesIn(fresh).filter((one) => one.split(" ").length <= 3);
  const said = [quoted, cued, small.slice(0, 1)].find((some) => some.length > 0) ?? [];
  const all = said.map((one) =>
    trimmedValue(
      one
        .replace(
          / (?:since|last|this|now|these|from|for|in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d)).*$/iu,
          "",
        )
        .replace(/^(?:in|to|at) /iu, ""),
    ),
  );
  const posts = [resume.basics?.label, ...(resume.work ?? []).map(({ position }) => position)];
  const isOfWork = (one: string) => posts.some((post) => post?.includes(one.split(" ").at(-1)!));
  return [...new Set(all)]
    .filter((one) => one !== now && !NO_PLACE.test(one) && isPlaceName(one) && !isOfWork(one))
    .slice(0, 1)
    .map((place) => `I live in ${place[0]!.toUpperCase()}${place.slice(1)}`);
}

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:phone|mobile|telephone|cell|tel|number)\b/iu, "phone number"],
  [/\b(?:e-?mails?|mail|emial|eamil)\b(?! address book)/iu, "e-mail address"],
  [/\b(?:photos?|pictures?|portrait|image|face|headshot|pic)\b/iu, "photo"],
  [/\b(?:website|web ?site|homepage|url|web address)\b/iu, "website"],
  [
    /\b(?:where i live|location|city|town|home address|postal address|street|address|place|postcode)\b/iu,
    "location",
  ],
  [
    /\b(?:headline|tagline|title under|job title|(?:line|title) (?:under|below) (?:my|the) name|subtitle)\b/iu,
    "headline",
  ],
  [
    /\b(?:summary|about(?: me| text)?|intro(?:duction)?|blurb|bio|personal statement|profile (?:text|paragraph))\b/iu,
    "summary",
  ],
];

function fieldRemove({ text, context: { resume } }: Asked): readonly string[] {
  const kept =
    /\b(?:but |just |only )?(?:keep|leave|except|only show|just show|contact me|reach me|can reach|can write|write on|instead|is enough)\b/iu.exec(
      text,
    );
  const gone = kept && kept.index > 6 ? text.slice(0, kept.index) : text;
  const mail = gone.replace(/\be-?mail address\b/giu, "e-mail");
  const networks = (resume.basics?.profiles ?? []).flatMap(({ network }) =>
    network &&
    new RegExp(`\\b${network.replace(/[^\p{L}\d ]/gu, "")}\\b`, "iu").test(
      mail.replace(/linked in/giu, "linkedin").replace(/\binsta\b/giu, "instagram"),
    )
      ? [network]
      : [],
  );
  const city = resume.basics?.location?.city;
  const fields = FIELDS.flatMap(([words, field]) => (words.test(mail) ? [field] : []));
  const named = city && mail.includes(city) && !fields.includes("location") ? ["location"] : [];
  const { label, location } = resume.basics ?? {};
  const { region } = location ?? {};
  // “Don’t show West Yorkshire, just Leeds”: the region alone.
  if (region && text.toLowerCase().includes(region.toLowerCase())) return ["remove my region"];
  const titled = label && gone.includes(label) && fields.length === 0 ? ["headline"] : [];
  const all = [...fields, ...networks, ...named, ...titled];
  return all.length > 0 ? [all.map((field) => `remove my ${field}`).join("; ")] : [];
}

/** What is asked of name, headline, contact and profiles. */
export const FIELD_PROPOSALS: Proposals = {
  "name-set": nameSet,
  "headline-set": headlineSet,
  "phone-set": ({ text }) => {
    const phone = phoneIn(withoutOld(text).text) ?? phoneIn(text);
    return phone === null ? [] : [`my phone is ${phone}`];
  },
  "email-set": ({ text }) => {
    const email = emailIn(withoutOld(text).text) ?? emailIn(text);
    return email === null ? [] : [`my e-mail is ${email}`];
  },
  "place-set": placeSet,
  "website-set": ({ text }) => {
    const address = addressIn(withoutOld(text).text) ?? addressIn(text);
    return address === null ? [] : [`my website is ${address}`];
  },
  "profile-set": profileSet,
  "field-remove": fieldRemove,
};
