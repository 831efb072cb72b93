import type { MessageOffers } from "../../../shared/conversation.ts";

/** What is chosen of what a message offers: the request of one, the model, or none of it. */
export type OfferChoice = { readonly request: string } | "model" | "none";

const YES =
  /^(?:yes|y|yep|yeah|yup|ye|sure|ok|okay|right|correct|exactly|do it|do that|do so|go ahead|go on|please|please do|that's it|that's right|that's the one|that one|this one)(?: please| thanks| thank you)?$/u;
const NO =
  /^(?:no|n|nope|nah|none|neither|nothing|not that|not those|not these|none of (?:these|those|them|that)|neither of (?:these|those|them)|cancel|forget it|never mind|nevermind|don't|leave it)(?: please| thanks| thank you)?$/u;
const MODEL =
  /^(?:no )?(?:please )?(?:(?:ask|use|try) )?(?:the )?(?:model|ai|claude)(?: instead)?(?: please)?$/u;

const NUMBERS: readonly RegExp[] = [
  /^(?:1|one|first|1st)$/u,
  /^(?:2|two|second|2nd)$/u,
  /^(?:3|three|third|3rd)$/u,
];

/**
 * What a short answer to what was just offered means: “yes” is the first, “2” and “the second one” the
 * second, “no” none; the words of a button are that button. A number that isn’t there is `"beyond"`;
 * `null` where it is something else, a request of its own.
 */
export function replyToOffers(
  text: string,
  { choices }: Pick<MessageOffers, "choices">,
): OfferChoice | "beyond" | null {
  const said = plain(text);
  const named = choices.find((one) => [one.label, one.request].some((own) => plain(own) === said));
  if (named) return named;
  if (MODEL.test(said)) return "model";
  if (NO.test(said)) return "none";
  if (YES.test(said)) return choices[0] ?? "model";
  const words = said.replace(/^(?:yes |the |number |no )+/u, "");
  const counted = words.replace(/(?: (?:one|please|option|offer))+$/u, "");
  if (counted === "last") return choices.at(-1) ?? null;
  const at = NUMBERS.findIndex((number) => number.test(counted));
  if (at === -1 || choices.length === 0) return null;
  return choices[at] ?? "beyond";
}

/** Without case, quotation marks and what ends a sentence. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[“”"‘,.!?)(]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
