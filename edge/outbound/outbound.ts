import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { createBreaker } from "./breaker.ts";
import { errorLine } from "../observe/error-note.ts";

/** How calls to one other party are made (R5.6). Times are milliseconds. */
export interface OutboundRule {
  /** For messages: “The model”. */
  readonly who: string;
  /** One try's time. */
  readonly timeoutMs: number;
  readonly tries: number;
  /** Before the second try, about; each further one waits about twice as long, with jitter. */
  readonly backoffMs: number;
  /** So many failures one after another open the breaker … */
  readonly breakAfter: number;
  /** … and after this time one call is let through to see. */
  readonly halfOpenAfterMs: number;
  /** Calls under way at once; more are tried again later, as after a failure. */
  readonly atOnce: number;
}

/** Thrown by a call whose other side refused in a way that another try won't change. */
export class RefusedError extends Error {}

export interface Outbound {
  /**
   * Makes a call with time-out, retries, breaker and limit. Fails with `timed-out`, `cancelled` (the
   * caller's signal) or `unavailable`.
   */
  call<T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<Result<T>>;
  /** `closed`: all is well; `open`: nothing is sent; `half-open`: one call looks. */
  state(): "closed" | "open" | "half-open";
}

const isPassing = (error: unknown) => !(error instanceof RefusedError);

/** One client for one other party; keep it for the isolate's life, it remembers how the other side does. */
export function createOutbound(rule: OutboundRule): Outbound {
  const breaker = createBreaker({ ...rule, lostAfterMs: 2 * rule.timeoutMs });
  const again = handleWhen((error) => isPassing(error) && !(error instanceof BrokenCircuitError));
  const repeated = retry(again, {
    maxAttempts: rule.tries - 1,
    // Jitter is the backoff's own (decorrelated), so that callers that failed together spread.
    backoff: new ExponentialBackoff({ initialDelay: rule.backoffMs, maxDelay: 30_000 }),
  });
  const once = wrap(
    // No queue: in workerd one request can't wait for another's promise.
    bulkhead(rule.atOnce, 0),
    timeout(rule.timeoutMs, TimeoutStrategy.Aggressive),
  );
  const guarded = async <T>(work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal) => {
    if (!breaker.admits(Date.now())) throw new BrokenCircuitError();
    try {
      const answer = await once.execute((inner) => work(inner.signal), signal);
      breaker.succeeded();
      return answer;
    } catch (error) {
      if (signal?.aborted || error instanceof BulkheadRejectedError) breaker.undecided();
      else if (isPassing(error)) breaker.failed(Date.now());
      else breaker.succeeded();
      throw error;
    }
  };
  return {
    async call(work, signal) {
      try {
        return ok(await repeated.execute((outer) => guarded(work, outer.signal), signal));
      } catch (error) {
        if (signal?.aborted) return fail(CANCELLED);
        return fail(failureOf(rule, error));
      }
    },
    state: breaker.state,
  };
}

function failureOf({ who, halfOpenAfterMs }: OutboundRule, error: unknown): Failure {
  const detail = errorLine(error);
  const nextStep = "Try again in a moment; what you made is safe.";
  if (error instanceof TaskCancelledError) {
    return {
      kind: "timed-out",
      message: `${who} took too long.`,
      nextStep,
      detail,
      retryable: true,
    };
  }
  const failure = {
    kind: "unavailable",
    message: `${who} can’t be reached just now.`,
    nextStep,
    detail,
  } as const;
  if (error instanceof BrokenCircuitError) {
    return { ...failure, retryable: true, retryAfterMs: halfOpenAfterMs };
  }
  return { ...failure, retryable: !(error instanceof RefusedError) };
}

const CANCELLED: Failure = {
  kind: "cancelled",
  message: "The call was stopped.",
  nextStep: "Start it again whenever you like.",
  retryable: false,
};
