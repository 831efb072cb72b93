/** Words that ask for something to be added, or say that it is missing, and tell nothing of it. */
const ASKING = new Set(
  (
    "a an the my our this that it its i im i'm ive i've i'd id we you me he she is are was were am be been being isn't isnt not no yet have has had " +
    "do did got get also too then now currently just please pls plz thanks thank can could would will should kind so as-well well and or oh ok hi hey " +
    "add added adding ad put putting stick include list mention enter insert write missing forgot forgotten left out dropped one more new another " +
    "first second current previous old last job jobs position positions role post entry experience work working worked history employer employers " +
    "employment time contract cv site section in under among into on there here belongs belong to since before after because dont don't gap fill " +
    "started start starting began begin joined join hired part full years year months month weeks week two three six summer winter every " +
    "sorry again like want from of called named side place needs need adding addd done passed completed hold mention there's"
  ).split(" "),
);
/** Words that part what somebody was from where. */
const JOINT = /^(?:at|for|with|by|as)$/iu;

const isAsking = (word: string | undefined): boolean =>
  word !== undefined && (ASKING.has(word.toLowerCase()) || /^\d{1,2}$/u.test(word));

/**
 * A clause without the words around it that ask for it.
 * @param more other words that tell nothing, as the kind of thing that is to be added
 */
export function told(clause: string, more?: RegExp): string {
  const words = clause.split(/\s+/u).filter(Boolean);
  while (
    words.length > 0 &&
    (isAsking(words[0]) || more?.test(words[0]!)) &&
    !/^(?:as)$/iu.test(words[0]!)
  )
    words.shift();
  while (
    words.length > 0 &&
    ((isAsking(words.at(-1)) && /^[\p{Ll}\d]/u.test(words.at(-1)!)) ||
      JOINT.test(words.at(-1)!) ||
      more?.test(words.at(-1)!))
  )
    words.pop();
  return words.join(" ").replace(/[\s,:;]+$/u, "");
}

/** A text in clauses, each without the words that ask; none that says nothing more. */
export const clausesTold = (text: string, more?: RegExp): readonly string[] =>
  text
    .split(/\s*[,;!?()"]+\s*|\.\s+|\.$|\s[–-]\s|\b:\s+|\b(?:so|and) (?=(?:please|add|put)\b)/u)
    .map((clause) => told(clause.trim(), more))
    .filter((clause) => clause !== "");
