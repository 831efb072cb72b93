import type { ResumeList } from "../../../resume.ts";
import { entriesOf } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { byName, nameOf, surest, targets } from "./targets.ts";
import { folded, stem, textWords } from "./text-words.ts";
import { freshOf, properIn, textAbout, valuesAbout } from "./values-about.ts";
import { addressIn, quotedIn, trimmedValue, withoutOld } from "./values.ts";

/** What stands behind a firm’s name with no comma. */
const LEGAL_FORM = /^(?:ltd|limited|plc|inc|llc|llp|gmbh|ag|kg|se|sa|bv|nv|ab|oy|co|e\.?v)\b\.?/iu;

/** “Add ‘Lyon’ after it”, “add ‘plc’ to the name”: the whole name with it. */
function extendedName({ text }: Asked, name: string): string | null {
  const found =
    /\badd(?:ing)? (?:the )?(?<more>"[^"]+"|\p{Lu}[\p{L}.]*) (?:after|behind|at the end|to (?:it|the name|the end)|(?<front>before|in front))/iu.exec(
      text,
    );
  const more = found?.groups?.["more"]?.replace(/^"|"$/gu, "");
  if (!more) return null;
  if (found?.groups?.["front"]) return `${more} ${name}`;
  return LEGAL_FORM.test(more) || /^\p{Ll}/u.test(more) ? `${name} ${more}` : `${name}, ${more}`;
}

/**
 * The name as the text spells it: where only a part of it is said (“Fennimore and Sons, not &”), that part of
 * the whole name. `null` where it is spelled no other way.
 */
function respelled(text: string, one: Mention): string | null {
  const said = textWords(withoutOld(text).text.slice(one.start, one.end)).map(({ word }) => word);
  const words = textWords(one.name);
  const at = (word: string | undefined) =>
    words.findIndex((each) => word !== undefined && stem(each.word) === stem(word));
  const [from, to] = [at(said[0]), at(said.at(-1))];
  if (from < 0 || to < from) return null;
  const written = text.slice(one.start, one.end);
  const name = one.name.slice(0, words[from]!.start) + written + one.name.slice(words[to]!.end);
  const isOther = folded(name) !== folded(one.name);
  const isAboutSpelling =
    /\b(?:spel\w*|written|write|accent|capitals?|hyphen|lower ?case|upper ?case|letters?|dots?|not)\b/iu.test(
      text,
    );
  return name === one.name || !(isOther || isAboutSpelling) ? null : name;
}

/** A name written small by somebody in a hurry, where the one it takes the place of has a capital. */
const asNamed = (value: string, before: string, isQuoted: boolean): string =>
  !isQuoted && /^\p{Lu}/u.test(before) && /^\p{Ll}[\p{Ll} ]+$/u.test(value)
    ? value[0]!.toUpperCase() + value.slice(1)
    : value;

function entryRename(asked: Asked): readonly string[] {
  const [one] = targets(asked).toSorted(
    (a, b) => b.strength - a.strength || b.end - b.start - (a.end - a.start),
  );
  if (!one) return [];
  const isPosition =
    (one.list === "work" || one.list === "volunteer") && one.found.entry["position"] === one.name;
  const to = (name: string) =>
    isPosition
      ? `my title at ${byName(one)} is ${inQuotes(name)}`
      : `rename ${inQuotes(one.name)} to ${inQuotes(name)}`;
  const extended = extendedName(asked, one.name);
  if (extended !== null) return [to(extended)];
  const quotes = quotedIn(asked.text);
  const values = valuesAbout(asked, one)
    .map((value) => asNamed(value, one.name, quotes.includes(value)))
    .filter((value) => folded(value) !== folded(one.name) && value.split(" ").length <= 10);
  const spelled = respelled(asked.text, one);
  const names = [...values.slice(0, 2), ...(spelled === null ? [] : [spelled])];
  return [...new Set(names)].map(to);
}

/** What somebody is, and no town. */
const ROLE =
  /\b(?:chef|cook|manager|engineer|developer|designer|nurse|assistant|director|officer|consultant|analyst|teacher|lead|head|senior|junior|intern|trainee|owner|founder|partner|specialist|coordinator|administrator|architect|scientist|editor|writer|driver|operator|supervisor|technician|representative|associate|president|apprentice|ltd|inc)\b/iu;

