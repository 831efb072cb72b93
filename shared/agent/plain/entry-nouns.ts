import type { ResumeList } from "../../resume.ts";
import { ENTRIES } from "./entry-words.ts";

const NOUNS: readonly (readonly [ResumeList, RegExp, RegExp])[] = ENTRIES.map(({ list, nouns }) => {
  const many = nouns
    .split("|")
    .toSorted((a, b) => b.length - a.length)
    .join("|");
  const noun = `(?:${many})(?: entry| item)?`;
  return [
    list,
    new RegExp(`^(?<rest>.{2,80}?)'?s? ${noun}$`, "iu"),
    new RegExp(
      `^${noun}(?: at| with| for| from| by| of| in| called| named|:)*(?: the| my)? (?<rest>.{2,80})$`,
      "iu",
    ),
  ];
});

/** What is left of the words, and the list that their noun says: “triage skill”, “job at Acme”. */
export const nounsInPhrase = (
  words: string,
): readonly { readonly list: ResumeList; readonly rest: string }[] =>
  NOUNS.flatMap(([list, behind, before]) => {
    const rest = (behind.exec(words) ?? before.exec(words))?.groups?.["rest"];
    return rest === undefined ? [] : [{ list, rest }];
  });
