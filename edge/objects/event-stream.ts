import type { JobEvent } from "../../shared/job.ts";
import { JOB_LIMITS } from "../../shared/limits.ts";

/** Where a stream's events come from. */
export interface EventSource {
  /** The event with this number, or `null` while there is none. */
  read(id: number): Promise<JobEvent | null>;
  /** Whether nothing will come after this number. */
  isAtEnd(sent: number): boolean;
  /** Calls back once, when an event or the end comes. */
  onArrival(arrive: () => void): void;
}

const encoder = new TextEncoder();
/** A browser that lost the stream comes back after this long. */
const RETRY = "retry: 1000\n\n";

/** One event as server-sent events have it (HTML, 9.2.5): JSON has no line break of its own. */
const eventText = (event: JobEvent): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/**
 * Server-sent events from after a number, then as they come, until the end. Each is fetched when the
 * reader has room for it; a reader that goes away frees its timer and nothing else.
 */
export function openEventStream(after: number, source: EventSource): ReadableStream<Uint8Array> {
  let sent = after;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isGone = false;
  let leave = () => {};
  const gone = new Promise<"gone">((resolve) => {
    leave = () => resolve("gone");
  });

  /** The next event; `null` at the end. */
  async function next(): Promise<JobEvent | null> {
    for (;;) {
      const event = await source.read(sent + 1);
      if (event || source.isAtEnd(sent)) return event;
      const arrival = new Promise<void>((arrive) => source.onArrival(arrive));
      if ((await Promise.race([arrival, gone])) === "gone") return null;
    }
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(RETRY));
      timer = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) {
          controller.enqueue(encoder.encode(": heartbeat\n\n"));
        }
      }, JOB_LIMITS.heartbeatMs);
    },
    async pull(controller) {
      const event = await next();
      if (event) {
        sent = event.id;
        controller.enqueue(encoder.encode(eventText(event)));
      } else if (!isGone) {
        clearInterval(timer);
        controller.close();
      }
    },
    cancel() {
      isGone = true;
      clearInterval(timer);
      leave();
    },
  });
}
