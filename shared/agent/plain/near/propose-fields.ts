import { isPlaceName, isPersonName } from "../plain-values.ts";
import { networkOf } from "../profile-kinds.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import {
  addressIn,
  emailIn,
  handleIn,
  phoneIn,
  quotedIn,
  trimmedValue,
  valuesIn,
  withoutOld,
} from "./values.ts";

const NETWORK =
  /\b(?:github|gitlab|linked ?in|twitter|x|instagram|insta|facebook|behance|dribbble|medium|youtube|orcid|xing|bluesky|codepen)\b/iu;
const networkSaid = (text: string): string | null => {
  const said = NETWORK.exec(text)?.[0]?.toLowerCase().replace(" ", "");
  return said === undefined ? null : said === "insta" ? "instagram" : said;
};

/** A name as it is written: two to five words with capitals, or what is said to be it. */
function nameSet({ text, context: { resume } }: Asked): readonly string[] {
  const now = resume.basics?.name ?? "";
  const { text: fresh } = withoutOld(text);
  const runs = [
    ...fresh.matchAll(
      /\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|da|del|la|le|bin|al))*/gu,
    ),
  ].map((found) =>
    found[0].replace(
      /^(?:My|Please|Change|Can|Could|It's|Its|Spell|Call|Name|Full|First|Last|Surname|The|Correct|Hi|Hello|I'm|I) (?=\p{Lu})/u,
      "",
    ),
  );
  const all = [...quotedIn(fresh), ...valuesIn(fresh), ...runs].map((one) =>
    trimmedValue(one).replace(/^(?:just|only|simply) /iu, ""),
  );
  const names = all.filter(
    (one) => one !== now && one !== "" && /^\p{Lu}/u.test(one) && isPersonName(one),
  );
  const parts = now.split(" ");
  const part = /\b(?:surname|last name|family name|married name|maiden name)\b/iu.test(text)
    ? "last"
    : /\b(?:first name|forename|given name)\b/iu.test(text)
      ? "first"
      : null;
  return [...new Set(names)].flatMap((name) => {
    const isWhole =
      name.split(" ").length > 1 && (name.includes(parts[0]!) || name.includes(parts.at(-1)!));
    if (part !== null && !isWhole) return [`my ${part} name is ${name}`];
    // “My name is Ros, everybody calls me that”: the first of two.
    if (name.split(" ").length === 1 && parts.length > 1) {
      const whole = [name, ...parts.slice(1)].join(" ");
      return /\b(?:just|only|simply)\b/iu.test(text)
        ? [`my name is ${inQuotes(name)}`]
        : [`my name is ${inQuotes(whole)}`];
    }
    return [`my name is ${inQuotes(name)}`];
  });
}

function headlineSet({ text, context: { resume } }: Asked): readonly string[] {
  const now = resume.basics?.label ?? "";
  const values = valuesIn(text)
    .map((one) =>
      trimmedValue(
        one
          .replace(/^(?:now )?(?:an? |the )?(?=\p{L})/iu, "")
          .replace(/,? (?:under|below|beneath|on top|at the top|in|as) (?:the|my) .*$/iu, ""),
      ),
    )
    .filter((one) => one !== "" && one.toLowerCase() !== now.toLowerCase() && one.length <= 80);
  const { old, text: fresh } = withoutOld(text);
  // “Change Head to Lead” of “Head Pastry Chef”.
  const swapped =
    old !== null && now.toLowerCase().includes(old.toLowerCase()) && values[0]
      ? [now.replace(new RegExp(old.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"), "iu"), values[0])]
      : [];
  const written = /(?:\p{Lu}[\p{L}&-]+ ?(?:of |and |& )?){2,6}$/u.exec(fresh)?.[0];
  return [...new Set([...swapped, ...values, ...(written ? [trimmedValue(written)] : [])])].map(
    (value) => `my headline is ${inQuotes(value[0]!.toUpperCase() + value.slice(1))}`,
  );
}

function placeSet({ text }: Asked): readonly string[] {
  const { text: fresh } = withoutOld(text);
  const cued =
    /\b(?:moved|moving|relocat\w+|live|living|based|staying|located|am|city|town|location|place|home|address) (?:now )?(?:is |to |in |at |should be |near |just outside )*(?:now )?(?<place>\p{Lu}[\p{L}'’ -]+(?:, ?\p{Lu}[\p{L}'’ -]+)?)/u.exec(
      fresh,
    )?.groups?.["place"] ??
    /\b(?:in|to) (?<place>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*(?:, ?\p{Lu}[\p{L}'’ -]+)?)/u.exec(
      fresh,
    )?.groups?.["place"];
  const alone =
    /^(?:just |only )?(?<place>\p{Lu}[\p{L}'’ -]+(?:, ?\p{Lu}[\p{L}'’ -]+)?)(?: is enough)?$/u.exec(
      fresh,
    )?.groups?.["place"];
  const all = [...(cued ? [cued] : []), ...valuesIn(fresh), ...(alone ? [alone] : [])].map((one) =>
    trimmedValue(
      one
        .replace(
          / (?:since|last|this|now|from|for|in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d)).*$/iu,
          "",
        )
        .replace(/^(?:in|to|at) /iu, ""),
    ),
  );
  return [...new Set(all)]
    .filter(isPlaceName)
    .map((place) => `I live in ${place[0]!.toUpperCase()}${place.slice(1)}`);
}

function profileSet({ text, context: { resume } }: Asked): readonly string[] {
  const address = addressIn(text);
  const network = (address && networkOf(address)) ?? networkSaid(text);
  if (network === null) return [];
  const handle =
    address ??
    handleIn(text) ??
    /\b(?:is|as|->|to|:|handle|username|user|name|at|be|called|it's|its|now|add|am|under)\b:? ?(?:(?:is|as|now|my|it's|its) )*(?<handle>[\p{L}\d][\p{L}\d_.-]{2,})(?=$|[\s,!?])(?! (?:is|on|profile|account|link|page))/iu.exec(
      text.replace(NETWORK, " "),
    )?.groups?.["handle"];
  const known = (resume.basics?.profiles ?? []).find(
    (one) => one.network?.toLowerCase() === network,
  );
  if (
    !handle ||
    (known?.username === handle && !address) ||
    /^(?:it|on|me|to|the|my|is|add|link|profile|account|page|address)$/iu.test(handle)
  )
    return [];
  return [`my ${network} is ${handle.replace(/[.,]+$/u, "")}`];
}

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:phone|mobile|telephone|cell|tel|number)\b/iu, "phone number"],
  [/\b(?:e-?mails?|mail)\b(?! address book)/iu, "e-mail address"],
  [/\b(?:photo|picture|portrait|image|face|headshot|pic)\b/iu, "photo"],
  [/\b(?:website|web ?site|homepage|url|web address)\b/iu, "website"],
  [
    /\b(?:where i live|location|city|town|home address|postal address|street|address|place|postcode)\b/iu,
    "location",
  ],
  [/\b(?:headline|tagline|title under|job title|line under my name|subtitle)\b/iu, "headline"],
  [/\b(?:summary|about(?: me| text)?|intro(?:duction)?|blurb|bio)\b/iu, "summary"],
];

function fieldRemove({ text, context: { resume } }: Asked): readonly string[] {
  const kept =
    /\b(?:but |just |only )?(?:keep|leave|except|only show|just show|contact me|reach me|can reach|instead|is enough)\b/iu.exec(
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
  const all = [...fields, ...networks, ...named];
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
