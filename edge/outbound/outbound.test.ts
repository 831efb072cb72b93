import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createOutbound, RefusedError, type OutboundRule } from "./outbound.ts";

const rule: OutboundRule = {
  who: "The model",
  timeoutMs: 1_000,
  tries: 3,
  backoffMs: 100,
  breakAfter: 5,
  halfOpenAfterMs: 10_000,
  atOnce: 2,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets time pass until a promise is done. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  const seen = { isDone: false };
  const done = () => {
    seen.isDone = true;
  };
  promise.then(done, done);
  while (!seen.isDone) await vi.advanceTimersByTimeAsync(50);
  return promise;
}

describe("a call to others", () => {
  test("is tried three times, later and later, and then said to be unavailable", async () => {
    const at: number[] = [];
    const result = await inTime(
      createOutbound(rule).call(async () => {
        at.push(Date.now());
        throw new Error("503");
      }),
    );
    expect(result).toMatchObject({ ok: false, failure: { kind: "unavailable", retryable: true } });
    expect(at).toHaveLength(3);
    expect(at[1]! - at[0]!).toBeGreaterThan(0);
  });

  test("that succeeds the second time is a success", async () => {
    let tries = 0;
    const result = await inTime(
      createOutbound(rule).call(async () => {
        tries += 1;
        if (tries === 1) throw new Error("reset");
        return "answer";
      }),
    );
    expect(result).toEqual({ ok: true, value: "answer" });
  });

  test("that is refused isn't tried again", async () => {
    let tries = 0;
    const result = await inTime(
      createOutbound(rule).call(async () => {
        tries += 1;
        throw new RefusedError("400");
      }),
    );
    expect(result).toMatchObject({ ok: false, failure: { retryable: false } });
    expect(tries).toBe(1);
  });

  test("that hangs is ended by the time-out, its signal aborted", async () => {
    const signals: AbortSignal[] = [];
    const result = await inTime(
      createOutbound({ ...rule, tries: 1 }).call((signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      }),
    );
    expect(result).toMatchObject({ ok: false, failure: { kind: "timed-out" } });
    expect(signals[0]?.aborted).toBe(true);
  });

  test("that its caller stops is cancelled", async () => {
    const controller = new AbortController();
    const result = createOutbound(rule).call(
      (signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("x")))),
      controller.signal,
    );
    controller.abort();
    expect(await inTime(result)).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
  });

  test("opens the breaker after failures in a row, looks once when half open, closes when well", async () => {
    const outbound = createOutbound({ ...rule, tries: 1 });
    const failing = () => outbound.call(async () => Promise.reject(new Error("down")));
    for (let n = 0; n < 5; n += 1) await inTime(failing());
    expect(outbound.state()).toBe("open");

    let calls = 0;
    const counted = () =>
      outbound.call(async () => {
        calls += 1;
        return "up";
      });
    expect(await inTime(counted())).toMatchObject({ failure: { retryAfterMs: 10_000 } });
    expect(calls).toBe(0);

    await vi.advanceTimersByTimeAsync(10_000);
    await inTime(failing());
    expect(outbound.state()).toBe("open");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await inTime(counted())).toEqual({ ok: true, value: "up" });
    expect(outbound.state()).toBe("closed");
  });

  test("waits for no other call that looks: it is refused at once, and a look that is lost is made again", async () => {
    const outbound = createOutbound({ ...rule, tries: 1, breakAfter: 1, atOnce: 100 });
    await inTime(outbound.call(async () => Promise.reject(new Error("down"))));
    await vi.advanceTimersByTimeAsync(10_000);
    let calls = 0;
    const never = () => {
      calls += 1;
      return new Promise<string>(() => undefined);
    };
    const look = outbound.call(never);
    const others = await Promise.all(Array.from({ length: 50 }, () => outbound.call(never)));
    expect(others.every(({ ok }) => !ok)).toBe(true);
    expect([calls, outbound.state()]).toEqual([1, "half-open"]);
    // Its request is gone, its timer with it: nothing tells the breaker.
    vi.setSystemTime(Date.now() + 20_000);
    expect(await outbound.call(async () => "up")).toEqual({ ok: true, value: "up" });
    expect(outbound.state()).toBe("closed");
    await inTime(look);
  });

  test("never has more under way than its limit, and those beyond come through later", async () => {
    const outbound = createOutbound({ ...rule, tries: 8 });
    let now = 0;
    let most = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 200));
      now -= 1;
      return "done";
    };
    const results = await inTime(Promise.all([1, 2, 3, 4].map(() => outbound.call(work))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(2);
  });
});
