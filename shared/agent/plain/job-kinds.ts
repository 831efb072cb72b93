import { dateOf } from "./dated.ts";
import { entriesOf, withEntries } from "./entry-words.ts";
import { hasRole } from "./entry-sides.ts";
import { entryName, findEntries } from "./find-entries.ts";
import { changed, onEntry } from "./on-entry.ts";
import { holdsTime } from "./plain-values.ts";
import { content, kind, nothing, type PlainContext } from "./plain-kind.ts";

/** What happened to somebody is no title. */
const NO_TITLE =
  /^(?:in|last|next|this|at|on|to|since|recently|yesterday|because|after|before|by|from|again|twice|now|today|soon|just|finally|not|only|there|here|out|off|promoted|hired|fired|made|appointed|employed|working|laid off|let go|done|happy)\b/i;

/** What somebody is told to be: written as a title, or known for one. */
const isTitle = (words: string): boolean =>
  !holdsTime(words) &&
  (/^\p{Lu}/u.test(words) || hasRole(words)) &&
  !/^(?:first|only|best|oldest|youngest|last|one|new|worst|happiest)\b/iu.test(words);

/** Whether a name is only that of a place where somebody volunteers. */
const isVolunteering = (name: string, { resume }: PlainContext): boolean =>
  findEntries(resume, name, "work").length === 0 &&
  findEntries(resume, name, "volunteer").length > 0;

const REMOVE = "(remove|delete|drop|take out|get rid of|cut|erase)";

