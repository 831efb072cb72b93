import type { PlainContext } from "../plain-kind.ts";
import type { MaskedSpan } from "./features.ts";
import { BY_NOUN } from "./mentions-by-kind.ts";
import type { Mention } from "./mention.ts";
import { lineIn } from "./mentions.ts";

/**
 * Where a text speaks of what stands in the CV, for the weights, which know kinds and no names.
 * @param mentions the entries found in it
 */
export function maskOf(
  text: string,
  mentions: readonly Mention[],
  { resume }: PlainContext,
): readonly MaskedSpan[] {
  // “My job” is no name: its words tell the act.
  const spans: MaskedSpan[] = mentions
    .filter(({ strength }) => strength !== BY_NOUN)
    .map(({ start, end, list }) => ({ start, end, as: list }));
  const line = lineIn(text, resume);
  if (line) spans.push({ start: line.start, end: line.end, as: "line" });
  const { name, label, location } = resume.basics ?? {};
  const own = [
    ["name", name],
    ["label", label],
    ["city", location?.city],
  ] as const;
  for (const [as, words] of own) {
    const start = words ? text.toLowerCase().indexOf(words.toLowerCase()) : -1;
    if (words && start >= 0) spans.push({ start, end: start + words.length, as });
  }
  return spans.filter(
    (one, at) =>
      !spans.slice(0, at).some((other) => one.start < other.end && other.start < one.end),
  );
}
