import { inQuotes, type Asked } from "./proposal.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const ADDED: readonly RegExp[] = [
  /\b(?:say|mention|add|write|state|put|include|note)(?: in (?:the|my) \p{L}+)?(?: at the top| on top)? that (?<told>i.+)$/iu,
  /\b(?:say|add|mention|write|put):? (?<told>(?:i'm|i am|currently|available|open to|looking for|seeking|based in).+)$/iu,
  /^(?<told>(?:i'm|i am|available|open to|looking for|seeking) .+?)[,.;]? (?:and )?(?:please )?(?:to )?(?:put|write|say|add|mention|show) (?:this|that|it)\b/iu,
];
const WHERE =
  /,? (?:somewhere )?(?:near|at|on|to|in|under) (?:the )?(?:very )?(?:top|start|beginning|summary|headline|about\b.*|intro\w*|my name|page|site)(?: of .*)?$/iu;

/** A sentence about oneself as a summary has it: “Available from March.” */
function sentence(told: string): string {
  const bare = trimmedValue(told.replace(/[,;]? (?:please|thanks).*$/iu, ""))
    .replace(WHERE, "")
    .replace(/^(?:i'm|i am) (?:currently |now )?(?=available|open|looking|seeking|free)/iu, "")
    .replace(/[.\s]+$/u, "");
  return bare === "" ? "" : `${bare[0]!.toUpperCase()}${bare.slice(1)}.`;
}

/** What is to be said in addition to the summary: “Say I’m available from September”. */
export function addedToSummary({ text }: Asked): string | null {
  const quoted = /\b(?:add|put|mention|write|say|include)\b/iu.test(text)
    ? quotedIn(text).at(-1)
    : undefined;
  const told = quoted ?? ADDED.map((cue) => cue.exec(text)?.groups?.["told"]).find(Boolean);
  const said = told === undefined ? "" : sentence(told);
  return said.length < 8 || said.length > 300 ? null : said;
}

const WHOLE: readonly RegExp[] = [
  /:\s+["“]?(?<told>.{12,500})$/u,
  /\b(?:summary|intro(?:duction)?|bio|profile|about(?: me| section| text| bit)?)\b(?: text| section| bit)? (?:should|must|to|is to|could|can|shall) (?:just |now |simply |only )?(?:be|say|read|state) (?:that )?(?<told>.{8,500})$/iu,
  /\b(?:summary|bio|about me|intro) (?:please|pls)[,:] (?<told>.{12,500})$/iu,
  /\b(?:short bio|summary|about me) please, (?<told>.{12,500})$/iu,
];

/** The whole text, where its words are given; else what is added to it. */
export function summarySet(asked: Asked): readonly string[] {
  const { text } = asked;
  const added = addedToSummary(asked);
  const isAdded =
    /\b(?:add|also|at the end|as well|append)\b/iu.test(text) || /\btop\b/iu.test(text);
  const whole =
    quotedIn(text).at(-1) ?? WHOLE.map((cue) => cue.exec(text)?.groups?.["told"]).find(Boolean);
  const set = whole ? [`my summary is ${inQuotes(whole.replace(/["”]$/u, "").trim())}`] : [];
  const add = added ? [`add ${inQuotes(added)} to my summary`] : [];
  return isAdded || set.length === 0 ? [...add, ...set] : [...set, ...add];
}
