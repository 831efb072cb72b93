import { CHANGE_ENTRY_KINDS } from "./change-entry-kinds.ts";
import { CORRECTION_KINDS } from "./correction-kinds.ts";
import { COLOUR_KINDS } from "./colour-kinds.ts";
import { ENTRY_DETAIL_KINDS } from "./entry-detail-kinds.ts";
import { ENTRY_ORDER_KINDS } from "./entry-order-kinds.ts";
import { ENTRY_PART_KINDS } from "./entry-part-kinds.ts";
import { ADD_KINDS } from "./entry-kinds.ts";
import { FIELD_KINDS } from "./field-kinds.ts";
import { HOW_TO_KINDS } from "./how-to-kinds.ts";
import { ENTRY_LIST_KINDS } from "./entry-list-kinds.ts";
import { JOB_KINDS } from "./job-kinds.ts";
import { LOOK_KINDS } from "./look-kinds.ts";
import { tidyRequest, type Slots } from "./phrase.ts";
import type { PlainAnswer, PlainContext, PlainKind } from "./plain-kind.ts";
import { holdsClause, holdsRequest, holdsTime } from "./plain-values.ts";
import { PHOTO_SHAPE_KINDS } from "./photo-shape-kinds.ts";
import { OWN_TEXT_KINDS } from "./own-text-kinds.ts";
import { KNOWN_PLACE_KINDS } from "./known-place-kinds.ts";
import { LINE_KINDS } from "./line-kinds.ts";
import { NUMBER_KINDS } from "./number-kinds.ts";
import { PLACE_PART_KINDS } from "./place-part-kinds.ts";
import { QUESTION_KINDS } from "./question-kinds.ts";
import { plainerForms, plainerParts } from "./rewordings.ts";
import { SCHOOL_KINDS } from "./school-kinds.ts";
import { SECTION_KINDS } from "./section-kinds.ts";
import { SITE_QUESTION_KINDS } from "./site-question-kinds.ts";
import { STUDIO_QUESTION_KINDS } from "./studio-question-kinds.ts";
import { SORT_KINDS } from "./sort-kinds.ts";
import { PROFILE_KINDS } from "./profile-kinds.ts";
import { SELF_KINDS } from "./self-kinds.ts";
import { COMMAND_KINDS, TEMPLATE_KINDS } from "./template-kinds.ts";
import { mended, wordsOfGrammar, wroteMended } from "./spelling.ts";
import { TEXT_SIZE_KINDS } from "./text-size-kinds.ts";
import { TEXT_REMOVE_KINDS } from "./text-remove-kinds.ts";
import { NAME_TOUCH_KINDS } from "./name-touch-kinds.ts";
import { TOUCH_KINDS } from "./touch-kinds.ts";
import { TEXT_REPLACE_KIND } from "./text-replace-kind.ts";
import { GREETING, THANKS, TOLD_KINDS } from "./told-kinds.ts";
import { VARIANT_KINDS } from "./variant-kinds.ts";
import { VISITOR_QUESTION_KINDS } from "./visitor-question-kinds.ts";
import { WORD_CORRECTED_KIND } from "./word-corrected-kind.ts";
import { YEAR_KINDS } from "./year-kinds.ts";

/** Every kind of plain request, in the order in which they are tried: the narrower before the wider. */
export const PLAIN_KINDS: readonly PlainKind[] = [
  THANKS,
  GREETING,
  ...COMMAND_KINDS,
  ...STUDIO_QUESTION_KINDS,
  ...VISITOR_QUESTION_KINDS,
  ...HOW_TO_KINDS,
  ...SITE_QUESTION_KINDS,
  ...QUESTION_KINDS,
  ...TEXT_SIZE_KINDS,
  ...PHOTO_SHAPE_KINDS,
  ...NAME_TOUCH_KINDS,
  ...TOUCH_KINDS,
  ...LOOK_KINDS,
  ...COLOUR_KINDS,
  ...TEMPLATE_KINDS,
  ...VARIANT_KINDS,
  ...YEAR_KINDS,
  ...SECTION_KINDS,
  ...OWN_TEXT_KINDS,
  ...CORRECTION_KINDS,
  ...SCHOOL_KINDS,
  ...ENTRY_DETAIL_KINDS,
  ...PROFILE_KINDS,
  ...PLACE_PART_KINDS,
  ...KNOWN_PLACE_KINDS,
  ...FIELD_KINDS,
  ...SELF_KINDS,
  ...ADD_KINDS,
  ...TOLD_KINDS,
  ...SORT_KINDS,
  ...JOB_KINDS,
  ...ENTRY_LIST_KINDS,
  ...CHANGE_ENTRY_KINDS,
  ...ENTRY_ORDER_KINDS,
  ...ENTRY_PART_KINDS,
  ...LINE_KINDS,
  ...NUMBER_KINDS,
  WORD_CORRECTED_KIND,
  ...TEXT_REMOVE_KINDS,
  TEXT_REPLACE_KIND,
];

