import type { ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf, type Entry } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Evident } from "./proposal.ts";
import { listedEntry } from "./listed-entry.ts";
import { inQuotes, type Asked } from "./proposal.ts";
import { PAGE_THING } from "./propose-adds.ts";
import { placesOf, writtenAt, type SiteText } from "./site-texts.ts";
import { nameOf } from "./targets.ts";
import { folded, stem, textWords } from "./text-words.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const likely = (likelihood: number, requests: readonly (string | null)[]): readonly Evident[] =>
  requests.flatMap((request) => (request === null ? [] : [{ request, likelihood }]));

/** “Correct ‘Leeds Beckett’ to ‘Leeds Trinity’”: both are quoted, and the first stands on the site. */
function quotedSwap({ text, mentions }: Asked, texts: readonly SiteText[]): readonly Evident[] {
  const [old, fresh, more] = quotedIn(text);
  if (!old || !fresh || more !== undefined) return [];
  const isAsked =
    /\b(?:correct|change|replace|rename|swap|turn|amend|update|edit|fix)\b[^"]*"[^"]+"[^"]*\b(?:to|into|with|by|for|as)\b[^"]*"/iu.test(
      text,
    );
  if (!isAsked) return [];
  const at = text.indexOf(`"${old}"`);
  const isEverywhere = /\b(?:everywhere|anywhere|throughout|all over)\b/iu.test(text);
  if (isEverywhere) return likely(0.9, [`replace ${inQuotes(old)} with ${inQuotes(fresh)}`]);
  const one = mentions.find(({ start, end }) => start > at && end <= at + 1 + old.length);
  if (one && folded(one.name).includes(folded(old))) {
    const start = folded(one.name).indexOf(folded(old));
    const within = one.name.slice(0, start) + fresh + one.name.slice(start + old.length);
    const rest = textWords(one.name).filter(({ word }) => !folded(old).includes(word));
    // “Leeds Trinity University” has the rest of the name in it.
    const isWhole = rest.every(({ word }) => folded(fresh).includes(word));
    const rename = (name: string) => `rename ${inQuotes(one.name)} to ${inQuotes(name)}`;
    return isWhole
      ? likely(0.9, [rename(fresh)])
      : [...likely(0.85, [rename(within)]), ...likely(0.8, [rename(fresh)])];
  }
  const [place] = placesOf(old, texts);
  return place
    ? likely(0.85, [`replace ${inQuotes(writtenAt(place))} with ${inQuotes(fresh)}`])
    : [];
}

/** The list that a plural calls. */
const PLURALS: readonly (readonly [RegExp, ResumeList])[] = [
  [/^(?:jobs|roles|positions)$/iu, "work"],
  [/^(?:degrees|schools|universities|studies)$/iu, "education"],
  [/^projects$/iu, "projects"],
  [/^(?:references|quotes|recommendations|testimonials)$/iu, "references"],
  [/^(?:awards|prizes)$/iu, "awards"],
  [/^(?:certificates|certifications|certs)$/iu, "certificates"],
  [/^(?:publications|articles|papers)$/iu, "publications"],
  [/^(?:languages)$/iu, "languages"],
  [/^(?:interests|hobbies)$/iu, "interests"],
];

const namesIn = (list: ResumeList, { context: { resume } }: Asked): readonly string[] => {
  const words = ENTRIES.find((one) => one.list === list)!;
  return entriesOf(resume, list).map((entry, at) => entryName({ words, at, entry }));
};

/** “Swap the two projects round”, “the references the other way round”, where there are two. */
function twoSwapped(asked: Asked): readonly Evident[] {
  const found =
    /^(?:please )?(?:swap|switch|exchange|reverse|turn|flip)(?: round| around)? (?:the |my |both )*(?:order of )?(?:the |my |both )*(?:two |2 )?(?:of the )?(?<what>\p{L}+)(?: (?:a?round|over|about|please|pls))*[.!]?$/iu.exec(
      asked.text,
    ) ??
    /\b(?:the |my |both )?(?:two |2 )?(?<what>\p{L}+) (?:should (?:go|be) |in )?(?:the )?other way (?:a?round|about)\b/iu.exec(
      asked.text,
    );
  const what = found?.groups?.["what"] ?? "";
  const list = PLURALS.find(([words]) => words.test(what))?.[1];
  const names = list ? namesIn(list, asked) : [];
  return names.length === 2
    ? likely(0.85, [`swap ${inQuotes(names[0]!)} and ${inQuotes(names[1]!)}`])
    : [];
}

const REMOVE = "(?:remove|delete|drop|take (?:out|off|away)|cut|lose|get rid of|hide|scrap)";
const LAST_ONE = new RegExp(
  `^(?:please |can you |could you )?${REMOVE} (?:the |my )(?:very )?last (?<what>job|role|position|degree|school|university)\\b(?! (?:title|section|line|bullet|point|date|description)s?\\b)`,
  "iu",
);

/** “Remove the last job”: the one that stands last, or the newest. */
function lastOne(asked: Asked): readonly Evident[] {
  const what = LAST_ONE.exec(asked.text)?.groups?.["what"];
  if (what === undefined) return [];
  const isWork = /^(?:job|role|position)$/iu.test(what);
  const list = isWork ? "work" : "education";
  const names = namesIn(list, asked);
  const began = entriesOf(asked.context.resume, list).map((one) => String(one["startDate"] ?? ""));
  const newest = names[began.indexOf(began.toSorted().at(-1) ?? "")];
  const last = names.at(-1);
  const remove = (name: string | undefined) =>
    name === undefined || names.length < 2
      ? null
      : `remove ${isWork ? "the job " : ""}${inQuotes(name)}`;
  // What was long ago is no newest one.
  const isOld = /\b(?:old|long ago|ago|back then|first)\b/iu.test(asked.text);
  return [
    ...likely(0.6, [remove(last)]),
    ...(newest === last || isOld ? [] : likely(0.5, [remove(newest)])),
  ];
}

interface Giver {
  readonly name: string;
  readonly request: (fresh: string) => string;
}

/** All firms, schools and the like of the site, and those that gave or published what is on it. */
function givers({ context: { resume } }: Asked): readonly Giver[] {
  const places = ENTRIES.filter(({ list }) => /^(?:work|education|volunteer)$/u.test(list)).flatMap(
    ({ list, keys }) => entriesOf(resume, list).flatMap((entry) => textOf(entry, keys[0]!)),
  );
  const given = ENTRIES.filter(({ list }) =>
    /^(?:awards|certificates|publications)$/u.test(list),
  ).flatMap(({ list, keys }) =>
    entriesOf(resume, list).flatMap((entry) =>
      ["awarder", "issuer", "publisher"].flatMap((key) =>
        textOf(entry, key).map((name) => ({
          name,
          request: (fresh: string) => `${inQuotes(String(entry[keys[0]!]))} is from ${fresh}`,
        })),
      ),
    ),
  );
  return [
    ...places.map((name) => ({
      name,
      request: (fresh: string) => `rename ${inQuotes(name)} to ${inQuotes(fresh)}`,
    })),
    ...given,
  ];
}

const textOf = (entry: Entry, key: string): readonly string[] =>
  typeof entry[key] === "string" && entry[key] !== "" ? [entry[key]] : [];

/** “The guild is called …”, “Council should be …”: of the one name that has this word in it. */
function otherName(asked: Asked): readonly Evident[] {
  const found =
    /^(?:the |my )?(?<word>\p{L}{4,})(?: is (?:now |really |actually |officially )*(?:called|named)|'?s (?:full |real |right |official |proper )*name is| should be(?: called)?| was called|: call it) (?:the )?(?<fresh>\p{Lu}.{3,80})$/iu.exec(
      asked.text,
    )?.groups;
  if (!found) return [];
  const fresh = trimmedValue(found["fresh"]!).replace(/,? (?:full|whole|official) name$/iu, "");
  if (!/^\p{Lu}/u.test(fresh) || /["']/u.test(fresh)) return [];
  const has = (name: string, word: string) =>
    textWords(name).some((one) => stem(one.word) === stem(word));
  const word = folded(found["word"]!);
  // A new name that has the word in it too is surely one.
  const isCalled = /\b(?:called|named|name is|call it)\b/iu.test(asked.text);
  if (!(isCalled || has(fresh, word)) || folded(fresh) === word) return [];
  const scored = givers(asked)
    .filter(({ name }) => has(name, word) && folded(name) !== folded(fresh))
    .map((one) => ({
      one,
      points: textWords(fresh).filter(({ word: w }) => has(one.name, w)).length,
    }))
    .toSorted((a, b) => b.points - a.points);
  const [best, next] = scored;
  return best && (!next || best.points > next.points)
    ? likely(0.85, [best.one.request(fresh)])
    : [];
}

/** “It’s A not B, and the subject C”, of a school. */
function nameAndSubject({ text, mentions }: Asked): readonly Evident[] {
  const school = mentions.find(({ list }) => list === "education");
  const found =
    /^(?:it's|its|it is|it was) (?:the )?(?<fresh>\p{Lu}[^,"]+?),? (?:not|instead of) [^,]+,? and (?:the |my )?(?<what>subject|degree) (?:is |was |should be )?(?<value>\p{Lu}[\p{L} &'-]+)[.!]?$/iu.exec(
      text,
    )?.groups;
  if (!school || !found) return [];
  const fresh = inQuotes(found["fresh"]!);
  const name = inQuotes(nameOf(school));
  return likely(0.85, [
    `the ${found["what"]!.toLowerCase()} at ${name} is ${inQuotes(found["value"]!)}; rename ${name} to ${fresh}`,
  ]);
}

const ITEM = "\\p{L}[\\p{L}\\d+#'-]*(?: [\\p{L}\\d+#'-]+){0,2}";
const ITEMS = new RegExp(
  `^(?:please |pls |also )?(?:put in|add in|add|include|chuck in|stick in) (?<items>${ITEM}(?:, ${ITEM})*,? and ${ITEM})(?: too| as well| please| pls)?[.!]?$`,
  "iu",
);
/** Words of a sentence, and of a wish for the page. */
const NO_ITEM =
  /\b(?:my|the|an?|some|more|less|new|it|to|in|for|of me|bold|dark|light|bigger|smaller)\b/iu;

/** “Put in group work and report writing”: several things, and nothing says that they are no skills. */
function skillsTold({ text, mentions }: Asked): readonly Evident[] {
  const items = ITEMS.exec(text)?.groups?.["items"];
  if (!items || NO_ITEM.test(items) || mentions.some(({ isWhole }) => isWhole)) return [];
  const all = items.split(/,? and |, /u);
  if (all.some((one) => PAGE_THING.test(one))) return [];
  const names = all.map((one) => inQuotes(one[0]!.toUpperCase() + one.slice(1)));
  return likely(0.6, [`add ${names.join(", ")} to my skills`]);
}

/** What a request means of entries by the way it is built, whatever its words make likely. */
export const evidentOfEntries = (asked: Asked, texts: readonly SiteText[]): readonly Evident[] => [
  ...likely(0.9, [listedEntry(asked.text)]),
  ...quotedSwap(asked, texts),
  ...twoSwapped(asked),
  ...lastOne(asked),
  ...otherName(asked),
  ...nameAndSubject(asked),
  ...skillsTold(asked),
];
