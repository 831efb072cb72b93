import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jobEventSchema, jobStatusSchema } from "../../shared/job.ts";
import { afterFailure, isOver, mayBecome, nextEvent } from "./job-run.ts";

describe("a failed try", () => {
  test("is tried again after longer and longer, three times in all, then the operator sees it", () => {
    expect(afterFailure({ retryable: true }, 1, 1)).toEqual({ next: "try-again", inMs: 1_000 });
    expect(afterFailure({ retryable: true }, 1, 0)).toEqual({ next: "try-again", inMs: 500 });
    expect(afterFailure({ retryable: true }, 2, 1)).toEqual({ next: "try-again", inMs: 4_000 });
    expect(afterFailure({ retryable: true }, 3, 1)).toEqual({ next: "fail", forOperator: true });
  });

  test("of a file that can't be read fails at once, and is nobody's work", () => {
    expect(afterFailure({ retryable: false }, 1, 1)).toEqual({ next: "fail", forOperator: false });
  });

  test("waits as long as the other side asked", () => {
    const asked = { retryable: true, retryAfterMs: 20_000 };
    expect(afterFailure(asked, 1, 1)).toEqual({ next: "try-again", inMs: 20_000 });
  });
});

describe("a job's status", () => {
  test("what is over stays so, but that a failed job may be run again", () => {
    const moves = jobStatusSchema.options.flatMap((from) =>
      jobStatusSchema.options.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves.filter((move) => isOver(move.split(">")[0] as never))).toEqual(["failed>queued"]);
  });
});

describe("a job's events", () => {
  test("have numbers without gaps and a progress that never falls", () => {
    const progress = fc.array(fc.option(fc.integer({ min: -20, max: 140 }), { nil: undefined }));
    fc.assert(
      fc.property(progress, (wanted) => {
        let last = null as ReturnType<typeof nextEvent> | null;
        for (const [index, progress] of wanted.entries()) {
          const said = { type: "progress", step: "read", message: "Reading" } as const;
          const event = nextEvent(last, progress === undefined ? said : { ...said, progress }, 5);
          expect(jobEventSchema.safeParse(event).success).toBe(true);
          expect(event.id).toBe(index + 1);
          expect(event.progress).toBeGreaterThanOrEqual(last?.progress ?? 0);
          last = event;
        }
      }),
    );
  });
});
