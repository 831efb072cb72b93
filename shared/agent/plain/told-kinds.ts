import { add, addAward } from "./add-entries.ts";
import { dateOf, takeDates } from "./dated.ts";
import { entriesOf, withEntries, type Entry } from "./entry-words.ts";
import { entryName, findEntries } from "./find-entries.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { hasRole } from "./entry-sides.ts";
import { isItem, isPlaceName } from "./plain-values.ts";

const bare = (text: string) =>
  text
    .replace(/[,.\s]+$/, "")
    .replace(/,? (?:too|as well|also)$/iu, "")
    .replace(/^(?:an?|the) (?=\p{L})/iu, "");

/** “at Globex as a clerk”, “as a clerk at Globex”: who for and what as, in either order. */
function employed(text: string): { readonly where: string; readonly what: string } | null {
  const found =
    /^(?:at|for|with) (?<where>.+?),? (?:as|where i'm|where i am) (?<what>.+)$/iu.exec(text) ??
    /^(?:at|for|with) (?<where>[^,]+), (?<doubtful>[^,]+?),?(?: started)?$/iu.exec(text) ??
    /^as (?<what>.+?) (?:at|for|with) (?<where>.+)$/iu.exec(text);
  const { where, what, doubtful } = found?.groups ?? {};
  // “New job at the bank, hooray”
  if (where && doubtful) return hasRole(doubtful) ? { where, what: bare(doubtful) } : null;
  return where && what ? { where: where.replace(/[,\s]+$/, ""), what: bare(what) } : null;
}

const datesIn = ({ startDate, endDate, date }: ReturnType<typeof takeDates>): Entry => {
  const start = startDate ?? (endDate === undefined ? date : undefined);
  return {
    ...(start === undefined ? {} : { startDate: start }),
    ...(endDate === undefined ? {} : { endDate }),
  };
};

/** Their one degree; with several nobody knows which is meant. */
function onlySchool({ resume }: PlainContext, change: Entry, said: string): PlainAnswer | null {
  const [school, ...more] = entriesOf(resume, "education");
  if (!school || more.length > 0) return null;
  return content(said, withEntries(resume, "education", [{ ...school, ...change }]));
}

const DEGREE =
  /^(?:(?:B|M)\.?(?:Sc|A|Eng|Ed|BA|Phil)\.?|PhD|Ph\.D\.|Bachelor(?:'s)?(?: degree)?(?: of \w+)?|Master(?:'s)?(?: degree)?(?: of \w+)?|Diploma|Doctorate|Licentiate|MBA)$/iu;
const WITH_DEGREE = new RegExp(
  `^(?<type>${DEGREE.source.slice(1, -1)})(?:,? (?:in|of) (?<area>.+?))?,? (?:at|from|by) (?<where>.+)$`,
  "iu",
);

/** A life as people tell it, in sentences: where they worked, what they studied, what they passed. */
export const TOLD_KINDS = [
  kind(
    "job-told",
    "I worked at Globex from 2012 to 2014 as a clerk",
    `(new job|add a job|add a new job|i started a new job|i started working|i've started working|i've started a new job|i started a job|i've got a job|my new job is) {text}
     (i got a new job|i got a job|i have a new job|i have a job|i've got a new job|i found a new job|i work|i worked|i was working|i've worked|i have worked|i'm working|i am working|i've been working|i have been working) {text}
     (since|from|between|in) {date}[,] (i work|i worked|i've worked|i have worked|i'm working|i am working|i've been working|i have been working) {text}
     (i was|i've been|i have been) [a|an|the] {then}`,
    ({ text, date, then }, context) => {
      const dated = takeDates(date === undefined ? (text ?? then)! : `${text} since ${date}`);
      // “I was a barista at …” is a job with its years, and a memory without.
      if (then !== undefined && !("startDate" in dated)) return null;
      const found = employed(then === undefined ? dated.text : `as ${dated.text}`);
      if (!found || !isItem(found.what) || !isItem(found.where)) return null;
      if (found.what.length > 80 || found.where.length > 80) return null;
      // Where they are told to volunteer it is that role that is meant, and no new job.
      if (findEntries(context.resume, found.where, "volunteer").length > 0) return null;
      // “I was senior clerk from 2008 at …” where that job stands: a new job, or another part of it.
      const isThere = findEntries(context.resume, found.where, "work").length > 0;
      if (then !== undefined && isThere) return null;
      const entry = { name: found.where, position: found.what, ...datesIn(dated) };
      return add("work", entry, context);
    },
  ),
  kind(
    "job-was",
    "at Tidewatch I was a pilot, not an intern",
    `at {name}[,] (i was|i am|i'm|i've been|my title was|my role was|my job was|my title is|my role is) [actually|really|in fact|now] (a|an|the) {title}
     at {name}[,] (i was|i am|i'm|my title was|my role was|my job was|my title is|my role is|my job title is) [now] {known}`,
    ({ name, title: said, known }, context) => {
      const title = said ?? known;
      if (known !== undefined && !hasRole(known)) return null;
      const isIt = ({ name: one }: Entry) => String(one).toLowerCase() === name!.toLowerCase();
      const all = entriesOf(context.resume, "work");
      const at = all.findIndex(isIt);
      const position = bare(title!.replace(/,? (?:and )?not (?:an? |the )?.*$/iu, ""));
      if (at < 0 || all.filter(isIt).length > 1 || position === "") return null;
      return content(
        `At ${String(all[at]!["name"])} you are “${position}” now.`,
        withEntries(context.resume, "work", all.with(at, { ...all[at], position })),
      );
    },
  ),
  kind(
    "studied-then",
    "I studied from 2010 to 2015",
    `(i studied|i was a student|my studies were|my studies lasted) {when}
     (i finished my studies|i finished university|i finished college|i graduated from university|i graduated|i finished) [in] {end}`,
    ({ when, end }, context) => {
      if (end !== undefined) {
        const endDate = dateOf(end, context.today);
        return endDate === null
          ? null
          : onlySchool(context, { endDate }, "Your studies end then now.");
      }
      const dated = takeDates(when!);
      if (dated.text !== "" || !dated.startDate) return null;
      return onlySchool(context, datesIn(dated), "Your studies have these years now.");
    },
  ),
  kind(
    "degree-is",
    "my degree was a Master of Science",
    `my degree (is|was|is called|was called) [a|an|the] {degree}
     (my degree is from|my degree was from|i got my degree in|my degree was in|i got my diploma in|my graduation was in|my graduation year is|my degree's year is|my degree ended in) {end}
     (i have|i hold|i've got) (a|an|my) {degree}
     (the|my) (university|school|college) (is|was) [now] (called|named) {school}`,
    ({ degree, school, end }, context) => {
      if (end !== undefined) {
        const endDate = /\d{4}/u.test(end) ? dateOf(end, context.today) : null;
        return endDate === null
          ? null
          : onlySchool(context, { endDate }, `Your degree ends in ${endDate} now.`);
      }
      if (school !== undefined) {
        return onlySchool(context, { institution: school }, `It is called “${school}” now.`);
      }
      const [, type, area] = /^(.+?)(?: in (.+))?$/iu.exec(degree!) ?? [];
      if (type === undefined || !DEGREE.test(type)) return null;
      const change = { studyType: type, ...(area === undefined ? {} : { area }) };
      return onlySchool(context, change, `Your degree is “${degree}” now.`);
    },
  ),
  kind(
    "add-degree",
    "add a PhD in Physics at ETH, 2018–2022",
    `(add|put in|include|insert|i did|i got|i have|i hold|i finished|i completed) [a|an|the|my] {text}`,
    ({ text }, context) => {
      const dated = takeDates(text!);
      const { type, area, where } =
        WITH_DEGREE.exec(dated.text.replace(/[,\s]+$/, ""))?.groups ?? {};
      if (!type || !where) return null;
      const entry = {
        institution: where,
        studyType: type,
        ...(area === undefined ? {} : { area }),
        ...datesIn(dated),
      };
      return add("education", entry, context);
    },
  ),
  kind(
    "passed",
    "I did the CKA certification in 2022",
    `(i did|i took|i have|i hold|i passed|i got|i earned|i completed|add|put in|include) [the|a|an|my] {name} (certification|certificate|exam) [in|on|from] [{when}]`,
    ({ name, when = "" }, context) => {
      // “A certificate in UX from Google” is named behind the word, and not before it.
      const isNamedBehind =
        /^(?:an?|the|my|another|new)$/iu.test(name!) || /\p{L}{3}.*\p{Lu}/u.test(when);
      if (isNamedBehind || name!.split(" ").length > 6) return null;
      return addAward("certificates", `${name} certificate ${when}`.trim(), context);
    },
  ),
  kind(
    "volunteers-at",
    "I volunteer at the Red Cross",
    `(add|include) [my|the|a] (volunteering|volunteer work|volunteer role|voluntary work) (at|for|with) {text}
     (i volunteer|i volunteered|i've volunteered|i have volunteered|i'm volunteering|i am volunteering) (at|for|with) {text}`,
    ({ text }, context) => {
      const dated = takeDates(text!);
      const [, organization = "", position] =
        /^(.+?)(?:,? as (?:an? )?(.+))?$/iu.exec(dated.text) ?? [];
      if (organization === "" || organization.length > 80) return null;
      const role = position === undefined ? {} : { position };
      const entry = { organization: bare(organization), ...role, ...datesIn(dated) };
      return add("volunteer", entry, context);
    },
  ),
  kind(
    "entry-dates",
    "Acme: 2018–2022",
    `[change|set] [the|my] [dates|years] [of|at|for] {name}: {when}
     (change|set) (the|my) (dates|years) (of|at|for) {name} to {when}
     {name} should (say|be|read) [from] {when}
     {name} (was|is|ran|lasted|went) from {when} (to|until|till) {until}
     [i worked at|i was at|i was with] {name} from {when}
     [the|my] {name} (job|position|role|internship|degree|project) (was|is|was from|is from|lasted from|ran from|ran) {when}
     (the|my) (dates|years) (of|at|for) {name} (are|should be|were|is) {when}
     [the|my] {name} (dates|years) (are|should be|were|to) {when}`,
    ({ name, when, until }, context) => {
      const dated = takeDates(until === undefined ? `from ${when}` : `from ${when} to ${until}`);
      const found = findEntries(context.resume, name!).filter(({ words }) =>
        /^(?:work|education|volunteer|projects)$/u.test(words.list),
      );
      const one = found[0];
      if (dated.text !== "" || !dated.startDate || !one || found.length > 1) return null;
      const { list } = one.words;
      const all = entriesOf(context.resume, list);
      const { endDate: _, ...kept } = one.entry;
      return content(
        `${entryName(one)} has these dates now.`,
        withEntries(context.resume, list, all.with(one.at, { ...kept, ...datesIn(dated) })),
      );
    },
  ),
  kind(
    "job-place",
    "Acme is in Stockholm",
    `[the job at] {name} (is|was|is located|is based|was based) in {place}`,
    ({ name, place }, context) => {
      const found = findEntries(context.resume, name!, "work");
      const one = found[0];
      if (!one || found.length > 1 || !/^\p{Lu}/u.test(place!) || !isPlaceName(place!)) return null;
      const all = entriesOf(context.resume, "work");
      return content(
        `${entryName(one)} is in ${place} now.`,
        withEntries(context.resume, "work", all.with(one.at, { ...one.entry, location: place })),
      );
    },
  ),
  kind(
    "remove-highlight",
    "remove “Shipped it” from Acme",
    `(remove|delete|drop|take out|cut|erase) the (bullet|bullet point|point|line|highlight) {text}
     (remove|delete|drop|take out|cut|erase) [the] [bullet|point|line|highlight] {text} (from|at|under|in) [my|the] [job at|job|role at|role|project] {name}`,
    ({ text, name }, context) => withoutHighlight(text!, name ?? null, context),
  ),
];

/** The one line that says so, of the one entry of that name. */
function withoutHighlight(
  text: string,
  name: string | null,
  context: PlainContext,
): PlainAnswer | null {
  const same = (one: unknown, other: string) =>
    typeof one === "string" && one.toLowerCase().trim() === other.toLowerCase().trim();
  for (const list of ["work", "volunteer", "projects"] as const) {
    const all = entriesOf(context.resume, list);
    const linesOf = (entry: Entry) => (entry["highlights"] as readonly string[] | undefined) ?? [];
    const at = all.findIndex((entry) =>
      name === null
        ? linesOf(entry).some((line) => same(line, text))
        : same(entry["name"] ?? entry["organization"], name),
    );
    const entry = all[at];
    if (!entry) continue;
    const lines = linesOf(entry);
    const left = lines.filter((line) => !same(line, text));
    if (left.length === lines.length) continue;
    const words = { list, called: "", keys: ["name", "organization"], nouns: "" };
    return content(
      `“${text}” is gone from ${entryName({ words, at, entry })}.`,
      withEntries(context.resume, list, all.with(at, { ...entry, highlights: left })),
    );
  }
  return null;
}

/** A thank-you asks for nothing, and needs no model. */
export const THANKS = kind(
  "thanks",
  "thanks",
  `[ok|great|perfect|cool|nice|wonderful] [,] (thanks|thank you|thx|cheers) [a lot|very much|so much|for that|for your help]
   [ok|great|perfect] [,] (thanks|thank you|thx|cheers)[,|!] [it|that|this|the site|now it|everything] (looks|is|works) [so|very|really|much] (great|good|nice|lovely|fantastic|perfect|amazing|better|brilliant|fine)
   [it|that|this|the site] (looks|is) [so|very|really] (great|lovely|perfect|fantastic|amazing|brilliant) [now]
   (that's|thats|that is|it's|its|oh that's) [really|so|very] (lovely|great|perfect|nice|wonderful|brilliant|fantastic|good) [now] [,] [thank you|thanks|cheers|ta] [so much|very much|a lot]
   (lovely|great|perfect|cool|nice|wonderful|awesome|super|well done|good job|great job|nice work|great work|looks good|looks great|that's better|much better)`,
  () => nothing("Good to hear. Say what else should change."),
);

/** A greeting asks for nothing but an answer. */
export const GREETING = kind(
  "greeting",
  "hello",
  `(hello|hi|hey|hallo|good morning|good afternoon|good evening|hi there|hello there|hey there)
   (hello|hi|hey) (everyone|everybody|all|you|cv2web)`,
  () => nothing("Hello. Say what should change, or ask “what can you do?”."),
);
