import { isColourName } from "../colour-kinds.ts";
import { PALETTES } from "../../../portfolio/palettes.ts";
import type { Asked } from "./proposal.ts";
import { textWords } from "./text-words.ts";

const PALETTE_NAMES = PALETTES.map(({ name }) => name.toLowerCase());
const isColour = (words: string): boolean => isColourName(words) || PALETTE_NAMES.includes(words);

interface SaidColour {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const DARKER = /^(?:dark|darker|deep|deeper)$/u;
const LIGHTER = /^(?:light|lighter|pale|paler|pastel)$/u;

/** “Purplish”, “bluish” and “reddish” are the colours themselves. */
function undiluted(word: string): string {
  const bare = /^(\p{L}{3,})ish$/u.exec(word)?.[1];
  if (bare === undefined) return word;
  return [bare, `${bare}e`, bare.slice(0, -1)].find(isColour) ?? word;
}

/** Colours in the order of the text: the longest name that is known, with “darker” before it. */
function coloursSaid(text: string): readonly SaidColour[] {
  const words = textWords(text);
  const found: SaidColour[] = [];
  for (let at = 0; at < words.length;) {
    let long = 0;
    for (let count = 3; count > 0 && long === 0; count -= 1) {
      const run = words.slice(at, at + count);
      const name = run
        .map(({ word }) => undiluted(word).replace(DARKER, "dark").replace(LIGHTER, "light"))
        .join(" ");
      if (run.length !== count || !isColour(name)) continue;
      found.push({ name, start: run[0]!.start, end: run.at(-1)!.end });
      long = count;
    }
    at += Math.max(1, long);
  }
  return found;
}

const UNWANTED_BEFORE =
  /\b(?:not|no|no more|instead of|rather than|than|from|away from|hate|dislike|can't stand|cant stand|tired of|sick of|fed up with|bored of|don't like|dont like|don't want|replace|swap|change|lose|without|enough)(?: the| this| that| so| so much| any| all| of)*\s+$/iu;
const UNWANTED_BEHIND =
  /^(?:[^,.!?]{0,12}\s)?(?:(?:is|are|looks?|was|feels?) (?:so |too |really |just |a bit |quite |very )*(?:horrible|awful|ugly|hideous|terrible|horrid|bad|wrong|boring|dull|gross|impossible|hard|not|much|dark|bright|loud|cold|pale|depressing)|has to go|must go|can go|doesn't|doesnt|hurts|isn't|isnt|makes me|please no)\b/iu;

const isUnwanted = (text: string, { start, end }: SaidColour): boolean =>
  UNWANTED_BEFORE.test(text.slice(0, start)) || UNWANTED_BEHIND.test(text.slice(end).trimStart());

/** “That’s the wrong green, I meant darker.” */
function shaded(text: string, name: string): string {
  const base = name.replace(/^(?:dark|light) /u, "");
  const shade = /\b(?:darker|deeper)\b/iu.test(text)
    ? "dark"
    : /\b(?:lighter|paler)\b/iu.test(text)
      ? "light"
      : null;
  return shade !== null && isColour(`${shade} ${base}`) ? `${shade} ${base}` : name;
}

/** Papers and greys, which stand behind another colour where one is named with them. */
const PLAIN = /^(?:white|black|grey|gray|beige|cream|ivory|off white)$/u;

/**
 * The colours that are wanted, those disliked left out; other colours where only these are said. “Black with
 * orange” is the page’s mode and the colour on it.
 */
export function colourNamed({ text }: Asked): readonly string[] {
  const code = /#[0-9a-f]{3,8}\b|\b(?=[0-9a-f]*\d)[0-9a-f]{6}\b/iu.exec(text)?.[0];
  if (code) return [`use #${code.replace("#", "").toLowerCase()}`];
  const all = coloursSaid(text);
  // “That’s the wrong green, I meant darker” wants a green still.
  const isShade = /\b(?:darker|lighter|deeper|paler)\b/iu.test(text);
  const wanted = isShade && all.length === 1 ? all : all.filter((one) => !isUnwanted(text, one));
  if (wanted.length === 0) {
    const isWhite = /\bwhite\b/iu.test(text);
    return all.length > 0 ? ["other colours"] : isWhite ? ["light mode"] : [];
  }
  const names = [...new Set(wanted.map(({ name }) => shaded(text, name)))];
  const strong = names.filter((name) => !PLAIN.test(name));
  const picked = (strong.length > 0 ? strong : names).slice(0, 2);
  const isWithBlack = strong.length > 0 && names.includes("black");
  const isWithWhite =
    strong.length > 0 &&
    !names.includes("black and white") &&
    /(?<!not )(?<!no )(?<!than )\bwhite\b/iu.test(text.replace(/off-? ?white/giu, ""));
  const mode = isWithBlack ? "dark mode; " : isWithWhite ? "light mode; " : "";
  return picked.flatMap((name) =>
    mode === "" ? [`make it ${name}`] : [`${mode}make it ${name}`, `make it ${name}`],
  );
}
