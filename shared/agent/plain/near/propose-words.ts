import { entriesOf } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Resume } from "../../../resume.ts";
import { lineIn } from "./mentions.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { presentJob } from "./propose-entries.ts";
import { folded, isSlipOf, stem, textWords } from "./text-words.ts";
import { quotedIn, trimmedValue, valuesIn, withoutOld } from "./values.ts";

/** All texts of a site that somebody wrote: the summary, lines and descriptions. */
export function textsOf(resume: Resume): readonly string[] {
  const lists = [
    "work",
    "volunteer",
    "projects",
    "education",
    "awards",
    "publications",
    "references",
  ] as const;
  const entries = lists.flatMap((list) => entriesOf(resume, list));
  const own = entries.flatMap((entry) => [
    ...["summary", "description", "reference"].flatMap((key) =>
      typeof entry[key] === "string" ? [String(entry[key])] : [],
    ),
    ...((entry["highlights"] as readonly string[] | undefined) ?? []),
  ]);
  return [resume.basics?.summary ?? "", resume.basics?.label ?? "", ...own].filter(Boolean);
}

const stands = (words: string, resume: Resume): boolean => {
  const wanted = ` ${textWords(words)
    .map(({ word }) => word)
    .join(" ")} `;
  return (
    wanted.trim() !== "" &&
    textsOf(resume).some((text) =>
      ` ${textWords(text)
        .map(({ word }) => word)
        .join(" ")} `.includes(wanted),
    )
  );
};

/** The words as the site writes them, where they stand there. */
function asWritten(words: string, resume: Resume): string | null {
  const bare = folded(words);
  for (const text of textsOf(resume)) {
    const at = folded(text).indexOf(bare);
    if (at >= 0 && folded(text).length === text.length) return text.slice(at, at + words.length);
  }
  return stands(words, resume) ? words : null;
}

