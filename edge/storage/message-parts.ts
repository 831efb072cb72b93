import { messageSchema, type Message } from "../../shared/conversation.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { CONVERSATION_LIMITS } from "../../shared/limits.ts";
import { PROJECT_LIMITS } from "../../shared/project.ts";
import type { Blobs, Content } from "./blobs.ts";

/** A part of a message as its row has it: JSON in which long texts are named, not written out. */
export type Part = unknown;

/** A message as rows keep it: what it says, what a model did, which texts it changed. */
export interface MessageParts {
  readonly text: Part;
  /** `null` where no model answered. */
  readonly toolCalls: Part;
  /** `null` where nothing was changed. */
  readonly diffs: Part;
}

export interface PartedMessage {
  readonly parts: MessageParts;
  /** What the parts name, to be kept first. */
  readonly contents: readonly Content[];
}

/**
 * Stands for a text that is kept as a content; with `json` for what the text says as JSON. Files' texts
 * are kept for versions anyway, so a message that changed them costs next to nothing.
 */
interface Named {
  readonly inBucket: string;
  readonly json?: true;
  /** With `json`: what is named in there. */
  readonly names?: readonly string[];
}

const isNamed = (value: object): value is Named =>
  "inBucket" in value && typeof value.inBucket === "string";

/** Takes a message apart. The same message gives the same parts. */
export async function partsOf({ run, changes, ...rest }: Message): Promise<PartedMessage> {
  const contents = new Map<string, Content>();
  const name = async (text: string): Promise<Named> => {
    const content = await contentOf(text);
    contents.set(content.key, content);
    return { inBucket: content.key };
  };
  const part = async (value: unknown): Promise<Part> => {
    if (value === undefined) return null;
    const small = await withoutLongTexts(value, name);
    const json = JSON.stringify(small);
    return json.length > CONVERSATION_LIMITS.rowLetters
      ? { ...(await name(json)), json: true, names: keysIn(small) }
      : small;
  };
  const parts = { text: await part(rest), toolCalls: await part(run), diffs: await part(changes) };
  return { parts, contents: [...contents.values()] };
}

/** Puts a message together again. Fails with `not-found` where anything of it isn't kept, or is broken. */
export async function messageOf(
  blobs: Pick<Blobs, "readEach">,
  { text, toolCalls, diffs }: MessageParts,
): Promise<Result<Message>> {
  const texts = new Map<string, string>();
  const keys = [text, toolCalls, diffs].flatMap(keysIn);
  for await (const { key, bytes } of blobs.readEach([...new Set(keys)])) {
    if (bytes === null) return fail(BROKEN);
    texts.set(key, decoder.decode(bytes));
  }
  const read = messageSchema.safeParse({
    ...(written(texts, text) as object),
    ...(toolCalls === null ? {} : { run: written(texts, toolCalls) }),
    ...(diffs === null ? {} : { changes: written(texts, diffs) }),
  });
  return read.success ? ok(read.data) : fail(BROKEN);
}

/** The keys of all contents that a part names. */
export function keysIn(part: Part): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  return isNamed(part)
    ? [part.inBucket, ...(part.names ?? [])]
    : Object.values(part).flatMap(keysIn);
}

async function withoutLongTexts(
  value: unknown,
  name: (text: string) => Promise<Named>,
): Promise<unknown> {
  if (typeof value === "string") {
    return value.length > CONVERSATION_LIMITS.rowTextLetters ? name(value) : value;
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => withoutLongTexts(one, name)));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    async ([key, one]) => [key, await withoutLongTexts(one, name)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** With the texts themselves in place of their names. */
function written(texts: ReadonlyMap<string, string>, part: Part): Part {
  if (typeof part !== "object" || part === null) return part;
  if (isNamed(part)) {
    const text = texts.get(part.inBucket)!;
    return part.json ? written(texts, JSON.parse(text)) : text;
  }
  if (Array.isArray(part)) return part.map((one) => written(texts, one));
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, written(texts, one)]));
}

const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

async function contentOf(text: string): Promise<Content> {
  const bytes = new TextEncoder().encode(text);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  // What is longer than a text file may be is bytes to the account.
  const kind = bytes.length > PROJECT_LIMITS.textBytes ? "b" : "t";
  return { key: `${kind}-${hash.join("")}`, bytes };
}

const BROKEN: Failure = {
  kind: "not-found",
  message: "A message of this conversation can’t be read.",
  nextStep: "Open the portfolio where it was written; its copy there is whole.",
  retryable: false,
};
