/**
 * The provider's prompt cache, as it is documented
 * (https://platform.claude.com/docs/en/build-with-claude/prompt-caching): a conversation is tools, then
 * instruction, then messages, block by block. Up to each mark its beginning is kept for five minutes
 * after it was last used, where it has the model's least size; a later call reads the longest beginning
 * that it shares, byte for byte, looking back at most twenty blocks from each of its marks.
 *
 * Tokens are letters of JSON by the product's one measure: no tokenizer on npm knows these models (the
 * provider's own package is of 2023, for its models of then).
 */
import { createHash } from "node:crypto";
import { LETTERS_A_TOKEN } from "../../shared/model-prices.ts";

const KEPT_MS = 5 * 60_000;
const LOOK_BACK = 20;

/**
 * Tokens below which nothing is kept, by the beginning of the model's name. Sonnet 5 keeps from 1,024 on,
 * Haiku 4.5 from 4,096; nothing was found of 5.5, so each has its elder's. Others: the most there is.
 */
const LEAST: readonly (readonly [name: string, tokens: number])[] = [
  ["claude-sonnet-5", 1_024],
  ["claude-haiku", 4_096],
];
const MOST_LEAST = 4_096;

export const leastCached = (model: string): number =>
  LEAST.find(([name]) => model.startsWith(name))?.[1] ?? MOST_LEAST;

interface Sent {
  readonly model: string;
  readonly tools?: readonly unknown[];
  readonly system?: readonly object[];
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

export interface PromptUsage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
}

interface Block {
  readonly letters: number;
  readonly isMarked: boolean;
  /** Of everything from the beginning to here. */
  readonly key: string;
}

export class PromptCache {
  readonly #until = new Map<string, number>();

  /**
   * What of a call is read from the cache, written to it, and neither.
   * @param now epoch milliseconds
   */
  ask(sent: Sent, now: number): PromptUsage {
    const blocks = blocksOf(sent);
    const letters = blocks.map(sumUpTo());
    const tokens = (at: number) => (at < 0 ? 0 : Math.round(letters[at]! / LETTERS_A_TOKEN));
    const marks = blocks.flatMap(({ isMarked }, at) =>
      isMarked && tokens(at) >= leastCached(sent.model) ? [at] : [],
    );
    const isKept = (at: number) => (this.#until.get(blocks[at]!.key) ?? 0) > now;
    const readTo = Math.max(-1, ...marks.map((mark) => longestKept(mark, isKept)));
    const writeTo = marks.at(-1) ?? -1;
    for (const at of [...marks, ...(readTo < 0 ? [] : [readTo])]) {
      this.#until.set(blocks[at]!.key, now + KEPT_MS);
    }
    return {
      cache_read_input_tokens: tokens(readTo),
      cache_creation_input_tokens: tokens(writeTo) - tokens(readTo),
      input_tokens: tokens(blocks.length - 1) - tokens(writeTo),
    };
  }
}

/** Tokens of what a model writes. */
export const tokensOf = (text: string): number => Math.round(text.length / LETTERS_A_TOKEN);

function longestKept(mark: number, isKept: (at: number) => boolean): number {
  for (let at = mark; at > mark - LOOK_BACK && at >= 0; at -= 1) if (isKept(at)) return at;
  return -1;
}

const sumUpTo = () => {
  let sum = 0;
  return ({ letters }: Block) => (sum += letters);
};

function blocksOf({ model, tools = [], system = [], messages }: Sent): readonly Block[] {
  const all = [
    ...tools,
    ...system,
    ...messages.flatMap(({ role, content }) =>
      (Array.isArray(content) ? content : [{ type: "text", text: content }]).map(
        (part: object) => ({ role, ...part }),
      ),
    ),
  ] as readonly ({ readonly cache_control?: unknown } & object)[];
  let key = model;
  return all.map(({ cache_control: mark, ...block }) => {
    const text = JSON.stringify(block);
    key = createHash("sha256").update(key).update(text).digest("base64");
    return { letters: text.length, isMarked: mark !== undefined, key };
  });
}
