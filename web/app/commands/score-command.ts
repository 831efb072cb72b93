/**
 * How well a command fits what was typed, 0 (not at all) to 1. Every word must be found; the start
 * of the title counts most, then the start of a word, then anywhere, then the other words.
 */
export function scoreCommand(
  title: string,
  query: string,
  keywords: readonly string[] = [],
): number {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const name = fold(title);
  const others = keywords.map(fold);
  let total = 0;
  for (const word of words) {
    const score = scoreWord(name, others, word);
    if (score === 0) return 0;
    total += score;
  }
  return total / words.length;
}

function scoreWord(title: string, keywords: readonly string[], word: string): number {
  if (title.startsWith(word)) return 1;
  if (startsAWord(title, word)) return 0.8;
  if (keywords.some((keyword) => startsAWord(keyword, word))) return 0.6;
  if (title.includes(word)) return 0.5;
  if (keywords.some((keyword) => keyword.includes(word))) return 0.3;
  return word.length > 2 && isInOrder(title, word) ? 0.1 : 0;
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const startsAWord = (text: string, word: string) =>
  text.split(/[\s/._-]+/).some((part) => part.startsWith(word));

/** “appt” in “app.tsx”: all letters, in order. */
function isInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
