import type { TextChange } from "../../conversation.ts";
import type { ModelMessage } from "../../ports/model.ts";
import { marked } from "./cache-marks.ts";

/** What was asked and what came of it. */
export interface Exchange {
  readonly asked: string;
  readonly answered: string;
  readonly changes: readonly TextChange[];
}

/** Exchanges told with their differences, and letters of all that is told; older ones get one line. */
const IN_FULL = 8;
const MOST_LETTERS = 24_000;
/** Older ones are shortened so many at a time: between two shortenings the cached beginning stays. */
const STEP = 4;

/** A message of a kept conversation, as far as it matters here. */
export interface Said {
  readonly from: "person" | "site";
  readonly text: string;
  readonly changes?: readonly TextChange[] | undefined;
  readonly isUndone?: boolean | undefined;
  /** What a model said while it answered, among other steps. */
  readonly run?:
    { readonly steps: readonly { readonly kind: string; readonly text?: string }[] } | undefined;
}

/** The exchanges of what was said before, oldest first; what was undone is said to be. */
export function exchangesOf(past: readonly Said[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  let asked: Said | null = null;
  let isAnswered = false;
  for (const message of past) {
    if (message.from === "person") {
      [asked, isAnswered] = [message, false];
      continue;
    }
    // What stood before a model’s own answer (“Sent to the model.”) was a remark for the person.
    if (asked === null || (isAnswered && message.run === undefined)) continue;
    if (isAnswered) exchanges.pop();
    exchanges.push(exchangeOf(asked, message));
    isAnswered = true;
  }
  return exchanges;
}

function exchangeOf(asked: Said, message: Said): Exchange {
  // What stands beside a run is a remark for the person.
  const said = message.run?.steps.map(({ text = "" }) => text) ?? [message.text];
  const answered = said.filter((text) => text.trim() !== "").join("\n");
  return {
    asked: asked.text,
    answered: message.isUndone ? `${answered} [The owner has undone this.]` : answered,
    changes: message.isUndone ? [] : (message.changes ?? []),
  };
}

/**
 * What a message to the model begins with: the project in short, what was said before with its
 * differences, and the request. The beginning is the same from message to message, so that the provider
 * finds it in its cache.
 */
export function openingMessages(given: {
  readonly brief: string;
  readonly exchanges: readonly Exchange[];
  readonly request: string;
}): readonly ModelMessage[] {
  const told = toldExchanges(given.exchanges);
  const brief = marked({ type: "text", text: given.brief });
  const request = { type: "text", text: given.request } as const;
  const [first, ...others] = told;
  if (first === undefined) return [{ role: "user", content: [brief, request] }];
  const messages: ModelMessage[] = [
    { role: "user", content: [brief, { type: "text", text: first.asked }] },
    { role: "assistant", content: [{ type: "text", text: first.answered }] },
  ];
  for (const { asked, answered } of others) {
    messages.push({ role: "user", content: [{ type: "text", text: asked }] });
    messages.push({ role: "assistant", content: [{ type: "text", text: answered }] });
  }
  const last = messages.pop()!;
  return [
    ...messages,
    { ...last, content: last.content.map(marked) },
    { role: "user", content: [request] },
  ];
}

interface Told {
  readonly asked: string;
  readonly answered: string;
}

function toldExchanges(exchanges: readonly Exchange[]): readonly Told[] {
  const beyond = Math.max(0, exchanges.length - IN_FULL);
  const shortened = Math.ceil(beyond / STEP) * STEP;
  const told = exchanges.map((one, at) => (at < shortened ? inOneLine(one) : inFull(one)));
  let letters = 0;
  const kept = told.toReversed().filter(({ asked, answered }) => {
    letters += asked.length + answered.length;
    return letters <= MOST_LETTERS;
  });
  return kept.toReversed();
}

const inOneLine = ({ asked, answered, changes }: Exchange): Told => ({
  asked: cut(asked, 200),
  answered: cut(`${answered} ${changes.map(({ path }) => path).join(", ")}`.trim(), 200) || "…",
});

const inFull = ({ asked, answered, changes }: Exchange): Told => ({
  asked: cut(asked, 4_000),
  answered: [cut(answered, 2_000), ...changes.map(differenceOf)].join("\n").trim() || "…",
});

/** Lines of a difference that are told. */
const MOST_LINES = 16;

/** What changed in a file, without the lines that both states begin and end with. */
function differenceOf({ path, before, after }: TextChange): string {
  if (after === null) return `${path} was deleted.`;
  const [old, now] = [before, after].map((text) => (text === null ? [] : text.split("\n")));
  const [a, b] = [old!, now!];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const lines = [
    ...a.slice(head, a.length - tail).map((line) => `-${line}`),
    ...b.slice(head, b.length - tail).map((line) => `+${line}`),
  ];
  const shown = lines.slice(0, MOST_LINES).map((line) => cut(line, 200));
  const more = lines.length > MOST_LINES ? [`[${lines.length - MOST_LINES} lines more]`] : [];
  return [`${path}, from line ${head + 1}:`, ...shown, ...more].join("\n");
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