export interface UnderstoodPart extends PlainAnswer {
  readonly kindId: string;
}

/** A plain request is short; what is longer tells a story. Letters. */
const LONGEST = 600;

/** Kinds whose text is whole sentences, which may go on. */
const WITH_TEXT =
  /^(?:add-highlight|add-reference|add-project|entry-text|set-summary|add-to-summary)$/u;
/** Slots that only known words fill. */
const CLOSED = /^(?:colour|font|template|variant|kind|language|size|big|shape|corners|not)$/u;

/** Slots that hold a name or title, which has no time of its own. */
const TIMELESS = /^(?:title|right|label|role|value|last|first|school|fresh)$/u;

function isValue(slot: string, words: string, kindId: string): boolean {
  if (CLOSED.test(slot)) return true;
  if (slot === "text" && WITH_TEXT.test(kindId)) return !holdsRequest(words);
  return !holdsClause(words) && !(TIMELESS.test(slot) && holdsTime(words));
}

/** What goes on behind a value (“…, I got married”) is no part of it, unless it is quoted. */
const areValues = (slots: Slots, kindId: string, text: string): boolean =>
  Object.entries(slots).every(
    ([slot, words]) => isValue(slot, words, kindId) || text.includes(`"${words}"`),
  );

/** What wasn’t understood about a site as it is: forms and parts of a request often come twice. */
const inVain = new WeakMap<PlainContext, Set<string>>();

function understandOne(text: string, context: PlainContext): UnderstoodPart | null {
  const vain = inVain.get(context) ?? new Set();
  if (vain.has(text)) return null;
  const answer = tryKinds(text, context);
  if (answer === null) inVain.set(context, vain.add(text));
  return answer;
}

function tryKinds(text: string, context: PlainContext): UnderstoodPart | null {
  for (const kind of PLAIN_KINDS) {
    for (const phrase of kind.phrases) {
      const slots = phrase.match(text);
      if (slots && !areValues(slots, kind.id, text)) continue;
      const answer = slots && kind.act(slots, context);
      if (answer) return { kindId: kind.id, ...answer };
    }
  }
  return null;
}

/** The context as it is after a part was carried out: the next part builds on it. */
function after(context: PlainContext, { step }: PlainAnswer): PlainContext {
  if (step.kind === "theme") return { ...context, theme: step.theme };
  if (step.kind === "resume") return { ...context, resume: step.resume };
  return context;
}

