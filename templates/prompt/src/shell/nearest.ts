/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let k = 0; k < other.length; k += 1) {
      const change = (row[k] ?? 0) + (letter === other[k] ? 0 : 1);
      next.push(Math.min(change, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The command that was probably meant: it begins so, or is two slips away at most. */
export function nearest(word: string, commands: readonly string[]): string | null {
  const begun = word.length > 1 && commands.find((command) => command.startsWith(word));
  if (begun) return begun;
  const [best] = commands
    .map((command) => ({ command, slips: distance(word, command) }))
    .filter(({ command, slips }) => slips <= 2 && slips < command.length / 2 + 1)
    .sort((a, b) => a.slips - b.slips);
  return best?.command ?? null;
}