/** A job’s end, beginning and title. */
export const JOB_KINDS = [
  kind(
    "job-ended",
    "I left Acme in May 2024",
    `(i left|i've left|i have left|i quit|i've quit|i stopped working at|i ended at|i finished at) {name} (in|on|at the end of) {date}
     (i left|i've left|i have left|i quit|i stopped working at) {name} {date}
     (my job|my time|my work|the job|the position|my role) (at|with) {name} (ended|ends|ended already|finished|is over since) [in|on] {date}
     (my last day at) {name} (was|is) [in|on] {date}
     {name} (was|ended|is over) (until|till) {date}
     (i was|i worked|i've been) (at|for|with) {name} (until|till) {date}
     (i'm|i am) (no longer|not) (at|with) {name} since {date}
     (i resigned|i retired|i was laid off|i've resigned|i've been laid off|i finished|i stopped) (from|at|with) {name} [in|on] {date}
     (i don't|i do not|i no longer) work (at|for) {name} since {date}`,
    ({ name, date }, context) => {
      const endDate = dateOf(date!, context.today);
      if (!endDate) return null;
      return onEntry(
        name!,
        context,
        (found) => {
          const start = String(found.entry["startDate"] ?? "");
          if (start && endDate < start.slice(0, endDate.length)) {
            return nothing(
              `You began at ${entryName(found)} in ${start}: it can’t have ended in ${endDate}.`,
            );
          }
          return content(
            `${entryName(found)} ends in ${endDate} now.`,
            changed(context.resume, found, { endDate }),
          );
        },
        "work",
      );
    },
  ),
  kind(
    "job-goes-on",
    "I still work at Acme",
    `(i still work|i still am|i'm still|i am still) (at|for|with) {name}
     (my job|the job) at {name} (goes on|is current|is ongoing|is my current job)
     {name} (is|is still) (my current job|ongoing|current|still going on|still going|my present job)
     make {name} my current job
     (i never left|i haven't left|i did not leave|i didn't leave) {name}
     ${REMOVE} the end date (at|of|for|from) {name}`,
    ({ name }, context) =>
      onEntry(
        name!,
        context,
        (found) => {
          if (!found.entry["endDate"]) return nothing(`${entryName(found)} goes on already.`);
          const { endDate: _, ...rest } = found.entry;
          const all = entriesOf(context.resume, "work").with(found.at, rest);
          return content(`${entryName(found)} goes on.`, withEntries(context.resume, "work", all));
        },
        "work",
      ),
  ),
  kind(
    "job-began",
    "I started at Acme in 2019",
    `(change|set) (the|my) (start|start date|beginning) (of|at) [my job at|my time at|the job at] {name} to {date}
     (i started|i began|i joined) [work|working|at] {name} (in|on) {date}
     (i started|i began|i joined) at {name} (in|on) {date}
     (i've been|i have been|i'm|i am|i've worked|i have worked|i work) (at|with|for) {name} since {date}
     (my first day at) {name} (was|is) [in|on] {date}`,
    ({ name, date }, context) => {
      const startDate = dateOf(date!, context.today);
      if (!startDate) return null;
      return onEntry(
        name!,
        context,
        (found) => {
          const end = String(found.entry["endDate"] ?? "");
          if (end && startDate.slice(0, end.length) > end) {
            return nothing(
              `You left ${entryName(found)} in ${end}: it can’t have begun in ${startDate}.`,
            );
          }
          return content(
            `${entryName(found)} begins in ${startDate} now.`,
            changed(context.resume, found, { startDate }),
          );
        },
        "work",
      );
    },
  ),
  kind(
    "job-title",
    "my title at Acme is Lead engineer",
    `[change|set|rename] (my|the) (title|job title|role|position) at {name} (is now|is|was|to|should be|=) {title}
     (i was|i got|i've been|i have been) (promoted|made|appointed) [to] [a|an|the] {title} at {name}
     (i am|i'm|i was) [the|a|an] {told} at {name}
     (i became|i've become|i got to be) [the|a|an] {title} at {name}
     (the|my) {name} (title|job title|role|position) (is|should be|should say|was|to|is now) [a|an|the] {title}
     change (the|my) {name} (title|job title|role|position) to {title}
     change [my|the] (title|job title|role|position) (at|for|of|in) {name} (to|into) {title}
     {name} (promoted me to|made me) [a|an|the] {told}`,
    ({ name, title: said, told }, context) => {
      const title = (said ?? told!).replace(/ now$/iu, "");
      // “I’m bored at Acme” tells no title.
      if (NO_TITLE.test(title) || (told !== undefined && !isTitle(told))) return null;
      return onEntry(
        name!,
        context,
        (found) =>
          content(
            `At ${entryName(found)} you are “${title}” now.`,
            changed(context.resume, found, { position: title }),
          ),
        isVolunteering(name!, context) ? "volunteer" : "work",
      );
    },
  ),
  kind(
    "job-ended-when",
    "I no longer work at Acme",
    `(i no longer|i don't|i do not) work (at|for|with) {name} [anymore|any more|any longer]
     (i left|i've left|i have left|i quit|i've quit|i stopped working at|i resigned from|i'm no longer at|i am no longer at|i'm not at|i am not at|i've finished at) {name} [anymore|any more|recently|already]
     (my job|my time|the job) (at|with) {name} (has ended|is over|ended|is finished)
     {name} (is over|has ended|isn't my current job|is not my current job|is no longer my job|isn't my job) [anymore|any more]`,
    ({ name }, context) =>
      onEntry(
        name!,
        context,
        (found) => {
          const end = found.entry["endDate"];
          return nothing(
            typeof end === "string" && end !== ""
              ? `${entryName(found)} ends in ${end} already.`
              : `Since when? Say “I left ${entryName(found)} in May 2024”, and the date is set.`,
          );
        },
        "work",
      ),
  ),
  kind(
    "job-title-now",
    "I was promoted to Lead engineer",
    `(i was|i've been|i have been|i got|i just got) promoted [to] [a|an|the] {title}
     (they|my company|my boss) (promoted me to|made me) [a|an|the] {title}`,
    ({ title }, context) => {
      const going = entriesOf(context.resume, "work").filter(
        (entry) => entry["startDate"] && !entry["endDate"],
      );
      const at = String(going[0]?.["name"] ?? "");
      const isOne = isTitle(title!) && title!.length <= 60;
      const goesOn = / (?:at|for|by|after|when|and) /u.test(title!) || NO_TITLE.test(title!);
      if (going.length !== 1 || at === "" || !isOne || goesOn) return null;
      return onEntry(
        at,
        context,
        (found) =>
          content(
            `At ${entryName(found)} you are “${title}” now.`,
            changed(context.resume, found, { position: title }),
          ),
        "work",
      );
    },
  ),
];
