import type { Resume, ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf } from "../entry-words.ts";
import { findEntries } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { isShortOf } from "./short-forms.ts";
import { folded, stem, textWords } from "./text-words.ts";

/** What “my job” weighs where there is one: any job that is named weighs more. */
export const BY_NOUN = 0.3;

const NTH =
  "first|second|third|fourth|fifth|last|top|bottom|newest|latest|most recent|oldest|earliest|current|present|only|old|previous";
const NOUNS: Readonly<Record<string, ResumeList>> = {
  job: "work",
  role: "work",
  position: "work",
  employer: "work",
  internship: "work",
  apprenticeship: "work",
  degree: "education",
  masters: "education",
  "master's": "education",
  bachelors: "education",
  "bachelor's": "education",
  phd: "education",
  school: "education",
  university: "education",
  uni: "education",
  project: "projects",
  award: "awards",
  certificate: "certificates",
  cert: "certificates",
  publication: "publications",
  reference: "references",
  "volunteer role": "volunteer",
};
const BY_KIND = new RegExp(
  `(?<!\\b(?:new|another|an?|any|more) ?)\\b(?:my|the|that|this)? ?(?:(?<nth>${NTH}) )?(?<noun>${Object.keys(
    NOUNS,
  )
    .toSorted((a, b) => b.length - a.length)
    .join("|")})\\b(?! (?:title|section|history|description|market|advert|ad|application|hunt))`,
  "giu",
);

/** Kinds that only say of which a word beside them is. */
const SMALL_NOUNS: Readonly<Record<string, ResumeList>> = {
  certification: "certificates",
  skill: "skills",
  language: "languages",
  hobby: "interests",
  interest: "interests",
};

const PARTLY =
  /\b(?:the|my|that) (?<word>\p{L}{3,}) (?<noun>job|role|position|post|internship|degree|project|award|certificate|cert|certification|reference|school|university|skill|language|hobby|interest)\b/giu;

/** “The assistant job”: the one entry of its kind with this word in a name of it, be it a word of many names. */
function byPart(text: string, resume: Resume): readonly Mention[] {
  return [...text.matchAll(PARTLY)].flatMap((match) => {
    const { word, noun } = match.groups as { word: string; noun: string };
    const list = NOUNS[noun.toLowerCase()] ?? SMALL_NOUNS[noun.toLowerCase()] ?? "work";
    const words = ENTRIES.find((one) => one.list === list)!;
    const hits = entriesOf(resume, list).flatMap((entry, at) => {
      const name = words.keys
        .map((key) => String(entry[key] ?? ""))
        .find((one) => textWords(one).some((of) => stem(of.word) === stem(folded(word))));
      return name === undefined ? [] : [{ found: { words, at, entry }, name }];
    });
    const start = match.index + match[0].indexOf(word);
    return hits.length === 1
      ? [{ list, ...hits[0]!, start, end: start + word.length, isWhole: false, strength: 0.8 }]
      : [];
  });
}

const mentionAt = (
  { index, 0: said }: RegExpMatchArray,
  list: ResumeList,
  at: number,
  resume: Resume,
): Mention => {
  const words = ENTRIES.find((one) => one.list === list)!;
  const entry = entriesOf(resume, list)[at]!;
  const name = String(words.keys.map((key) => entry[key]).find(Boolean) ?? "");
  const start = index!;
  return {
    list,
    found: { words, at, entry },
    name,
    start,
    end: start + said.length,
    isWhole: false,
    strength: 0.7,
  };
};

/** “UCC”, “HDip”: the one entry with a name that begins so, word for word. */
function byShortForm(text: string, resume: Resume): readonly Mention[] {
  const forms = [
    ...text.matchAll(
      /(?<![\p{L}\d])\p{Lu}[\p{L}.]*\p{Lu}\p{L}*(?![\p{L}\d])|(?<=\b(?:the|my|at|from|in) )\p{Ll}{3,5}(?![\p{L}\d])/gu,
    ),
  ];
  return forms.flatMap((form) => {
    const hits = ENTRIES.flatMap(({ list, keys }) =>
      entriesOf(resume, list).flatMap((entry, at) =>
        keys.some((key) => isShortOf(form[0], String(entry[key] ?? ""))) ? [{ list, at }] : [],
      ),
    );
    return hits.length === 1 ? [mentionAt(form, hits[0]!.list, hits[0]!.at, resume)] : [];
  });
}

/** What a degree is called in general, and how it is written on a site. */
const DEGREES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:higher )?(?:diploma|h\.?dip)\b/giu, /\b(?:diploma|h\.?dip)\b/iu],
  [/\bbachelor(?:'?s)?(?! of)\b/giu, /\bbachelor|\bB\.?(?:Sc|A|Eng|Ed|BA|Com|Tech|Mus)\b/u],
  [/\bmaster(?:'?s)?(?! of)\b/giu, /\b[Mm]aster|\bM\.?(?:Sc|A|Eng|Ed|BA|Phil|Res)\b/u],
  [/\b(?:phd|doctorate)\b/giu, /\bph\.? ?d|\bdoctor/iu],
  [
    /\b(?:leaving cert(?:ificate)?|a[- ]levels?|gcses?|abitur|matura)\b/giu,
    /\b(?:leaving cert|a[- ]levels?|gcse|abitur|matura)/iu,
  ],
];

/** “The diploma”, where one was got. */
function byDegree(text: string, resume: Resume): readonly Mention[] {
  return DEGREES.flatMap(([said, written]) => {
    const hits = entriesOf(resume, "education").flatMap((entry, at) =>
      written.test(String(entry["studyType"] ?? "")) ? [at] : [],
    );
    const [at] = hits;
    return at === undefined || hits.length > 1
      ? []
      : [...text.matchAll(said)].map((one) => ({
          ...mentionAt(one, "education", at, resume),
          strength: BY_NOUN,
        }));
  });
}

/** “My current job”, “the second project”, “my degree” where there is one, “the assistant job”. */
export function byKind(text: string, resume: Resume): readonly Mention[] {
  const nouns = [...text.matchAll(BY_KIND)].flatMap((match) => {
    const noun = match.groups!["noun"]!.toLowerCase();
    const nth = match.groups!["nth"]?.toLowerCase();
    const list = NOUNS[noun]!;
    const all = entriesOf(resume, list);
    const called = nth === undefined ? noun : `${nth} ${noun === "uni" ? "university" : noun}`;
    const hits = findEntries(resume, called, list);
    const going = all.filter((entry) => entry["startDate"] && !entry["endDate"]);
    const only = all.length === 1 ? all : nth === "current" && going.length === 1 ? going : [];
    const entry = hits.length === 1 ? hits[0]!.entry : only[0];
    const words = ENTRIES.find((one) => one.list === list)!;
    if (!entry) return [];
    const found = { words, at: all.indexOf(entry), entry };
    const name = String(words.keys.map((key) => entry[key]).find(Boolean) ?? "");
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return name === ""
      ? []
      : [
          {
            list,
            found,
            name,
            start,
            end: match.index + match[0].length,
            isWhole: false,
            strength: nth === undefined ? BY_NOUN : 0.8,
          },
        ];
  });
  return [
    ...byPart(text, resume),
    ...byShortForm(text, resume),
    ...byDegree(text, resume),
    ...nouns,
  ];
}
