import type { AgentEvent } from "../../shared/agent/loop/events.ts";

/** Tells events one after another, in order; words that come while one is written down go together. */
export interface EventTeller {
  tell(event: AgentEvent): void;
  /** Resolves when all that was told is written down. */
  told(): Promise<void>;
}

/**
 * Every event is on disk before anybody sees it, which takes longer than a model takes for a word: so words
 * wait for the one before them, and go as one event.
 */
export function openEventTeller(write: (event: AgentEvent) => Promise<void>): EventTeller {
  const waiting: AgentEvent[] = [];
  let isWriting = false;
  let written: Promise<void> = Promise.resolve();
  const writeAll = async () => {
    isWriting = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await write(next);
    isWriting = false;
  };
  return {
    tell(event) {
      const last = waiting.at(-1);
      if (event.type === "text" && last?.type === "text") {
        waiting[waiting.length - 1] = { type: "text", delta: last.delta + event.delta };
      } else waiting.push(event);
      if (!isWriting) written = writeAll();
    },
    told: () => written,
  };
}
