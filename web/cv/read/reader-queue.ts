import { fail, type Result } from "../../../shared/failure.ts";
import type { CvReading, ReaderEvent, ReaderRequest, ReadStep } from "./reader-messages.ts";
import { WRONG } from "./say-what-is-wrong.ts";

/** The worker as the queue sees it. */
export interface ReaderPort {
  send(request: ReaderRequest): void;
  onEvent(listener: (event: ReaderEvent) => void): void;
  onError(listener: (message: string) => void): void;
  end(): void;
}

interface Waiting {
  readonly onStep: (step: ReadStep) => void;
  readonly settle: (result: Result<CvReading>) => void;
  timer: unknown;
}

interface QueueInput<Timer> {
  readonly start: () => ReaderPort;
  /** Milliseconds without a sign from the worker while it reads. */
  readonly hangsAfter: number;
  /** Milliseconds for the worker to start, and for it to fetch what it needs. */
  readonly loadsWithin: number;
  readonly setTimer: (run: () => void, ms: number) => Timer;
  readonly clearTimer: (timer: Timer) => void;
}

/** Sends requests to one worker, ends it when it hangs, and starts a new one for the next request. */
export function createReaderQueue<Timer>(input: QueueInput<Timer>) {
  let port: ReaderPort | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const settle = (id: number, result: Result<CvReading>): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    waiting.delete(id);
    input.clearTimer(entry.timer as Timer);
    entry.settle(result);
  };
  const endWorker = (result: Result<CvReading>): void => {
    port?.end();
    port = null;
    for (const id of Array.from(waiting.keys())) settle(id, result);
  };
  const watch = (next: "load" | "read"): unknown =>
    next === "read"
      ? input.setTimer(() => endWorker(fail(WRONG.timedOut())), input.hangsAfter)
      : input.setTimer(() => endWorker(fail(WRONG.readerFailed("not loaded"))), input.loadsWithin);
  const isAlive = (id: number, next: "load" | "read"): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    input.clearTimer(entry.timer as Timer);
    entry.timer = watch(next);
  };
  const connect = (): ReaderPort => {
    if (port) return port;
    const fresh = input.start();
    port = fresh;
    fresh.onEvent((event) => {
      if (event.kind === "done") return settle(event.id, event.result);
      isAlive(event.id, event.kind === "alive" ? event.next : "read");
      if (event.kind === "step") waiting.get(event.id)?.onStep(event.step);
    });
    fresh.onError((message) => {
      if (port === fresh) endWorker(fail(WRONG.readerFailed(message)));
    });
    return fresh;
  };

  return {
    ask(
      request: (id: number) => ReaderRequest,
      onStep: (step: ReadStep) => void,
    ): Promise<Result<CvReading>> {
      const id = (lastId += 1);
      return new Promise((resolve) => {
        waiting.set(id, { onStep, settle: resolve, timer: watch("load") });
        connect().send(request(id));
      });
    },
    warmUp: (): void => connect().send({ kind: "warm-up" }),
    dispose: (): void => endWorker(fail(WRONG.cancelled())),
  };
}
