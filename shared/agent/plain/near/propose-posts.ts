import { takeDates, type Dated } from "../dated.ts";
import { clausesTold, told } from "./asking-words.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { properIn } from "./values-about.ts";

const MONTH_ALONE =
  /\b(?:since|from|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|last \p{L}+)(?![\p{L}\d])/giu;

/** What people are, by its last word: “sales rep”, “Warehouse Operative”, “head of growth”. */
const ROLE =
  /(?:\b(?:chef|cook|lead|head|intern|internship|apprentice|apprenticeship|trainee|rep|clerk|nurse|guide|staff|crew|boy|girl|guard|partner|associate|consultant|assistant|accountant|secretary|analyst|postdoc|mechanic|operative|executive|technician|c[eftmo]o|planner|sales|hand|aide|architect|freelance|driver)|\p{L}{2,}(?:er|or|ist|ian|ant|man|woman))(?: of .+)?$/iu;

/** “At the BBC as an engineer”; a name is surer than a word: “for my employment with the NHS”. */
const AT_NAME =
  /^(.*?)\s*\b(?:at|for|with|by)\s+(?:the |my )?(\p{Lu}.*?)(?:,? as (?:an? |the )?(.+))?$/u;
const AT =
  /^(.*?)\s*\b(?:at|for|with|by)\s+(?:the |my |an? )?(.+?)(?:,? as (?:an? |the )?(.+))?$/iu;

interface Post {
  readonly what: string | null;
  readonly where: string | null;
}

/** What and where, as one clause has them: “joiner at Hansen & Sons”, “at the BBC as a sound engineer”. */
function postOf(clause: string): Post {
  const [, before, at, as] = AT_NAME.exec(clause) ?? AT.exec(clause) ?? [];
  if (at !== undefined) {
    const role = told((before ?? "").replace(/^.*?\b(?:was|as|am|i'm)\s+(?:an? |the )?/iu, ""));
    const name = properIn(` ${at}`)[0];
    const where = /^\p{Lu}/u.test(at) && name ? name : told(at);
    // “Paid work”, “a gap”: one small word is no title, unless people are called that.
    const isRole = role !== "" && (role.includes(" ") || /^\p{Lu}/u.test(role) || ROLE.test(role));
    return { what: as ? told(as) : isRole ? role : null, where: where === "" ? null : where };
  }
  const [, alone, role] = /^(.*?)\s*\bas (?:an? |the )?(.+)$/iu.exec(clause) ?? [];
  return role === undefined
    ? { what: null, where: null }
    : { what: told(role), where: told(alone ?? "") || null };
}

const isShort = (words: string): boolean =>
  words !== "" &&
  words.split(" ").length <= 6 &&
  !/\b(?:i|it|you|they|is|isn't|was|because)\b/iu.test(words);

/** The job that some clauses tell of: what is said at a place, else which of them is what people are. */
function postIn(clauses: readonly string[]): Post {
  const posts = clauses.map(postOf);
  const bare = clauses.filter((_, at) => posts[at]!.what === null && posts[at]!.where === null);
  const where = posts.map((post) => post.where).find((one) => one !== null) ?? null;
  const role = bare.find((one) => ROLE.test(one)) ?? null;
  const what = posts.map((post) => post.what).find((one) => one !== null) ?? role;
  if (what === null && where === null) return { what, where };
  const isName = (one: string) => one !== what && (where !== null || /^\p{Lu}/u.test(one));
  return { what: what ?? bare[0] ?? null, where: where ?? bare.find(isName) ?? null };
}

function datesOf({ startDate, endDate, date }: Dated, text: string): string {
  const start = startDate ?? (endDate ? undefined : date);
  if (!start) return "";
  if (endDate) return `, ${start} – ${endDate}`;
  const goesOn = /\bsince\b|\bfrom\b|\bstart|\bnow\b|\btoday\b/iu.test(text) || !date;
  return `, ${start}${goesOn ? " – present" : ""}`;
}

function addJob({ text }: Asked): readonly string[] {
  const dated = takeDates(text.replace(/["']$/u, ""));
  const clauses = clausesTold(dated.text.replace(MONTH_ALONE, " ")).filter(
    (clause) => clause.split(" ").length <= 14,
  );
  const { what, where } = postIn(clauses);
  if (what === null || where === null || what === where) return [];
  return isShort(what) && isShort(where)
    ? [`add a job: ${inQuotes(what)} at ${inQuotes(where)}${datesOf(dated, text)}`]
    : [];
}

/** A job that isn’t on the site yet. */
export const POST_PROPOSALS: Proposals = { "job-add": addJob };