/** Where somebody worked: a name, or from home. */
const isPlace = (value: string): boolean =>
  (/^\p{Lu}/u.test(value) || /^(?:fully )?(?:remote|hybrid|home office|online)\b/iu.test(value)) &&
  value.split(" ").length <= 5 &&
  !/\d/u.test(value) &&
  !ROLE.test(value);

function entryPlace(asked: Asked): readonly string[] {
  const one = surest(asked, ["work", "education", "volunteer"]);
  if (!one) return [];
  const fresh = freshOf(textAbout(asked, one));
  const within =
    /\b(?:in|near|to|at) (?<place>\p{Lu}[\p{L}'-]*(?:(?:,? | upon | am )\p{Lu}[\p{L}'-]*)*)(?=[\s,.!?)]*(?:$|please|pls|so|not|office|branch|as|and|then|now|\uE000))/u.exec(
      fresh,
    )?.groups?.["place"];
  const places = [...(within ? [within] : []), ...valuesAbout(asked, one)]
    .map((value) => value.replace(/ (?:office|branch|campus)\b.*$/u, ""))
    .filter(isPlace)
    .map((value) => value[0]!.toUpperCase() + value.slice(1));
  return [...new Set(places)].slice(0, 2).map((place) => `${nameOf(one)} is in ${place}`);
}

const GIVEN: readonly ResumeList[] = ["awards", "certificates", "publications"];

/** The one award where its giver is spoken of and it isn’t named. */
function onlyGiven({ text, context: { resume } }: Asked): string | null {
  const only = /\b(?:award\w*|jury|prize)\b/iu.test(text)
    ? (resume.awards ?? []).map(({ title }) => title)
    : (resume.certificates ?? []).map(({ name }) => name);
  return only.length === 1 ? (only[0] ?? null) : null;
}

function entryIssuer(asked: Asked): readonly string[] {
  const one = surest(asked, GIVEN);
  const name = one?.name ?? onlyGiven(asked);
  if (name === null) return [];
  const fresh = freshOf(textAbout(asked, one)).replace(/\b[Tt]he (?=\p{Lu})/gu, "the ");
  const giver =
    /(?:^|\bthe |\bthat |\bmy )(?<giver>\p{Lu}[\p{L}\d&'. -]*?) (?:gave|issued|awarded|handed|presented)\b/u.exec(
      fresh,
    )?.groups?.["giver"] ??
    /\b(?:from|by|through|via|with|of|at|set|add|name|mention|it was|is|was) (?:the )?(?<giver>\p{Lu}[\p{L}\d&'.+-]*(?: (?:(?:of|for|the|and|&|de) )*[\p{Lu}\d][\p{L}\d&'.+-]*)*)/u.exec(
      fresh,
    )?.groups?.["giver"];
  // “Culture” of “the Ministry of Culture”.
  const found = giver && trimmedValue(giver);
  const whole = properIn(fresh).find(
    (name) => found && name !== found && name.endsWith(` ${found}`),
  );
  const values = [...(found ? [whole ?? found] : []), ...valuesAbout(asked, one)].filter(
    (value) => /^[\p{Lu}\d]/u.test(value) && value.split(" ").length <= 8,
  );
  return [...new Set(values)].slice(0, 2).map((value) => `${inQuotes(name)} is from ${value}`);
}