const ARTICLES =
  /^(?:the|an?|word|words|number|it's|its|it|says|that|where it says|typo:?|from|change|replace|swap) /iu;
const bareWords = (said: string): string => {
  let value = trimmedValue(said);
  for (let before = ""; before !== value;) {
    before = value;
    value = value.replace(ARTICLES, "");
  }
  return value;
};

const PAIRS: readonly RegExp[] = [
  /^(?<old>.+?)\s*(?:->|→|=>)\s*(?<fresh>.+)$/u,
  /\b(?:change|replace|swap|correct|turn|fix)\b (?<old>.+?) (?:to|with|by|into|for|->) (?<fresh>.+)$/iu,
  /\b(?<old>[^,.;:]+?) (?:should|must|needs to|is supposed to|has to|ought to) (?:be |say |read )(?<fresh>.+)$/iu,
  /\b(?:don't|dont|do not) (?:say|write|use) (?<old>[^,]+), ?(?:but |rather |better )?(?:say|write|use|put) (?<fresh>.+)$/iu,
  /\b(?:where it says|instead of|in place of) (?<old>[^,]+?),? (?:put|say|write|use|should be|i want|it should (?:be|say|read)) (?<fresh>.+)$/iu,
  /\b(?:put|say|write|use|make it) (?<fresh>[^,]+?) (?:instead of|rather than|not|in place of) (?<old>.+)$/iu,
  /\b(?:it's|its|it is|it was|was|is|with|of|make it|actually)\b (?<fresh>[^,]+?)(?: now)?,? (?:not|instead of|rather than) (?<old>.+)$/iu,
  /(?<fresh>\S+),? (?:not|instead of|rather than) (?<old>\S+)/iu,
  /\b(?:the )?(?<old>\S*\d\S*)(?: \p{L}+){0,2} (?:is|are|was|were) (?:actually |now |really |in fact )?(?<fresh>\S*\d\S*)/iu,
  /\bspell(?:ed|t|ing)?\b.*?(?<old>[\p{L}-]{4,}).*?(?:->|not|should be|is|:) ?"?(?<fresh>[\p{L}-]{4,})/iu,
];

/** “It’s 5 engineers now not 4”: the new number with what stands around the old one. */
function wordReplace({ text, context: { resume } }: Asked): readonly string[] {
  const quotes = quotedIn(text);
  const found: string[] = [];
  const offer = (old: string, fresh: string) => {
    const written = asWritten(old, resume);
    const isNew = folded(old) !== folded(fresh) || old !== fresh;
    if (written !== null && fresh !== "" && isNew && fresh.length <= 120)
      found.push(`replace ${inQuotes(written)} with ${inQuotes(fresh)}`);
  };
  if (quotes.length >= 2) {
    const [one, other] = [quotes[0]!, quotes[1]!];
    if (stands(one, resume)) offer(one, other);
    else offer(other, one);
  }
  for (const pair of PAIRS) {
    const { old, fresh } = pair.exec(text)?.groups ?? {};
    if (!old || !fresh) continue;
    const [was, is] = [bareWords(old), bareWords(fresh)];
    offer(was, is);
    // “5 engineers now not 4”, “40% not 35”
    const [one, other] = [/\d[\d.,]*/u.exec(was)?.[0], /\d[\d.,]*/u.exec(is)?.[0]];
    if (one && other) offer(one, other);
    // “It’s experience, not experiance” where the wrong one is left out.
  }
  if (found.length === 0) {
    const words = [
      ...new Set(textsOf(resume).flatMap((one) => textWords(one).map(({ written }) => written))),
    ];
    for (const { word, written } of textWords(text)) {
      const wrong = words.find(
        (one) =>
          folded(one) !== word && isSlipOf(folded(one), word) && stem(folded(one)) !== stem(word),
      );
      if (wrong !== undefined && !words.some((one) => folded(one) === word)) offer(wrong, written);
    }
  }
  return [...new Set(found)];
}

function wordRemove({ text, context: { resume } }: Asked): readonly string[] {
  const said = quotedIn(text);
  const cued =
    /\b(?:the words?|the phrase|the bit|the part|the sentence|the line|words?) (?:that says |saying |about |with |where it says )?(?<words>[\p{L}\d'’ -]{3,60}?)(?: (?:out|from|off|in|of|at|away)\b.*|$)/iu.exec(
      text,
    )?.groups?.["words"] ??
    /\b(?:take out|remove|delete|drop|cut|lose|without|get rid of|leave out|don't say|dont say|stop saying|don't call me) (?:the )?(?<words>[\p{L}\d'’ -]{3,60}?)(?: (?:from|in|out of|off|at|please|everywhere)\b.*|[,.!]|$)/iu.exec(
      text,
    )?.groups?.["words"];
  const all = [...said, ...(cued ? [trimmedValue(cued)] : [])];
  return all.flatMap((words) => {
    const written = asWritten(words, resume);
    return written === null ? [] : [`remove the words ${inQuotes(written)}`];
  });
}

const NTH = "first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th";
const AS_WORD: Readonly<Record<string, string>> = {
  "1st": "first",
  "2nd": "second",
  "3rd": "third",
  "4th": "fourth",
  "5th": "fifth",
};

function jobNamed({ mentions, context: { resume } }: Asked): string | null {
  const job = mentions.find(
    ({ list }) => list === "work" || list === "volunteer" || list === "projects",
  );
  return job ? entryName(job.found) : presentJob(resume);
}

/** The one line that has most of these words, by themselves; `null` where two have as many. */
export function lineAbout(text: string, resume: Resume): string | null {
  const asked = new Set(
    textWords(text)
      .map(({ word }) => stem(word))
      .filter((word) => word.length > 3 && !COMMON.has(word)),
  );
  const lines = (["work", "volunteer", "projects"] as const)
    .flatMap((list) => entriesOf(resume, list))
    .flatMap((entry) => (entry["highlights"] as readonly string[] | undefined) ?? []);
  const scored = lines
    .map((line) => ({
      line,
      score: textWords(line).filter(({ word }) => asked.has(stem(word))).length,
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const [one, other] = scored;
  return one && (!other || one.score > other.score) ? one.line : null;
}
const COMMON = new Set(
  "bullet bulet point line remove delete take about with from that this first second third last please dont want need thing about under where there their which made make need really"
    .split(" ")
    .map(stem),
);

function lineRemove(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const job = jobNamed(asked);
  const whole = lineIn(text, context.resume);
  if (whole) return [`remove ${inQuotes(whole.line)}`];
  const nth = new RegExp(`\\b(${NTH})\\b`, "iu").exec(text)?.[1]?.toLowerCase();
  if (nth !== undefined && job !== null)
    return [`delete the ${AS_WORD[nth] ?? nth} line at ${inQuotes(job)}`];
  const line = lineAbout(
    asked.mentions.reduce(
      (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
      text,
    ),
    context.resume,
  );
  return line === null ? [] : [`remove ${inQuotes(line)}`];
}

function lineAdd(asked: Asked): readonly string[] {
  const { text } = asked;
  const job = jobNamed(asked);
  if (job === null) return [];
  const told = /[:–-]\s+(?<told>[^:]{8,300})$/u.exec(text)?.groups?.["told"];
  const that =
    /\b(?:that|add|mention|put|saying|say) (?:in )?(?:that )?(?:i |we )?(?<told>[\p{L}\d][^:]{8,200}?)(?: (?:to|at|under|in|for|on) (?:the |my )?[^,]{2,50})?$/iu.exec(
      text,
    )?.groups?.["told"];
  const line =
    quotedIn(text).at(-1) ?? (told && trimmedValue(told)) ?? (that && trimmedValue(that));
  if (!line) return [];
  return [`add to ${inQuotes(job)}: ${inQuotes(line[0]!.toUpperCase() + line.slice(1))}`];
}

/** What is asked of words and lines that stand in the texts. */
export const WORD_PROPOSALS: Proposals = {
  "word-replace": wordReplace,
  "word-remove": wordRemove,
  "line-remove": lineRemove,
  "line-add": lineAdd,
  "summary-set": ({ text }) => {
    const said = quotedIn(text).at(-1) ?? /:\s+(.{12,500})$/u.exec(text)?.[1];
    return said ? [`my summary is ${inQuotes(said)}`] : [];
  },
};

/** The value of something that a text gives anew, for who needs one only. */
export const firstValue = (text: string): string | null =>
  valuesIn(withoutOld(text).text)[0] ?? null;
