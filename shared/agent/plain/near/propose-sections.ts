import type { ResumeList } from "../../../resume.ts";
import { entriesOf } from "../entry-words.ts";
import { SECTION_NAMES } from "../section-moves.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { sectionsSaid, type SaidSection } from "./sections-said.ts";
import { quotedIn, trimmedValue, valuesIn } from "./values.ts";

const said = ({ text, context }: Asked): readonly SaidSection[] =>
  sectionsSaid(text, context.theme);
const nameOf = ({ id }: Pick<SaidSection, "id">): string => SECTION_NAMES[id].toLowerCase();

const AFTER = /\b(?:after|below|under|underneath|beneath|behind|follow\w*|lower)\b/giu;
const BEFORE = /\b(?:before|above|over|ahead|higher|first|precedes?|on top|then)\b|>/giu;

/** Where one section is said to stand beside another; what should be counts, not what is. */
function besideOther(text: string, one: SaidSection, other: SaidSection): readonly string[] {
  const name = nameOf(one);
  const wanted =
    /\b(?:should|must|needs? to|has to|ought to) (?:be|come|go|stand)\b(?<where>.*)$/iu.exec(
      text.slice(other.end),
    )?.groups?.["where"];
  const between = wanted ?? text.slice(one.end, other.start);
  const isAfter = new RegExp(AFTER, "iu").test(between);
  const isBefore = new RegExp(BEFORE, "iu").test(between);
  if (isAfter || isBefore) return [`${name} ${isAfter ? "after" : "before"} ${nameOf(other)}`];
  if (/^\s*(?:\p{L}+ ){0,3}(?:right |directly |straight )?(?:above|before)\b/iu.test(text)) {
    return [`${nameOf(other)} before ${name}`];
  }
  const isLast = /\b(?:last|bottom|end)\b/iu.test(text);
  if (/\b(?:first|top|start)\b/iu.test(text)) {
    return isLast ? [`${name} first; ${nameOf(other)} last`] : [`${name} first`];
  }
  if (isLast) return [`${nameOf(other)} last; ${name} last`, `${name} last`];
  if (/\bdown\b/iu.test(between)) return [`move ${name} down`];
  return [`${name} before ${nameOf(other)}`];
}

const PLACES = ["second", "third", "fourth", "fifth"];

/** “The second thing on the page”: behind the first of the others. */
function atPlace({ text, context: { theme } }: Asked, { id }: SaidSection): readonly string[] {
  const place = PLACES.findIndex((word) => new RegExp(`\\b${word}\\b`, "iu").test(text));
  const others = theme.sections.filter((one) => one.visible && one.id !== id && one.id !== "about");
  const before = others[place];
  return place < 0 || !before ? [] : [`${nameOf({ id })} after ${nameOf(before)}`];
}

/** Sections named, and where they are to stand. */
function sectionMove(asked: Asked): readonly string[] {
  const { text } = asked;
  const [one, other] = said(asked);
  if (!one) return [];
  const name = nameOf(one);
  if (other && !/\b(?:and|&|,)\s+(?:the |my )?$/iu.test(text.slice(one.end, other.start)))
    return besideOther(text, one, other);
  // “Why is it so far down?” is asked by who wants it up.
  if (
    /\b(?:so|too|that|this|far) (?:far )?(?:down|low)\b|\bburied\b|\bfar down\b/iu.test(text) &&
    !/\b(?:move|put|further) (?:\p{L}+ ){0,3}(?:further|far) down\b|\bfurther down\b/iu.test(text)
  )
    return [`move ${name} up`, `${name} first`];
  if (/\b(?:last|bottom|end|lowest|very end|finish|foot|close|closes)\b/iu.test(text))
    return [`${name} last`];
  if (
    /\b(?:down|downwards|lower|later|high|higher up|less important)\b/iu.test(text) &&
    !/\bhigher\b/iu.test(text)
  )
    return [`move ${name} down`, `${name} last`];
  const placed = atPlace(asked, one);
  if (placed.length > 0) return placed;
  if (/\b(?:first|top|start|beginning|front|begin|straight away|lead|main thing)\b/iu.test(text))
    return [`${name} first`];
  if (/\b(?:up|upwards?|higher|earlier|sooner|more important|matters?)\b/iu.test(text))
    return [`move ${name} up`, `${name} first`];
  return [`${name} first`];
}

