import { expect, it } from "vitest";
import { createReaderQueue, type ReaderPort } from "./reader-queue.ts";
import type { ReaderEvent, ReaderRequest } from "./reader-messages.ts";

function setUp() {
  const ports: {
    sent: ReaderRequest[];
    ended: boolean;
    emit: (event: ReaderEvent) => void;
    crash: (message: string) => void;
  }[] = [];
  const timers = new Map<number, () => void>();
  let lastTimer = 0;
  const queue = createReaderQueue<number>({
    start: (): ReaderPort => {
      const port = {
        sent: [] as ReaderRequest[],
        ended: false,
        emit: (() => {}) as (event: ReaderEvent) => void,
        crash: (() => {}) as (message: string) => void,
      };
      ports.push(port);
      return {
        send: (request) => void port.sent.push(request),
        onEvent: (listener) => void (port.emit = listener),
        onError: (listener) => void (port.crash = listener),
        end: () => void (port.ended = true),
      };
    },
    hangsAfter: 30_000,
    setTimer: (run) => {
      timers.set((lastTimer += 1), run);
      return lastTimer;
    },
    clearTimer: (timer) => void timers.delete(timer),
  });
  const ask = () =>
    queue.ask(
      (id) => ({ kind: "read-text", id, text: "x" }),
      () => {},
    );
  return { queue, ports, timers, ask };
}

it("ends a worker that hangs and starts a new one for the next file", async () => {
  const { ports, timers, ask } = setUp();
  const hanging = ask();
  timers.get(1)!();
  expect(await hanging).toMatchObject({
    ok: false,
    failure: { kind: "timed-out", retryable: true },
  });
  expect(ports[0]!.ended).toBe(true);
  const next = ask();
  ports[1]!.emit({
    kind: "done",
    id: 2,
    result: {
      ok: false,
      failure: { kind: "empty", message: "m", nextStep: "n", retryable: false },
    },
  });
  expect(await next).toMatchObject({ failure: { kind: "empty" } });
  expect(timers.size).toBe(0);
});

it("answers what is under way when the worker breaks or is disposed of", async () => {
  const { queue, ports, ask } = setUp();
  const broken = ask();
  ports[0]!.crash("boom");
  expect(await broken).toMatchObject({ failure: { kind: "unavailable", detail: "boom" } });
  const cancelled = ask();
  queue.dispose();
  expect(await cancelled).toMatchObject({ failure: { kind: "cancelled" } });
  expect(ports[1]!.ended).toBe(true);
});
