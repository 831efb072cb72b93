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
  const waits: number[] = [];
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
    hangsAfter: 10_000,
    loadsWithin: 60_000,
    setTimer: (run, ms) => {
      waits.push(ms);
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
  return { queue, ports, timers, waits, ask };
}

it("ends a worker that hangs and starts a new one for the next file", async () => {
  const { ports, timers, ask } = setUp();
  const hanging = ask();
  ports[0]!.emit({ kind: "alive", id: 1, next: "read" });
  timers.get(2)!();
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

it("waits long for the network, ten seconds for a page, and begins anew with each sign", async () => {
  const { ports, timers, waits, ask } = setUp();
  const reading = ask();
  const signs = ["read", "load", "read", "read"] as const;
  for (const next of signs) ports[0]!.emit({ kind: "alive", id: 1, next });
  ports[0]!.emit({ kind: "step", id: 1, step: { name: "Text", ms: 1 } });
  expect(waits).toEqual([60_000, 10_000, 60_000, 10_000, 10_000, 10_000]);
  expect([...timers.keys()]).toEqual([6]);
  timers.get(6)!();
  expect(await reading).toMatchObject({ failure: { kind: "timed-out" } });
});

it("says so when the worker can't load what it needs", async () => {
  const { ports, timers, ask } = setUp();
  const loading = ask();
  ports[0]!.emit({ kind: "alive", id: 1, next: "load" });
  timers.get(2)!();
  expect(await loading).toMatchObject({ failure: { kind: "unavailable" } });
});