function entryMove(asked: Asked): readonly string[] {
  const all = targets(asked);
  const { text } = asked;
  const [one] = all;
  const other = all.find((each) => each !== one && each.list === one?.list);
  if (/\b(?:newest|latest|most recent|chronological\w*)\b/iu.test(text) && !one) {
    const isSchool = /\b(?:education|degrees?|schools?|studies)\b/iu.test(text);
    return [`newest ${isSchool ? "education" : "jobs"} first`];
  }
  if (/\b(?:alphabet\w*|a to z|a-z|by name)\b/iu.test(text)) return ["skills by name"];
  // “Move the court reports line” is about a line.
  const isLine = one && /^["']? (?:line|bullet|point)\b/iu.test(text.slice(one.end));
  if (!one || isLine) return [];
  const same = all.filter(({ list }) => list === one.list);
  if (same.length > 2)
    return [
      same
        .toReversed()
        .map((each) => `put ${byName(each)} first`)
        .join("; "),
    ];
  if (other) return movedBy(asked, one, other);
  return movedTo(asked, one);
}

const NTHS = ["second", "third", "fourth", "fifth"];
const WHERE =
  /\b(?<last>last|bottom|end|lowest)\b|\b(?<down>down|lower)\b|\b(?<first>first|top|front|start|beginning|number one)\b|\b(?<up>up|higher)\b|\b(?<nth>second|third|fourth|fifth)\b/giu;

/** Where one entry is to stand: what is said last of it, “at the bottom? Put it on top”. */
function movedTo({ text, context: { resume } }: Asked, one: Mention): readonly string[] {
  const name = byName(one);
  const there = text.slice(0, one.start) + text.slice(one.end);
  const where = [...withoutOld(there).text.matchAll(WHERE)].map(({ groups }) => groups!);
  // “Up to the top” is the top.
  const to = where.findLast(({ up, down }) => !up && !down) ?? where.at(-1);
  if (to?.["last"]) return [`put ${name} last`];
  if (to?.["down"]) return [`move ${name} down`];
  if (to?.["up"]) return [`move ${name} up`, `put ${name} first`];
  if (to?.["nth"]) {
    const others = entriesOf(resume, one.list)
      .map((entry, at) => ({ words: one.found.words, entry, at }))
      .filter(({ at }) => at !== one.found.at);
    const before = others[NTHS.indexOf(to["nth"].toLowerCase())];
    return before ? [`move ${name} below ${inQuotes(entryName(before))}`] : [];
  }
  return [`put ${name} first`];
}

/** “A before B”, “swap A and B”, “A should come first, not B”. */
function movedBy({ text }: Asked, one: Mention, other: Mention): readonly string[] {
  if (/\b(?:swap|switch|exchange|trade places)\b/iu.test(text))
    return [`swap ${byName(one)} and ${byName(other)}`];
  const between = text.slice(one.end, other.start);
  if (/\b(?:first|top)\b.*\b(?:not|instead of|rather than)\b/iu.test(between))
    return [`put ${byName(one)} first`];
  const isAfter = /\b(?:after|below|under|beneath|behind)\b/iu.test(between);
  const isFront = /^[^a-z]*(?:before|above)\b/iu.test(text);
  const [first, second] = isFront ? [other, one] : [one, other];
  return [`move ${byName(first)} ${isAfter ? "below" : "above"} ${byName(second)}`];
}

const TOLD: readonly ResumeList[] = [
  "projects",
  "work",
  "volunteer",
  "references",
  "awards",
  "publications",
];
/** The words of a description, behind what says that they are to stand there. */
const TEXTS: readonly RegExp[] = [
  /[:=]\s+(?<text>.{8,400})$/u,
  /\b(?:say|says|write|read|put|be|stands?)(?: (?:that|it's|its|it is|as))? (?<text>\p{L}.{8,400}?)(?:[.,]? (?:please )?(?:put|write|use) (?:that|this|it)\b.*)?$/iu,
  /\uE000 (?:is|was) (?<text>(?:about|an?|the) .{6,400}?)(?:[.,]? (?:please )?(?:put|write|use) (?:that|this|it)\b.*)?$/iu,
  /\uE000[^.]*[.] (?<text>[\p{Lu}].{8,400})$/u,
];

function entryText(asked: Asked): readonly string[] {
  const one = surest(asked, TOLD);
  if (!one) return [];
  const about = textAbout(asked, one);
  const quote = quotedIn(about).at(-1);
  const said = quote ?? TEXTS.map((words) => words.exec(about)?.groups?.["text"]).find(Boolean);
  if (!said || /\uE000/u.test(said)) return [];
  const text = quote ?? trimmedText(said);
  const written = text[0]!.toUpperCase() + text.slice(1);
  const name = one.list === "work" ? `the job ${byName(one)}` : byName(one);
  return [`describe ${name} as: ${inQuotes(written)}`];
}

const trimmedText = (said: string): string =>
  said.replace(/,? (?:please|pls|thanks|thank you)[.!]?$/iu, "").trim();

const LINKED: readonly ResumeList[] = [
  "projects",
  "work",
  "volunteer",
  "education",
  "certificates",
  "publications",
];

/** What is asked of entries that are there. */
export const ENTRY_PROPOSALS: Proposals = {
  "entry-rename": entryRename,
  "entry-place": entryPlace,
  "entry-link": (asked) => {
    const one = surest(asked, LINKED) ?? targets(asked)[0];
    const address = addressIn(asked.text);
    return one && address ? [`add a link to ${byName(one)}: ${address}`] : [];
  },
  "entry-issuer": entryIssuer,
  "entry-move": entryMove,
  "entry-text": entryText,
};