const TITLE_CUES: readonly RegExp[] = [
  /\binstead of [^,]+?,? (?:i want |it should |please )?(?:say|put|write|use|call it) (.+)$/iu,
  /\b(?:said|say|see|have) (.+?) (?:instead of|rather than|than) /iu,
  /^(?:please )?(.+?) (?:instead of|rather than|is better than|sounds better than) /iu,
  /^(?:please )?(?:put|write) (.+?) (?:over|above|as (?:the )?(?:heading|title)) /iu,
  /\b(?:i want it to say|want it to be|make it|name it|call it|so it reads|so that it reads)\b:? (?!like)(.+)$/iu,
  /=\s*(.+)$/u,
  /\b(?:over|above) (?:my |the )?\p{L}+,? (?:please )?(?:put|write|it should say) (.+)$/iu,
  /\b(?:in|into|as|heading|title)\b (\p{Lu}[\p{L}&' -]{2,50})$/u,
];
const NO_TITLE =
  /^(?:that|this|it|like that|better|different|wrong|something|too|not|have|become|called|an? )/iu;

/** A heading, without the words around it: “heading is wrong, should be Academic Background”. */
const bareTitle = (value: string): string =>
  trimmedValue(
    value
      .replace(/^(?:please )?(?:the )?(?:heading|title|section)\b[ :]*/iu, "")
      .replace(/^(?:become|called|named|to|have|as|just|be|say) (?=\S)/iu, "")
      .replace(/ (?:section|heading)$/iu, "")
      .replace(/[,.] (?:i'm|i am|i was|it|name it|call it|put that)\b.*$/iu, ""),
  );

function sectionRename(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const isSection = (words: string) =>
    sectionsSaid(text, context.theme).some(({ start, end }) => text.slice(start, end) === words);
  const quotes = quotedIn(text);
  const quoted = quotes.filter((one, at) => at > 0 || quotes.length > 1 || !isSection(one)).at(-1);
  const cued = [...TITLE_CUES.map((cue) => cue.exec(text)?.[1] ?? ""), ...valuesIn(text)];
  const titles = [quoted ?? "", ...(quoted === undefined ? cued.map(bareTitle) : [])].filter(
    (one) => one !== "" && one.length <= 60 && one.split(" ").length <= 7 && !NO_TITLE.test(one),
  );
  return titles
    .flatMap((title) => {
      const at = text.lastIndexOf(title);
      // What the new title says is no section that is spoken of.
      const around =
        at < 0
          ? text
          : text.slice(0, at) + ".".repeat(title.length) + text.slice(at + title.length);
      const section = sectionsSaid(around, context.theme)[0];
      return section ? [`rename ${nameOf(section)} to ${inQuotes(title)}`] : [];
    })
    .slice(0, 1);
}

const DATED: readonly (readonly [ResumeList, string])[] = [
  ["work", "work"],
  ["education", "education"],
  ["volunteer", "volunteering"],
  ["projects", "projects"],
  ["awards", "awards"],
  ["certificates", "certificates"],
  ["publications", "publications"],
];
const STUDIES = /\b(?:graduat\w*|stud(?:y|ies|ied)|schools?|universit\w+|uni|college)\b/iu;
const POSTS = /\b(?:jobs?|employ\w*|career|work(?:ed)?|gaps?)\b/iu;

/** Of one entry, of sections, or of everything that has dates. */
function datesHide(asked: Asked): readonly string[] {
  const { text, mentions, context } = asked;
  const named = mentions.filter(({ strength }) => strength !== 0.6);
  const own = named.map(({ name }) => `remove the dates from ${inQuotes(name)}`);
  const sections = said(asked).map(({ id }) => id as string);
  const isAll = /\b(?:all|any|every\w*|throughout)\b/iu.test(text);
  const lists = DATED.filter(([list]) =>
    sections.length > 0
      ? sections.includes(list)
      : named.length > 0
        ? named.some((one) => one.list === list)
        : (list === "education" && STUDIES.test(text)) || (list === "work" && POSTS.test(text)),
  );
  const isDated = (list: ResumeList) =>
    entriesOf(context.resume, list).some((entry) =>
      ["startDate", "endDate", "date", "releaseDate"].some((key) => entry[key]),
    );
  const hide = (some: typeof DATED) =>
    some
      .filter(([list]) => isDated(list))
      .map(([, name]) => `hide the ${name} dates`)
      .join("; ");
  const everything = hide(DATED);
  const some = hide(lists);
  return [
    ...(sections.length === 0 && own.length > 0 ? [own.join("; ")] : []),
    ...(some !== "" ? [some] : []),
    ...(some === "" || isAll ? [everything] : []),
  ].filter(Boolean);
}

const KEPT =
  /\b(?:but )?(?:keep|leave(?! (?:out|off|away))|except|not the|only show\w*|just show\w*)\b/iu;

/** What is asked of whole sections. */
export const SECTION_PROPOSALS: Proposals = {
  "section-hide": (asked) => {
    const all = said(asked);
    const kept = KEPT.exec(asked.text)?.index ?? Infinity;
    const gone = all.filter(({ start }) => start < kept);
    const hidden = gone.length > 0 ? gone : all;
    return hidden.length > 0 ? [hidden.map((one) => `hide ${nameOf(one)}`).join("; ")] : [];
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
  "dates-hide": datesHide,
};
