import { SECTION_NAMES } from "../section-moves.ts";
import { countryCode } from "../place-part-kinds.ts";
import type { Evident } from "./proposal.ts";
import { inQuotes, type Asked } from "./proposal.ts";
import { sectionsSaid } from "./sections-said.ts";
import { textWords } from "./text-words.ts";

const capital = (words: string): string =>
  words
    .split(" ")
    .map((word) =>
      /^(?:of|the|am|upon|on|de|la)$/u.test(word) ? word : word[0]!.toUpperCase() + word.slice(1),
    )
    .join(" ");

/** “vancouver canada”: a town and its country are two parts. */
function townAndCountry(said: string): string {
  const bare = said.replace(/[.!]+$/u, "").trim();
  if (bare.includes(","))
    return bare
      .split(/\s*,\s*/u)
      .map(capital)
      .join(", ");
  const words = bare.split(" ");
  const long = [3, 2, 1].find(
    (count) => words.length > count && countryCode(words.slice(-count).join(" ")) !== null,
  );
  return long === undefined
    ? capital(bare)
    : `${capital(words.slice(0, -long).join(" "))}, ${capital(words.slice(-long).join(" "))}`;
}

/** “I’m not in Ireland any more, vancouver canada”. */
function movedAway({ text }: Asked): readonly string[] {
  const place =
    /^(?:i'm|im|i am|we are|we're|i)(?: (?:not|no longer|don't|dont|left|have left))+ (?:in |living in |live in |based in )?[^,;.]+?(?: any ?more| any longer)?\s*[,;.:-]\s*(?:but |now |it's |its |i'm |im |i am |i |live |living |based |am |moved to |in |to )*(?<place>\p{L}[\p{L}'-]+(?:,? \p{L}[\p{L}'-]+){0,3})(?: now)?[.!]?$/iu.exec(
      text,
    )?.groups?.["place"];
  const isPlace =
    /\b(?:any ?more|any longer|no longer|left)\b/iu.test(text) &&
    place !== undefined &&
    // A place that is told in small letters is known by its country.
    (/^\p{Lu}/u.test(place) || townAndCountry(place).includes(", ")) &&
    !/\b(?:i|the|my|it|please|remove|change|delete|now|that|job|work)\b/iu.test(place);
  return isPlace ? [`I live in ${townAndCountry(place)}`] : [];
}

const UNWANTED =
  /\b(?:how come|why|nobody|no ?one|don'?t|not needed|no need|unnecessary|remove|delete|take|drop|lose|without|get rid|leave|wrong|never|just|only|silly|odd|weird)\b/iu;

/** “How come it says Connacht, nobody writes that”: the region alone, and that it isn’t wanted. */
function regionGone({ text, mentions, context: { resume } }: Asked): readonly string[] {
  const { region } = resume.basics?.location ?? {};
  const { label, summary } = resume.basics ?? {};
  const at = region ? text.toLowerCase().indexOf(region.toLowerCase()) : -1;
  if (!region || at < 0 || mentions.length > 0 || !UNWANTED.test(text)) return [];
  const isElsewhere = [label, summary].some((one) => one?.includes(region));
  const isChanged =
    /\b(?:should|instead|change|replace|moved?|live|called|not \p{Lu}|say \p{Lu})\b/u.test(text);
  return isElsewhere || isChanged ? [] : ["remove my region"];
}

/** “School first job last”: one section for each place. */
function firstAndLast({ text, context }: Asked): readonly string[] {
  const found =
    /^(?:i want |put |the |my |please )*(?<first>[\p{L} ]{3,25}?) (?:goes |comes |come |should be |at the )?(?:first|top|on top)[,;]?(?: and| then| but)? (?:the |my )?(?<last>[\p{L} ]{3,25}?) (?:goes |comes |come |should be |at the )?(?:last|bottom|end)$/iu.exec(
      text,
    )?.groups;
  if (!found) return [];
  const [first, last] = [found["first"]!, found["last"]!].map(
    (one) => sectionsSaid(/^schools?$/iu.test(one) ? "education" : one, context.theme)[0],
  );
  if (!first || !last || first.id === last.id) return [];
  const name = (id: keyof typeof SECTION_NAMES) => SECTION_NAMES[id].toLowerCase();
  return [`${name(first.id)} first; ${name(last.id)} last`];
}

/** “Put Young Surveyor of the Year right under my name”: something of the site, beside the headline. */
function underName({ text, mentions }: Asked): readonly string[] {
  const isUnder =
    /^(?:put|show|add|mention|have|write|list|place|i want)\b.*\b(?:under|below|beneath|underneath|next to|beside|after) (?:my |the )?name\b/iu.test(
      text,
    );
  const [one, ...more] = mentions.filter(({ isWhole }) => isWhole);
  const isTitle = one && /^(?:awards|certificates|skills|education|interests)$/u.test(one.list);
  return isUnder && isTitle && more.length === 0
    ? [`add ${inQuotes(one.name)} to my headline`]
    : [];
}

/** “Put Tom’s quote at the top of the page”: what somebody said stands among the references. */
function quoteOnTop({ text, mentions, context: { resume } }: Asked): readonly string[] {
  const isTop =
    /\b(?:top|start|beginning|head) of (?:the |my )?(?:page|site|website|cv|whole thing|everything)\b|\bat the (?:very )?(?:top|start)\b|\bright up (?:top|front)\b/iu.test(
      text,
    );
  const isQuote =
    /\b(?:quotes?|references?|testimonials?|recommendations?|words|what \p{L}+ (?:said|says|wrote))\b/iu.test(
      text,
    );
  const isMove = /^(?:put|move|show|have|bring|i want|i'd like|can|could)\b/iu.test(text);
  if (!isTop || !isQuote || !isMove || mentions.some(({ list }) => list !== "references"))
    return [];
  const said = new Set(textWords(text).map(({ word }) => word.replace(/s$/u, "")));
  const [one, ...more] = (resume.references ?? []).flatMap(({ name }) =>
    name && textWords(name).some(({ word }) => said.has(word.replace(/s$/u, ""))) ? [name] : [],
  );
  const whose = one !== undefined && more.length === 0;
  return [...(whose ? [`put ${inQuotes(one)} first; references first`] : []), "references first"];
}

/** What of place, headline and order is said so plainly that it is offered whatever the words are like. */
export const evidentOfFields = (asked: Asked): readonly Evident[] => [
  // Two places for two sections: one move alone is half of it.
  ...firstAndLast(asked).map((request) => ({ request, likelihood: 0.97 })),
  ...[...movedAway(asked), ...regionGone(asked), ...underName(asked), ...quoteOnTop(asked)].map(
    (request) => ({ request, likelihood: 0.75 }),
  ),
];
