import { createParser } from "eventsource-parser";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { backoffMs } from "./backoff.ts";
import { CANCELLED, failureOf, notReached, type Send } from "./send-request.ts";

export interface StreamEvent {
  /** 1, 2, 3 … without gaps. */
  readonly id: number;
  readonly type: string;
  readonly data: string;
}

export interface StreamInput {
  readonly send: Send;
  /** The request for what follows the event with this number; 0: from the beginning. */
  readonly requestAfter: (lastId: number) => Request;
  /** The number of the last event that was read before; 0 when absent: none. */
  readonly after?: number;
  /** Gets each event once, in order; says whether more follow. */
  readonly onEvent: (event: StreamEvent) => "more" | "end";
  /** Called when the connection was lost and again when events come. */
  readonly onConnection?: (state: "lost" | "open") => void;
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte after which the connection is dead; the server's heartbeat comes every 15 s. */
  readonly silenceMs?: number;
  /** Tries in a row that bring no event before it is given up. */
  readonly tries?: number;
  readonly chance?: () => number;
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

const SILENCE_MS = 40_000;
const TRIES = 10;

/**
 * Reads a stream of numbered events to its end, through any number of lost connections: none is lost,
 * none comes twice. Fails when the server refuses, when it stays away, or as `cancelled`.
 */
export async function readEvents(input: StreamInput): Promise<Result<void>> {
  const { signal, tries = TRIES, chance = Math.random, wait = waitFor } = input;
  const place = { lastId: input.after ?? 0 };
  let failed = 0;
  for (;;) {
    if (signal?.aborted) return fail(CANCELLED);
    const before = place.lastId;
    const came = await readOnce(input, place);
    if (came === "end") return ok(undefined);
    if (signal?.aborted) return fail(CANCELLED);
    if (!came.retryable) return fail(came);
    failed = place.lastId > before ? 1 : failed + 1;
    if (failed > tries) return fail(came);
    input.onConnection?.("lost");
    await wait(Math.max(came.retryAfterMs ?? 0, backoffMs(failed, chance())), signal);
  }
}

/** One connection: moves `place` on with each event; gives `end`, or why it broke off. */
async function readOnce(input: StreamInput, place: { lastId: number }): Promise<"end" | Failure> {
  const cut = new AbortController();
  const signals = input.signal ? [cut.signal, input.signal] : [cut.signal];
  const watchdog = watchSilence(input.silenceMs ?? SILENCE_MS, () => cut.abort());
  try {
    const request = new Request(input.requestAfter(place.lastId), {
      signal: AbortSignal.any(signals),
    });
    const answer = await input.send(request);
    if (!answer.ok) return await failureOf(answer);
    if (!isEventStream(answer) || answer.body === null) return notReached("no event stream");
    return await readBody(answer.body, input, place, watchdog.heard);
  } catch (error) {
    return notReached(String(error));
  } finally {
    watchdog.stop();
    cut.abort();
  }
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  input: StreamInput,
  place: { lastId: number },
  heard: () => void,
): Promise<"end" | Failure> {
  let outcome: "more" | "end" | "gap" = "more";
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      const number = Number(id);
      if (outcome !== "more" || !Number.isInteger(number) || number <= place.lastId) return;
      if (number > place.lastId + 1) {
        outcome = "gap";
        return;
      }
      if (place.lastId > 0 || number === 1) input.onConnection?.("open");
      place.lastId = number;
      outcome = input.onEvent({ id: number, type: event ?? "message", data });
    },
  });
  const reader = body.pipeThrough(new TextDecoderStream() as never).getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<string>;
    if (done) return notReached("the connection was closed before the last event");
    heard();
    parser.feed(value);
    // Set by the parser's callback, which the compiler doesn't see.
    const now = outcome as "more" | "end" | "gap";
    if (now !== "more") await reader.cancel().catch(() => undefined);
    if (now === "end") return "end";
    if (now === "gap") return notReached("events are missing");
  }
}

const isEventStream = (answer: Response) =>
  (answer.headers.get("content-type") ?? "").startsWith("text/event-stream");

function watchSilence(ms: number, onSilence: () => void) {
  let timer = setTimeout(onSilence, ms);
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, ms);
    },
    stop: () => clearTimeout(timer),
  };
}

const waitFor = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((settle) => {
    const timer = setTimeout(settle, ms);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        settle();
      },
      { once: true },
    );
  });
