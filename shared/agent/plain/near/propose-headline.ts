import { inQuotes, type Asked } from "./proposal.ts";
import { addedToSummary } from "./propose-summary.ts";
import { quotedIn, trimmedValue, valuesIn, withoutOld } from "./values.ts";

const FIELD =
  "(?:professional )?(?:headline|hedline|tag ?line|strap ?line|title(?: line)?|slogan|subtitle|(?:short )?line|job title|role)";
const UNDER = "(?:right |directly )?(?:under|below|beneath|underneath|next to) (?:my |the )?name";

const CUES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:put|write|say|have it say|use|show|describe me as|call me)(?: just| only)? (?<value>[^,.]+(?:, \\p{Lu}[^,.]*)?),? (?:in the line )?(?:${UNDER}|as (?:my |the |a )?${FIELD}|for (?:my |the )?${FIELD})\\b`,
    "iu",
  ),
  new RegExp(
    `\\b(?:${UNDER})(?: it should say| please write| write| put| goes| should be| it says)?:? (?<value>\\p{Lu}.+)$`,
    "iu",
  ),
  new RegExp(
    `\\b(?:as|for|use|let|have|make|give me)(?: my| the| a)? ${FIELD}(?: i want to use| be| is| use| to be| please be| say| read)?[:,]? (?<value>.+)$`,
    "iu",
  ),
  new RegExp(
    `\\b(?:could|can|let|should) my ${FIELD} (?:please )?(?:be|say|read) (?<value>.+)$`,
    "iu",
  ),
  /\b(?:just write|just put|make (?:it|that)|put instead|rather)\b:? (?<value>.+)$/iu,
  /\bput (?<value>.+?) where it says\b/iu,
  /\bbut (?<value>\p{Lu}.+)$/u,
  /\bi prefer (?<value>.+?) to\b/iu,
  new RegExp(`\\b${FIELD},? (?<value>\\p{Lu}[\\p{L} &/,-]{4,})$`, "u"),
  /\b(?:i'm|i am|i want|it's) (?:an? |now )?(?<value>[\p{L} &/-]{4,60}?)(?:, (?:put|change|please|so)\b.*)?$/iu,
  /(?:^|, )(?<value>\p{Lu}[\p{L} &/-]{4,60}?) is (?:right|correct|better)\b/u,
];

/** A headline without the words around it; with a capital. */
function tidied(value: string): string {
  const bare = trimmedValue(
    value
      .replace(
        /,? (?:please|thanks|thank you|pls|nothing more|put that|put it|change the).*$/iu,
        "",
      )
      .replace(new RegExp(`,? (?:right |in the line )?${UNDER}.*$| in the line$| right$`, "iu"), "")
      .replace(
        /^(?:(?:now|should say|so it reads|be|say|as|just|only) (?=\S))+|^(?:an?|the) (?=\p{Ll})/iu,
        "",
      ),
  );
  return bare === "" ? "" : bare[0]!.toUpperCase() + bare.slice(1);
}

/** “Change Head to Lead” of “Head Pastry Chef”; “I’m Lead now, not Senior”. */
function swapped(text: string, now: string): readonly string[] {
  const pair =
    /\b(?:change|replace|swap|turn)\b ["']?(?<old>[\p{L} ]+?)["']? (?:to|with|by|into|for) ["']?(?<fresh>\p{L}+)["']?/iu.exec(
      text,
    )?.groups;
  const { old: notOld } = withoutOld(text);
  const value = valuesIn(text)[0];
  const old = pair?.["old"] ?? (value && /^\p{L}+$/u.test(value) ? notOld : null);
  const fresh = pair?.["fresh"] ?? value;
  const words = now.split(" ");
  const at = old ? words.findIndex((word) => word.toLowerCase() === old.toLowerCase()) : -1;
  return at >= 0 && fresh
    ? [words.with(at, fresh[0]!.toUpperCase() + fresh.slice(1)).join(" ")]
    : [];
}

/** The headline where a word of it is said to be another: “change Head to Lead”, “Lead now, not Senior”. */
export function headlineSwapped({ text, context }: Asked): string | null {
  const now = context.resume.basics?.label ?? "";
  const [, ...rest] = now.split(" ");
  const { old } = withoutOld(text);
  const isOld = old !== null && now.toLowerCase().startsWith(`${old.toLowerCase()} `);
  const whole = valuesIn(text).find(
    (one) => isOld && rest.length > 0 && one.endsWith(` ${rest.join(" ")}`) && /^\p{Lu}/u.test(one),
  );
  const headline = whole ?? swapped(text, now)[0];
  return headline === undefined || headline === now ? null : `my headline is ${inQuotes(headline)}`;
}

/** The line under the name, where its words are given; or something said with it. */
export function headlineSet(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const now = context.resume.basics?.label ?? "";
  const quotes = quotedIn(text).filter((one) => one.toLowerCase() !== now.toLowerCase());
  const fresh = now === "" ? text : text.replace(now, "what stands there");
  const cued = CUES.flatMap((cue) => cue.exec(fresh)?.groups?.["value"] ?? []);
  const values = [...cued, ...valuesIn(fresh)]
    .map(tidied)
    .filter(
      (one) =>
        !/what stands there|\b(?:outdated|too|name|headline|my)\b|^(?:that|this|it)$/iu.test(one),
    );
  const all = [
    ...swapped(text, now),
    ...(quotes.length > 0
      ? quotes.slice(-1).map((one) => one[0]!.toUpperCase() + one.slice(1))
      : values),
  ];
  const set = [...new Set(all)]
    .filter((one) => one !== "" && one.length <= 80 && one.toLowerCase() !== now.toLowerCase())
    .slice(0, 2)
    .map((one) => `my headline is ${inQuotes(one)}`);
  const added = addedToSummary(asked);
  const isAdded =
    added !== null && /\b(?:add|append|also|after|to (?:my|the) (?:headline|title))\b/iu.test(text);
  return isAdded ? [`add ${inQuotes(added.replace(/\.$/u, ""))} to my headline`, ...set] : set;
}
