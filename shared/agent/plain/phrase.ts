/**
 * A small language for ways of saying one thing, so that a kind of request reads as its examples do:
 * `(hide|remove) [the] {section}`: words, `(one|of these)`, `[perhaps]`, and slots that hold any words, or, as
 * `"{title}"`, what stands in quotation marks.
 */

/** What stood in a phrase's slots, in the person's own spelling. */
export type Slots = Readonly<Record<string, string>>;

export interface Phrase {
  readonly source: string;
  /** The slots' words when the whole text is this phrase; `null` when it is anything else. */
  readonly match: (text: string) => Slots | null;
}

const TOKEN = /"\{(\w+)\}"|\{(\w+)\}|[()[\]|]|[^\s()[\]|{}]+/g;

const quoted = (word: string) =>
  word
    .replace(/[.*+?^$\\]/g, "\\$&")
    .replace(/\bcolour/g, "colou?r")
    .replace(/\bgrey/g, "gr[ae]y");

/**
 * One alternative after another until the group closes, the longest first, so that “accent colour” isn’t
 * “accent” and a slot that begins with “colour”. Every word brings its own space before it.
 */
function group(tokens: string[]): string {
  const alternatives: string[] = [];
  const all = () => [...alternatives, expression].toSorted((a, b) => b.length - a.length).join("|");
  let expression = "";
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === ")" || token === "]") return all();
    if (token === "|") {
      alternatives.push(expression);
      expression = "";
    } else if (token === "(") expression += `(?:${group(tokens)})`;
    else if (token === "[") expression += `(?:${group(tokens)})?`;
    // Only what stands in quotation marks.
    else if (token.startsWith('"{')) expression += ` ["'](?<${token.slice(2, -2)}>[^"]+?)["']`;
    else if (token.startsWith("{")) expression += ` (?<${token.slice(1, -1)}>.+?)`;
    // A mark that hangs on the word before it.
    else if (/^[:,;]/.test(token)) expression += quoted(token);
    else expression += ` ${quoted(token)}`;
  }
  return all();
}

const bareWord = (word: string) => word.toLowerCase().replace(/[,:;]+$/u, "");

/** What a sequence can begin with: its words, or `null` where that may be any; and whether it may be empty. */
interface Beginning {
  readonly words: readonly string[] | null;
  readonly isPerhaps: boolean;
}

function beginning(tokens: string[]): Beginning {
  const branches: Beginning[] = [];
  let now: Beginning = { words: [], isPerhaps: true };
  const goOn = (next: Beginning) => {
    if (!now.isPerhaps) return;
    const isAny = now.words === null || next.words === null;
    now = {
      words: isAny ? null : [...now.words!, ...next.words!],
      isPerhaps: next.isPerhaps,
    };
  };
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === ")" || token === "]") break;
    if (token === "|") {
      branches.push(now);
      now = { words: [], isPerhaps: true };
    } else if (token === "(") goOn(beginning(tokens));
    else if (token === "[") goOn({ ...beginning(tokens), isPerhaps: true });
    else if (/^"?\{/u.test(token)) goOn({ words: null, isPerhaps: false });
    else if (/^[:,;]/u.test(token)) goOn({ words: null, isPerhaps: true });
    else goOn({ words: [bareWord(token)], isPerhaps: false });
  }
  branches.push(now);
  return {
    words: branches.some(({ words }) => words === null)
      ? null
      : branches.flatMap(({ words }) => words ?? []),
    isPerhaps: branches.some(({ isPerhaps }) => isPerhaps),
  };
}

/** The words that a text of this phrase can begin with; `null`: any. Most phrases are told apart by it. */
function firstWords(source: string): ReadonlySet<string> | null {
  const { words, isPerhaps } = beginning(source.match(TOKEN) ?? []);
  if (words === null || isPerhaps) return null;
  return new Set(
    words.flatMap((word) => [word, word.replace("colour", "color"), word.replace("grey", "gray")]),
  );
}

/** @param source a phrase in the language above; compiled at its first use */
export function phrase(source: string): Phrase {
  let expression: RegExp | null = null;
  let first: ReadonlySet<string> | null | undefined;
  return {
    source,
    match: (text) => {
      if (first === undefined) first = firstWords(source);
      if (first && !first.has(bareWord(/^\S*/u.exec(text)![0]))) return null;
      expression ??= new RegExp(`^(?:${group(source.match(TOKEN) ?? [])})$`, "iu");
      const found = expression.exec(` ${text}`);
      if (!found) return null;
      return Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, words]) => [name, unquoted(words ?? "")]),
      );
    },
  };
}

/** Quotation marks around the whole of something say where it begins and ends; they aren't part of it. */
export const unquoted = (text: string): string => {
  const inner = /^["'](.*)["']$/u.exec(text.trim())?.[1];
  return inner === undefined || /["]/.test(inner) ? text.trim() : inner.trim();
};

const OPENERS =
  /^(?:(?:ok |okay )?(?:great|perfect|cool|nice|awesome|super|thanks|thank you)(?=,)|please|also|yes|no worries|quick one|one more thing|pls|plz|oops|sorry|right|alright|well|yo|yeah|yep|sure|first of all|first off|lastly|finally|next|by the way|btw|would you kindly|could you kindly|good morning|good evening|hello there|hi there|hey there|hmm|hey|hi|hello|ok|okay|now|also|and|then|so|just|maybe|actually|well|kindly|can you|can u|could u|can we|could you|could we|would you|will you|let's|lets|let us|i want you to|i want to|i want|i'd like you to|i'd like to|i'd like|i'd prefer|i'd rather have|i prefer|i would prefer|we need|i need|i would like you to|i would like to|i would like|i need you to|i need to|i think you should|you can|you should|go ahead and)[,:]? +|^(?:good morning|good afternoon|good evening|hello|hi|hey)[.!]+ +/iu;
const CLOSERS =
  /(?:[,]? (?:btw|by the way|lol|haha|hehe|for now|for the moment|these days|nowadays|currently|at present|right now|for the time being|for a while|at the moment|asap|real quick|quickly|if (?:that's|it's|that is) (?:ok|okay|fine|alright|not too much)|if you don't mind|if you want|if you would|when you can|thx|ty|cheers|many thanks|thanks a lot|thank you very much|thanks in advance|plz|please please|kindly|please|pls|thanks|thank you|for me|now|instead|if you can|if possible|if that's possible|if it's possible|if you could|somehow|on there|right away)|, (?:maybe|perhaps|i think|i guess|i suppose|ok|okay|alright|right|yeah|or so|if you like|again)| ?[:;]-?[)D])$/iu;

/**
 * A request without its manners: typographic marks made plain, spaces single, “could you please” and
 * a closing “thanks” gone. What stands in quotation marks isn't touched.
 */
export function tidyRequest(text: string): string {
  let tidy = text
    .normalize("NFC")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  const ends = () => (tidy = tidy.replace(/(?:[!?…]+|(?<![.\d])\.)$/u, "").trim());
  ends();
  for (let before = ""; before !== tidy;) {
    before = tidy;
    tidy = tidy.replace(OPENERS, "");
    tidy = tidy.replace(CLOSERS, "").trim();
    ends();
  }
  return tidy;
}
