import { CHANGE_ENTRY_KINDS } from "./change-entry-kinds.ts";
import { COLOUR_KINDS } from "./colour-kinds.ts";
import { ENTRY_DETAIL_KINDS } from "./entry-detail-kinds.ts";
import { ADD_KINDS } from "./entry-kinds.ts";
import { FIELD_KINDS } from "./field-kinds.ts";
import { LOOK_KINDS } from "./look-kinds.ts";
import { tidyRequest } from "./phrase.ts";
import type { PlainAnswer, PlainContext, PlainKind } from "./plain-kind.ts";
import { SECTION_KINDS } from "./section-kinds.ts";
import { SORT_KINDS } from "./sort-kinds.ts";
import { PROFILE_KINDS } from "./profile-kinds.ts";
import { SELF_KINDS } from "./self-kinds.ts";
import { COMMAND_KINDS, TEMPLATE_KINDS } from "./template-kinds.ts";
import { THANKS, TOLD_KINDS } from "./told-kinds.ts";

/** Every kind of plain request, in the order in which they are tried: the narrower before the wider. */
export const PLAIN_KINDS: readonly PlainKind[] = [
  THANKS,
  ...COMMAND_KINDS,
  ...LOOK_KINDS,
  ...COLOUR_KINDS,
  ...TEMPLATE_KINDS,
  ...SECTION_KINDS,
  ...ENTRY_DETAIL_KINDS,
  ...PROFILE_KINDS,
  ...FIELD_KINDS,
  ...SELF_KINDS,
  ...ADD_KINDS,
  ...TOLD_KINDS,
  ...SORT_KINDS,
  ...CHANGE_ENTRY_KINDS,
];

export interface UnderstoodPart extends PlainAnswer {
  readonly kindId: string;
}

/** A plain request is short; what is longer tells a story. Letters. */
const LONGEST = 600;

function understandOne(text: string, context: PlainContext): UnderstoodPart | null {
  for (const kind of PLAIN_KINDS) {
    for (const phrase of kind.phrases) {
      const slots = phrase.match(text);
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

function understandAll(
  parts: readonly string[],
  context: PlainContext,
): readonly UnderstoodPart[] | null {
  let now = context;
  const answers: UnderstoodPart[] = [];
  for (const part of parts) {
    const answer = understandOne(tidyRequest(part), now);
    if (!answer) return null;
    // A template changes the look in ways that later parts can't know here.
    if (parts.length > 1 && (answer.step.kind === "command" || answer.step.kind === "template"))
      return null;
    now = after(now, answer);
    answers.push(answer);
  }
  return answers;
}

const SEPARATORS = [
  /\s*(?:\n|;|\.\s)\s*/u,
  /\s*,?\s+(?:and then|then|and also|and|also|plus)\s+/iu,
  /\s*(?:,|\band\b)\s*/iu,
  // “dark with a green accent”
  /\s+with (?=an? |the |my )/iu,
];

/** Why somebody wants something, said before it: “I don’t like the red, use blue”, “it’s too tight, add space”. */
const REASON =
  /^(?:(?:the|this|these|my) (?:colours?|colors?|palette|fonts?|typeface|text|page|site|spacing|layout|look|design) (?:is|are|looks?|feels?) (?:a bit |a little |far |much |way )?(?:too|so)|i (?:don't|do not) (?:really )?like|i'm tired of|i am tired of|it's (?:a bit |a little |far |way )?too|there's (?:a bit |far |way )?too|there is too) [^,;.]+[,;.] (?:so |can we |could we )?(?<wish>.+)$/iu;

const withoutReason = (tidy: string): string => {
  const wish = REASON.exec(tidy)?.groups?.["wish"];
  return wish === undefined ? tidy : tidyRequest(wish);
};

/**
 * What a plain request asks for (R4.4): its steps, in order, or `null` when any part of it isn't
 * surely understood; nothing of it is then done. Needs no model and no network.
 * @param text what the person wrote
 * @param context the site as it is now
 */
export function understand(text: string, context: PlainContext): readonly UnderstoodPart[] | null {
  const tidy = tidyRequest(text);
  if (tidy === "" || text.length > LONGEST) return null;
  const whole = understandOne(tidy, context) ?? understandOne(withoutReason(tidy), context);
  if (whole) return [whole];
  for (const separator of SEPARATORS) {
    const parts = tidy.split(separator).filter((part) => part.trim() !== "");
    if (parts.length < 2 || parts.length > 8) continue;
    const answers = understandAll(parts, context);
    if (answers) return answers;
  }
  return null;
}

/** Makes ready what the first request would otherwise wait for (some 0.1 s): for a quiet moment. */
export const prepareToUnderstand = (context: PlainContext): void =>
  void understandOne("nothing that anybody asks for", context);
