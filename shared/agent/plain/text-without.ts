/** Words that need another behind them: a text can’t end with one. */
const OPEN =
  /(?<![\p{L}'’])(?:in|on|at|to|of|for|from|with|by|as|into|about|the|an?|my|our|their|his|her|its|is|are|was|were|be|been|who|which|than|over|under|between|across|including|such)$/iu;
const JOINING = /(?<!\p{L})(?:and|or|but|&)$/iu;
const AT_END = /^\s*(?:[.!?;:)]|$)/u;

const isVowel = (letter: string) => /[aeiou]/iu.test(letter);

/** “a small team” without “small”: “a team”; “an old bakery”: “a bakery”. */
function withArticle(head: string, gone: string, tail: string): string {
  const article = /(?<!\p{L})(?<a>an?)$/iu.exec(head)?.groups?.["a"];
  const [before, after] = [gone[0]!, tail[0] ?? ""];
  if (article === undefined || isVowel(before) === isVowel(after)) return head;
  const letter = article[0]!;
  return head.slice(0, -article.length) + (isVowel(after) ? `${letter}n` : letter);
}

/** “waste, training” and nothing behind it: “waste and training”, as the list was said. */
const joined = (head: string): string =>
  head.replace(/(?<=[^.!?,]), (?<last>\p{Ll}+(?: \p{Ll}+)?)$/u, " and $<last>");

/** What is left in front, where the sentence is over behind the words that go. */
function ended(head: string, gone: string): string | null {
  const bare = head.replace(/[\s,;:–—-]+$/u, "");
  const isJoined = JOINING.test(bare) || /^(?:and|or) /iu.test(gone);
  const before = bare.replace(JOINING, "").replace(/[\s,;:–—-]+$/u, "");
  if (OPEN.test(before)) return null;
  const last = before.split(" ").slice(-4).join(" ");
  return isJoined && !/(?<!\p{L})and /iu.test(last) && gone.split(" ").length <= 4
    ? joined(before)
    : before;
}

/** What is left where the words began a sentence. */
function atBeginning(head: string, gone: string, tail: string): string {
  // A whole sentence takes its mark with it.
  const isOver = /[.!?]$/u.test(gone);
  const bare = isOver ? tail : tail.replace(/^[\s,;:.!?–—-]+(?:and |but )?/u, "");
  const isCapital = /^\p{Lu}/u.test(gone) && bare !== "";
  const rest = isCapital ? bare[0]!.toUpperCase() + bare.slice(1) : bare;
  return [head, rest].filter(Boolean).join(" ");
}

/** What is left where a sentence goes on behind the words. */
function within(head: string, gone: string, tail: string): string | null {
  const isLast = JOINING.test(head);
  const isOpen = OPEN.test(head);
  const goesOnJoined = /^(?:and|or) /iu.test(tail);
  // “(mostly rye, by hand)”
  if (head.endsWith("(") && tail.startsWith(",")) return null;
  if (head.endsWith("(")) return head + tail;
  // “bread, rolls and cakes” without “rolls”; “bake, sell, and eat” without “sell”
  const before = head.endsWith(",") && goesOnJoined ? head.slice(0, -1) : head;
  let behind = tail;
  // “about bread, rolls and cakes” without “bread”
  if (isOpen || isLast || head.endsWith(",")) behind = behind.replace(/^,\s*/u, "");
  if (isOpen || isLast) behind = behind.replace(/^(?:and|or) /iu, "");
  const front = withArticle(before, gone, behind);
  return /^[,;:.!?)]/u.test(behind) ? front + behind : `${front} ${behind}`;
}

/**
 * A text without some of its words: its spaces, commas and capital letters put right.
 * @param start where they begin, in letters; `end` where they are over
 * @returns `null` where what is left would be no sentence (“I live in”); an empty text where nothing is left
 */
export function textWithout(text: string, start: number, end: number): string | null {
  const gone = text.slice(start, end);
  const head = text.slice(0, start).trimEnd();
  const tail = text.slice(end).trimStart();
  if (head === "" || /[.!?]$/u.test(head)) return atBeginning(head, gone, tail);
  // A mark that closed the words closes what stands before them.
  const mark = /[.!?]$/u.exec(gone)?.[0] ?? "";
  if (mark === "" && !AT_END.test(tail)) return within(head, gone, tail);
  const bare = ended(head, gone);
  if (bare === null) return null;
  return mark !== "" && tail !== "" ? `${bare}${mark} ${tail}` : `${bare}${mark}${tail}`;
}
