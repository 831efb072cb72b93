import { SECTION_NAMES } from "../section-moves.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { sectionsSaid, type SaidSection } from "./sections-said.ts";
import { quotedIn, trimmedValue, valuesIn } from "./values.ts";

const said = ({ text, context }: Asked): readonly SaidSection[] =>
  sectionsSaid(text, context.theme);
const nameOf = ({ id }: SaidSection): string => SECTION_NAMES[id].toLowerCase();

/** Sections named, and those of entries that are spoken of where none is: “dont want the pottery thing”. */
function sectionMove(asked: Asked): readonly string[] {
  const { text } = asked;
  const [one, other] = said(asked);
  if (!one) return [];
  const name = nameOf(one);
  if (other) {
    const between = text.slice(one.end, other.start);
    const isAfter = /\b(?:after|below|under|underneath|beneath|behind|follow\w*|lower)\b/iu.test(
      between,
    );
    const isBefore = /\b(?:before|above|over|ahead|higher|first|precede|on top|then)\b|>/iu.test(
      between,
    );
    if (isAfter || isBefore) return [`${name} ${isAfter ? "after" : "before"} ${nameOf(other)}`];
    if (
      /^\s*(?:(?:i'd like|i want|please|put|can) )?(?:right |directly |straight )?(?:above|before)\b/iu.test(
        text,
      )
    )
      return [`${nameOf(other)} before ${name}`];
    if (/\b(?:first|top|start)\b/iu.test(text)) {
      return /\b(?:last|bottom|end)\b/iu.test(text)
        ? [`${name} first; ${nameOf(other)} last`]
        : [`${name} first`];
    }
    if (/\b(?:last|bottom|end)\b/iu.test(text))
      return [`${nameOf(other)} last; ${name} last`, `${name} last`];
    return [`${name} before ${nameOf(other)}`];
  }
  if (/\b(?:last|bottom|end|lowest|very end|finish|foot)\b/iu.test(text)) return [`${name} last`];
  if (/\b(?:down|lower|later|too high|so high|less important)\b/iu.test(text))
    return [`move ${name} down`, `${name} last`];
  if (/\b(?:first|top|start|beginning|front|begin|straight away|lead|main thing)\b/iu.test(text))
    return [`${name} first`];
  if (
    /\b(?:up|higher|earlier|sooner|too low|so low|far down|more important|matters?)\b/iu.test(text)
  )
    return [`move ${name} up`, `${name} first`];
  return [`${name} first`];
}

function sectionRename(asked: Asked): readonly string[] {
  const all = said(asked);
  const { text } = asked;
  const quotes = quotedIn(text);
  const title = quotes.at(-1);
  const fresh = [
    ...(title === undefined ? [] : [title]),
    ...valuesIn(text).map((value) =>
      trimmedValue(
        value
          .replace(/^(?:the )?(?:heading|title|section)\b[ :]*/iu, "")
          .replace(/ (?:section|heading)$/iu, ""),
      ),
    ),
    ...[/\binstead of [^,]+? (?:say|put|write|use|call it) (.+)$/iu.exec(text)?.[1] ?? ""].map(
      trimmedValue,
    ),
    ...[
      /^(.+?) (?:instead of|rather than|is better than|sounds better than) /iu.exec(text)?.[1] ??
        "",
    ].map(trimmedValue),
  ].filter((one) => one !== "" && one.length <= 60);
  return all.flatMap((one) =>
    fresh
      .filter((value) => value.toLowerCase() !== text.slice(one.start, one.end).toLowerCase())
      .map((value) => `rename ${nameOf(one)} to ${inQuotes(value)}`),
  );
}

/** What is asked of whole sections. */
export const SECTION_PROPOSALS: Proposals = {
  "section-hide": (asked) => {
    const all = said(asked);
    const kept = /\b(?:but )?(?:keep|leave|except|not the)\b/iu.exec(asked.text)?.index ?? Infinity;
    const gone = all.filter(({ start }) => kept === 0 || start < kept);
    return gone.length > 0 ? [gone.map((one) => `hide ${nameOf(one)}`).join("; ")] : [];
  },
  "section-show": (asked) => {
    const all = said(asked);
    if (all.length > 0) return [all.map((one) => `show ${nameOf(one)}`).join("; ")];
    return /\b(?:all|everything|every)\b/iu.test(asked.text) ? ["show all sections"] : [];
  },
  "section-move": sectionMove,
  "section-swap": (asked) => {
    const [one, other] = said(asked);
    return one && other ? [`swap ${nameOf(one)} and ${nameOf(other)}`] : [];
  },
  "section-rename": sectionRename,
  "section-only": (asked) => {
    const all = said(asked);
    return all.length > 0 ? [`show only ${all.map(nameOf).join(" and ")}`] : [];
  },
  "dates-hide": (asked) => {
    const sections = said(asked).filter(({ id }) =>
      /^(?:work|education|volunteer|projects|awards|certificates|publications)$/u.test(id),
    );
    const lists =
      sections.length > 0 ? sections.map(nameOf) : asked.mentions.map(({ list }) => list as string);
    const named = asked.mentions.map(({ name }) => `remove the dates from ${inQuotes(name)}`);
    return [
      ...(sections.length === 0 && named.length > 0 ? [named.join("; ")] : []),
      ...[...new Set(lists)].map(
        (list) => `hide the ${list === "experience" ? "work" : list} dates`,
      ),
    ];
  },
};
