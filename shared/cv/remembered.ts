/** What was asked of short texts in the document being read; each reading begins with none. */
const memories: Map<string, unknown>[] = [];

/** Letters; longer texts are seldom asked about twice. */
const SHORT = 80;

/**
 * A pure question about a text that a reading asks of the same words many times over (is it a date, a
 * heading, a role?), with its answers remembered until `forgetTexts`.
 */
export function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  memories.push(known);
  return (text) => {
    if (text.length > SHORT) return ask(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** Forgets every answer; called where a reading begins, so that nothing of a CV stays in memory. */
export function forgetTexts(): void {
  for (const known of memories) known.clear();
}
