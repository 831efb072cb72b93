import type { AddedFact } from "./kept-facts.ts";

/** A stretch of two texts put side by side, word by word. */
export interface WordChange {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
  /** An added stretch that states what the text before didn't. */
  readonly isFact: boolean;
}

/** Longer texts are put side by side as a whole: each costs the other's length. */
const MOST_WORDS = 2_000;

/**
 * What became of a text, in the order of reading; what went stands before what came. Joined, all but
 * what is removed is the text after, letter for letter.
 * @param facts of the text after, to be told apart
 */
export function wordDiff(
  before: string,
  after: string,
  facts: readonly AddedFact[] = [],
): readonly WordChange[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const kept = a.length > MOST_WORDS || b.length > MOST_WORDS ? [] : commonWords(a, b);
  const changes: WordChange[] = [];
  const push = (kind: WordChange["kind"], text: string, isFact = false) => {
    const last = changes.at(-1);
    if (last?.kind === kind && last.isFact === isFact) {
      changes[changes.length - 1] = { ...last, text: last.text + text };
    } else changes.push({ kind, text, isFact });
  };
  let [i, j, index] = [0, 0, 0];
  for (const [keptA, keptB] of [...kept, [a.length, b.length] as const]) {
    for (; i < keptA; i += 1) push("removed", a[i]!);
    for (; j < keptB; j += 1) {
      const [from, word] = [index, b[j]!];
      push(
        "added",
        word,
        facts.some((fact) => isWithin(fact, from, from + word.length)),
      );
      index += word.length;
    }
    const same = b[keptB];
    if (same === undefined) break;
    push("same", same);
    index += same.length;
    i = keptA + 1;
    j = keptB + 1;
  }
  return changes;
}

/** Words with the space after them. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [];

const isWithin = ({ index, text }: AddedFact, from: number, to: number): boolean =>
  index < to && from < index + text.length;

const bare = (word: string): string => word.trim();

/** The longest row of words that both have in the same order, as pairs of places. */
function commonWords(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        bare(a[i]!) === bare(b[j]!)
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = i * width + j;
    if (bare(a[i]!) === bare(b[j]!)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengths[at + width]! >= lengths[at + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
