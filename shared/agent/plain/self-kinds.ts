import type { Basics, Resume } from "../../resume.ts";
import { hasRole } from "./entry-sides.ts";
import { sameWords } from "./entry-words.ts";
import { setField } from "./field-kinds.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isPersonName } from "./plain-values.ts";
import { networkOf, setProfile } from "./profile-kinds.ts";

/** What a value by itself is: nobody’s name has an @. */
function ofShape(value: string): "email" | "phone" | "url" | null {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return "email";
  if (/^[+(]?\d[\d\s()./-]{4,}$/.test(value)) return "phone";
  if (/^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/iu.test(value)) return "url";
  return null;
}

/** An address of a network’s own is a profile there. */
function reachedAt(value: string, { resume }: PlainContext): PlainAnswer | null {
  const shape = ofShape(value);
  if (shape === null) return null;
  const network = shape === "url" ? networkOf(value) : null;
  return network === null ? setField(shape, value, resume) : setProfile(network, value, resume);
}

const withName = ({ basics, ...rest }: Resume, name: string): Resume => ({
  ...rest,
  basics: { ...basics, name } satisfies Basics,
});

/** One part of a name; the others stay. */
function namePart(part: "first" | "last", value: string, { resume }: PlainContext) {
  const words = (resume.basics?.name ?? "").split(" ").filter(Boolean);
  if (words.length < 2 || !isPersonName(value) || !/^\p{Lu}/u.test(value)) return null;
  if (value.split(" ").length > 3) return null;
  const kept = part === "first" ? words.slice(1) : words.slice(0, -1);
  const name = (part === "first" ? [value, ...kept] : [...kept, value]).join(" ");
  if (name === resume.basics?.name) return nothing("Your name is that already.");
  return content(`Your name is “${name}” now.`, withName(resume, name));
}

/** What one says of oneself that is no calling: “a bit lost”, “happy with it”, “not sure”. */
const NO_CALLING =
  /^(?:bit|little|lot|big|huge|fan|member|not|very|really|so|quite|sure|happy|done|ready|back|here|looking|trying|going|getting|in|at|on|from|with|the one)\b/i;

/** A person in their own words: how they are called, what they are, where they are found. */
export const SELF_KINDS = [
  kind(
    "reach-me-at",
    "you can reach me at ada@example.org",
    `(use|take|put) {value}
     [you can|people can|they can] (reach|contact|find|call|text|phone|email|mail|write to|write) me (at|on|under|via|by) {value}
     (i can be|i am to be) (reached|contacted|found) (at|on|under|via) {value}
     (add|put in|include|here is|here's|this is|link|link to) [a link to] [my|the] [contact|link|address|profile] [:] {value}`,
    ({ value }, context) => reachedAt(value!, context),
  ),
  kind(
    "name-part",
    "my last name is Byron",
    `(surname|last name|family name)[:] {last}
     (first name|given name)[:] {first}
     [change|set|update|correct] [my] (last name|surname|family name) (to|should be|is now|is) {last}
     [change|set|update|correct] [my] (first name|given name) (to|should be|is now|is) {first}
     [change|set] my (last name|surname|family name) (is spelled|is spelt|is written|is|is now|was changed to|has changed to|changed to|to|should be) [now] {last}
     [change|set] my (first name|given name) (is spelled|is spelt|is written|is|is now|was changed to|has changed to|changed to|to|should be) [now] {first}`,
    ({ first, last }, context) =>
      first === undefined ? namePart("last", last!, context) : namePart("first", first, context),
  ),
  kind(
    "name-corrected",
    "my name is Ada, not Adah",
    `[no] [,] my name is {right}[,] [and] not {old}
     [no] [,] my name is [spelled|spelt|written] {right}[,] [and] not {old}
     [no] [,] it's {right}[,] [and] not {old}`,
    ({ right, old }, { resume }) => {
      const now = resume.basics?.name ?? "";
      if (sameWords(now, old!) && isPersonName(right!) && /^\p{Lu}/u.test(right!)) {
        return content(`Your name is “${right}” now.`, withName(resume, right!));
      }
      const words = now.split(" ");
      const at = words.findIndex((one) => sameWords(one, old!));
      if (at < 0 || !isPersonName(right!) || right!.split(" ").length > 2) return null;
      const name = words.with(at, right!).join(" ");
      return content(`Your name is “${name}” now.`, withName(resume, name));
    },
  ),
  kind(
    "name-unhyphenated",
    "Ada Byron King without the hyphen",
    `[it's|its|my name is|the name is|i'm] {bare} (without|with no) [the|a|any] (hyphen|hyphens|dash)
     [take|leave|remove|drop] [out|off|away] the (hyphen|dash) (in|of|from|out of) (my name|my surname|my last name)
     (my name|my surname|my last name) (has|is written|is spelled|is spelt) (no|without) [a|the] (hyphen|dash)`,
    ({ bare }, { resume }) => {
      const now = resume.basics?.name ?? "";
      const name = now.replace(/-/gu, " ");
      const isPart = bare === undefined || ` ${name} `.includes(` ${bare} `);
      return name === now || !isPart
        ? null
        : content(`Your name is “${name}” now.`, withName(resume, name));
    },
  ),
  kind(
    "calling",
    "I’m now a ship’s carpenter",
    `(i'm|i am|i became|i've become|i have become) now (a|an|the) {label}
     (i became|i've become|i have become) (a|an|the) {label}
     (i'm|i am) (a|an) {role}
     i work (now|these days) as (a|an|the) {label}`,
    ({ label: said, role }, { resume }) => {
      // Without “now” it may be anything: only a calling that is known for one.
      if (role !== undefined && !hasRole(role)) return null;
      const label = said ?? role;
      const isShort = label!.length <= 60 && label!.split(" ").length <= 5;
      if (!isShort || NO_CALLING.test(label!) || / (?:at|for|with|who|that|which) /.test(label!))
        return null;
      return setField("label", label![0]!.toUpperCase() + label!.slice(1), resume);
    },
  ),
];
