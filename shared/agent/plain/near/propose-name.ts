import { isPersonName } from "../plain-values.ts";
import { inQuotes, type Asked } from "./proposal.ts";
import { folded, isSlipOf, textWords } from "./text-words.ts";
import { quotedIn } from "./values.ts";

/** “R. L. Winter”, “Dipl.-Ing. Georg Weiss”, “Ricardo Alves da Silva”. */
const TITLE = String.raw`(?:Prof|Dr|Mr|Mrs|Ms|Dipl\.-Ing|Ing|St|Rev)\.`;
const PART = String.raw`(?:${TITLE}|\p{Lu}\.(?!\p{Ll})|\p{Lu}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*(?=[\s,.!?)"]|$))`;
const RUN = new RegExp(
  `(?<![\\p{L}\\d"'])${PART}(?: (?:${PART}|de|van|von|der|da|del|la|le|bin|al|dos|di))*`,
  "gu",
);
/** Words that begin a sentence with a capital, and no name. */
const NO_NAME =
  /^(?:i|i'm|i've|i'd|i'll|im|my|me|please|pls|change|can|could|would|it's|its|it|spell|call|name|names|full|first|last|surname|the|correct|hi|hello|add|everyone|everybody|nobody|only|just|use|put|since|people|don't|dont|not|no|sorry|actually|that's|thats|this|that|you|we|they|in|on|at|as|and|but|greek|english|cv|recruiters|and|rename|make|set|say|says|let|mrs?\.|is|was|now|new|wrong|with|for|to|do|what|why|how|where|so|ok|okay|thanks|thank|there|here|all)$/iu;

function runsIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(RUN)].flatMap((found) => {
    const words = found[0].split(" ");
    let skipped = 0;
    // “Since June I’m Ines Brandt”: the name is what comes last.
    const before = words.findLastIndex((word) => NO_NAME.test(word));
    for (const word of words.splice(0, before + 1)) skipped += word.length + 1;
    while (words.length > 0 && /^\p{Ll}/u.test(words.at(-1)!)) words.pop();
    // The end of the sentence is no initial.
    const name = words.join(" ").replace(/(?<=\p{L}{3})\.$/u, "");
    return name === "" || NO_NAME.test(name) ? [] : [{ name, at: found.index + skipped }];
  });
}

/** “Inês” for “Ines”, “Achterbergh” for “Achterberg”: the part of the name that is written so. */
function partSpelled(name: string, parts: readonly string[]): number {
  if (name.includes(" ")) return -1;
  const same = parts.findIndex((part) => folded(part) === folded(name) && part !== name);
  const isNear = (part: string) =>
    part !== name &&
    (isSlipOf(folded(part), folded(name)) || folded(name).startsWith(`${folded(part)}-`));
  return same >= 0 ? same : parts.findIndex(isNear);
}

const OLD =
  /\b(?:not|instead of|rather than|isn't|don't use|dont use|no longer)\s+(?:just |only )?["']?$/iu;
const CALLED =
  /\b(?:name(?:'s| is| should be| to| =| ->|:)?|called|call me|i'm|i am|im|it's|its|spelled|spelt|as|by|use|just|change (?:it )?to|should (?:be|say)|reads?|be|to|now|correct is)[:,]?\s+["']?$/iu;
const LAST = /\b(?:surname|last name|family name|married name|maiden name)\b/iu;
const FIRST = /\b(?:first name|forename|given name|christian name)\b/iu;
/** Letters behind a name: “MBCS”, “PhD”. */
const LETTERS =
  /\b(?:add|put|write|with) (?:the )?(?:letters |title )?["']?(?<letters>\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.]*)["']? (?:after|behind|at the end of|to|next to) my (?:full |last )?name\b/iu;

/** A name as it is written: with capitals, or what is said to be it; a part of the present one put right. */
export function nameSet({ text, context: { resume } }: Asked): readonly string[] {
  const now = resume.basics?.name ?? "";
  const parts = now.split(" ");
  const runs = runsIn(now === "" ? text : text.replaceAll(now, (same) => same.toLowerCase()));
  const letters = LETTERS.exec(text)?.groups?.["letters"];
  const isNamed = runs.some(({ name }) => name.includes(" "));
  if (letters !== undefined && now !== "" && !isNamed)
    return [`my name is ${inQuotes(`${now} ${letters}`)}`];
  const fresh = runs.filter(({ at }) => !OLD.test(text.slice(0, at)));
  const said = fresh.filter(
    ({ name, at }) =>
      name.includes(" ") || partSpelled(name, parts) >= 0 || CALLED.test(text.slice(0, at)),
  );
  const ranked = said.toSorted(
    (a, b) => Number(b.name.includes(" ")) - Number(a.name.includes(" ")),
  );
  const quoted = quotedIn(text).filter((one) => /^\p{L}/u.test(one));
  // “I’m Lead Data Engineer now” is about the work.
  const posts = [resume.basics?.label, ...(resume.work ?? []).map(({ position }) => position)];
  const ofWork = new Set(posts.flatMap((post) => textWords(post ?? "").map(({ word }) => word)));
  const names = [...quoted, ...ranked.map(({ name }) => name)].filter(
    (one) =>
      one !== now && isPersonName(one) && !textWords(one).some(({ word }) => ofWork.has(word)),
  );
  return [...new Set(names)].slice(0, 2).flatMap((name) => requestFor(name, text, parts));
}

function requestFor(name: string, text: string, parts: readonly string[]): readonly string[] {
  const isWhole = / \p{Lu}/u.test(name);
  const at = partSpelled(name, parts);
  if (isWhole || parts.length < 2) return [`my name is ${inQuotes(name)}`];
  if (at >= 0) return [`my name is ${inQuotes(parts.with(at, name).join(" "))}`];
  if (LAST.test(text)) return [`my last name is ${inQuotes(name)}`];
  if (FIRST.test(text)) return [`my first name is ${inQuotes(name)}`];
  if (/\b(?:just|only|simply) (?:my )?(?:first name|\p{Lu})/u.test(text))
    return [`my name is ${inQuotes(name)}`];
  if (parts.includes(name)) return [];
  // “My name is Ros, everybody calls me that”: the first of two.
  return [`my name is ${inQuotes([name, ...parts.slice(1)].join(" "))}`];
}
