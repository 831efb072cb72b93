import { colourNamed } from "./colours-said.ts";
import type { Evident } from "./proposal.ts";
import type { Asked } from "./proposal.ts";
import { dislikesMet } from "./dislikes-said.ts";
import { touchesSaid } from "./touches-said.ts";

const HEADINGS = /\b(?:headings?|section titles|headers?|titles)\b/iu;

/** “Headings in dark red”: the accent is what headings can have, and it is made that colour. */
function headingsIn(asked: Asked): readonly string[] {
  if (!HEADINGS.test(asked.text)) return [];
  return colourNamed(asked)
    .filter((one) => one.startsWith("make it "))
    .slice(0, 1)
    .map((one) => `${one}; headings in the accent colour`);
}

const JOBS = /\b(?:jobs?|work|experience|employment|positions?|career)\b/iu;
const SCHOOLS = /\b(?:education|school|schools|studies|degrees?|universit\w+)\b/iu;

/** “Only the year, not the months”. */
function yearsOnly({ text }: Asked): readonly string[] {
  const isYears =
    /\b(?:only|just|simply)\b.*\byears?\b|\byears?\b.*\b(?:only|is enough|are enough|will do|suffices?)\b/iu.test(
      text,
    );
  const isNoMonths =
    /\b(?:no|not|without|skip|drop|lose|hide|remove|leave out|don'?t (?:need|want|show)|get rid of|take out|rid of) (?:the |all |any |all the )?months?\b|\bmonths? (?:aren'?t|are not|not) (?:needed|necessary|important)\b/iu.test(
      text,
    );
  if (!isNoMonths && !(isYears && /\b(?:dates?|months?)\b/iu.test(text))) return [];
  if (/\b(?:experience of|years of|years'? experience|\d)\b/iu.test(text)) return [];
  const where = JOBS.test(text) ? "work" : SCHOOLS.test(text) ? "education" : null;
  return [where === null ? "only show the years" : `only years in the ${where} dates`];
}

/** “Show skills as bars”. */
const skillBars = ({ text }: Asked): readonly string[] =>
  /\bskills?\b/iu.test(text) &&
  /\b(?:as|in|with|into|like) (?:\p{L}+ ){0,2}(?:bars?|tags?|chips?|columns?|lists?)\b/iu.test(
    text,
  ) &&
  !/\b(?:not|no|instead of|rather than|without|stop)\b/iu.test(text)
    ? [
        `show my skills as ${/\b(bars|tags|columns|list)/iu.exec(text)?.[1]?.toLowerCase() ?? "bars"}`,
      ]
    : [];

/** What of the look is said so plainly that it is offered whatever the words are like. */
export function evidentOfLook(asked: Asked): readonly Evident[] {
  const headings = headingsIn(asked);
  const touches = headings.length > 0 ? headings : touchesSaid(asked);
  return [
    // Months that aren’t wanted are never dates that aren’t: no guess stands beside it.
    ...yearsOnly(asked).map((request) => ({ request, likelihood: 0.98 })),
    ...(asked.mentions.length > 0 ? [] : dislikesMet(asked.text)).map((request, at) => ({
      request,
      likelihood: 0.8 - at / 100,
    })),
    ...[...touches, ...skillBars(asked)].map((request) => ({ request, likelihood: 0.7 })),
  ];
}
