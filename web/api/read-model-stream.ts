import { createParser } from "eventsource-parser";
import { modelEventSchema, type ModelEvent } from "../../shared/ports/model.ts";

/** Milliseconds without a byte after which a model’s answer is dead; the gateway gives up at 60 s itself. */
const SILENCE_MS = 90_000;

/**
 * A model’s answer, event by event, from the body of its event stream. Events of kinds that aren’t known
 * are left out, as Anthropic asks its readers to do. Ends with `message_stop`; before it where the
 * stream is cut, silent, stopped or brings an `error` event. Never throws.
 */
export async function* readModelStream(
  body: ReadableStream<Uint8Array>,
  silenceMs = SILENCE_MS,
): AsyncGenerator<ModelEvent, void> {
  const events: ModelEvent[] = [];
  const parser = createParser({
    onEvent: ({ data }) => {
      const event = modelEventSchema.safeParse(parsed(data));
      if (event.success) events.push(event.data);
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const chunk = await readSoon(reader, silenceMs);
      if (chunk === null) return;
      parser.feed(decoder.decode(chunk, { stream: true }));
      for (const event of events.splice(0)) {
        yield event;
        if (event.type === "message_stop" || event.type === "error") return;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The next bytes; `null` at the end, after an error, or when none came in time. */
async function readSoon(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  silenceMs: number,
): Promise<Uint8Array | null> {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), silenceMs);
  try {
    return (await reader.read()).value ?? null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