/** What the first of several requests does, for those that don’t say it again. */
const VERB =
  /^(?:(?:please |can you |could you )*(?:hide|remove|delete|drop|show|add|move|put|rename|change|set|swap|use|i speak|i know|take (?:out|off|away)|don't show|no|without)) /iu;

/** A part in its plainer forms: no reason is left out here, for it belongs to them all. */
function understandPart(text: string, context: PlainContext): UnderstoodPart | null {
  for (const form of plainerParts(text, context)) {
    const answer = understandOne(form, context);
    if (answer) return answer;
  }
  return null;
}

/** What there is one of: the later of two would take the place of the earlier. */
const CHOICE =
  /^(?:colour|mode|font|density|text-(?=bigger|smaller|size)|photo-shape|template|variant-hero|variant-skills|set-(?!profile))/u;
const sameChoice = (one: string, other: string): boolean => {
  const choice = CHOICE.exec(one)?.[0];
  if (choice === undefined || choice !== CHOICE.exec(other)?.[0]) return false;
  return choice === "set-" ? one === other : true;
};

function understandAll(
  parts: readonly string[],
  context: PlainContext,
): readonly UnderstoodPart[] | null {
  // “Grey and white” are colours; white by itself is the light site.
  if (parts.some((part) => /^(?:white|black)$/iu.test(part.trim()))) return null;
  let now = context;
  const answers: UnderstoodPart[] = [];
  const verb = VERB.exec(parts[0]!)?.[0] ?? "";
  for (const part of parts) {
    const tidy = tidyRequest(part);
    // “Hide my e-mail and phone number”: the verb is said once, for all of them.
    const answer =
      understandPart(tidy, now) ?? (verb === "" ? null : understandPart(`${verb}${tidy}`, now));
    if (!answer) return null;
    // A template changes the look in ways that later parts can't know here.
    if (parts.length > 1 && (answer.step.kind === "command" || answer.step.kind === "template"))
      return null;
    const again = answers.find(({ kindId }) => sameChoice(kindId, answer.kindId));
    // “Navy and gold”: the second would undo the first.
    if (again && answer.step.kind !== "nothing") return null;
    now = after(now, answer);
    // “In Norwegian and in Greek” are one question.
    const isSaid =
      answer.step.kind === "nothing" && answers.some((one) => one.said === answer.said);
    if (!again && !isSaid) answers.push(answer);
  }
  return answers;
}

const SEPARATORS = [
  /\s*(?:\n|;|[.!?]+\s)\s*/u,
  /\s*,?\s+(?:and then|then|and also|and|also|plus)\s+/iu,
  /\s*(?:,|\band\b)\s*/iu,
  // “dark with a green accent”
  /\s+with (?=an? |the |my )/iu,
];

function understandForm(tidy: string, context: PlainContext): readonly UnderstoodPart[] | null {
  const whole = understandOne(tidy, context);
  if (whole) return [whole];
  for (const separator of SEPARATORS) {
    const parts = tidy.split(separator).filter((part) => part.trim() !== "");
    if (parts.length < 2 || parts.length > 8) continue;
    const answers = understandAll(parts, context);
    if (answers) return answers;
  }
  return null;
}

/** “Undo the last two changes”: as often as it says, at most ten times. */
function undoneOften(tidy: string): readonly UnderstoodPart[] | null {
  const often =
    /^(?:undo|revert|take back|roll back|go back)(?: by)?(?: (?:the |my )?last)? (two|three|four|five|[2-9]|10) (?:changes|things|steps|edits|ones|times)$/iu;
  const twice = /^(?:undo|revert|go back) (?:that |it |this )?(twice|three times)$/iu.exec(
    tidy,
  )?.[1];
  const said = often.exec(tidy)?.[1]?.toLowerCase() ?? twice?.replace("twice", "two").split(" ")[0];
  if (said === undefined) return null;
  const count = ["two", "three", "four", "five"].indexOf(said) + 2;
  const step = { kind: "command", command: "undo" } as const;
  return Array.from({ length: count > 1 ? count : Number(said) }, (_, at) => ({
    kindId: "undo",
    said: at === 0 ? "Taken back." : "And the one before.",
    step,
  }));
}

/**
 * What a plain request asks for (R4.4): its steps, in order, or `null` when any part of it isn't
 * surely understood; nothing of it is then done. Needs no model and no network.
 * @param text what the person wrote
 * @param context the site as it is now
 */
export function understand(text: string, context: PlainContext): readonly UnderstoodPart[] | null {
  const tidy = tidyRequest(text);
  if (tidy === "" || text.length > LONGEST) return null;
  return (
    understandApart(tidy, context) ??
    understandTidy(tidy, context) ??
    firstOf(mended(tidy, context, (grammar ??= wordsOfGrammar(PLAIN_KINDS))), (one) => {
      const answers = understandTidy(tidyRequest(one.text), context);
      return answers && !wroteMended(one, answers, context) ? answers : null;
    })
  );
}

/** A semicolon outside quotation marks parts two requests; no value goes on behind it. */
const APART = /\s*;\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/u;

function understandApart(tidy: string, context: PlainContext): readonly UnderstoodPart[] | null {
  const parts = tidy.split(APART).filter((part) => part !== "");
  return parts.length < 2 || parts.length > 8 ? null : understandAll(parts, context);
}

let grammar: ReadonlySet<string> | undefined;

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = of(one);
    if (found !== null) return found;
  }
  return null;
}

const understandTidy = (tidy: string, context: PlainContext): readonly UnderstoodPart[] | null =>
  firstOf(
    plainerForms(tidy, context),
    (form) => undoneOften(form) ?? understandForm(form, context),
  ) ?? howItIsDone(tidy, context);

const HOW =
  /^(?:how (?:do|can|could|would|should) (?:i|we|you)|how to|where (?:do|can) i|(?:tell|show) me how (?:to|i can)|what do i (?:do|write|say|type) to|is there a way to) (?<wish>.+)$/iu;

/** “How do I hide references?” asks for the way, and not for the deed. */
function howItIsDone(tidy: string, context: PlainContext): readonly UnderstoodPart[] | null {
  const wish = HOW.exec(tidy)?.groups?.["wish"];
  const deed = wish === undefined || /"/u.test(wish) ? null : understandForm(wish, context);
  // “Where can I get the source?” asks what is answered with words, and has no deed.
  if (!deed || deed.every(({ kindId }) => kindId.startsWith("ask-"))) return deed;
  const said = `Write “${wish}” here, and it is done.`;
  return [{ kindId: "how-it-is-done", said, step: { kind: "nothing" } }];
}

/** Requests that need every table there is: of dates, roles, places and languages. */
const FIRST_NEEDED = [
  "nothing that anybody asks for",
  "my new number is +44 20 7946 0000",
  "add a job: Engineer, Globex, since May 2020, because it’s true",
  "my Esperanto is fluent",
];

/** Makes ready what the first requests would otherwise wait for (some 0.2 s): for a quiet moment. */
export const prepareToUnderstand = (context: PlainContext): void => {
  for (const text of FIRST_NEEDED) understand(text, context);
};
