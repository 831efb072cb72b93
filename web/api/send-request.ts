import { failureBodySchema } from "../../shared/api/failure-body.ts";
import { fail, ok, type Failure, type FailureKind, type Result } from "../../shared/failure.ts";

/** Sends a request; as `fetch`, rejects only when nothing came back. */
export type Send = (request: Request) => Promise<Response>;

/**
 * Sends one request of the API and gives its answer when that says yes. What says no comes back as the
 * failure it holds; nothing within `timeoutMs` as `timed-out`, no connection as `unavailable`, a stop
 * by the request's own signal as `cancelled`.
 */
export async function sendRequest(
  send: Send,
  request: Request,
  timeoutMs: number,
): Promise<Result<Response>> {
  const patience = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([request.signal, patience]);
  try {
    const answer = await send(new Request(request, { signal }));
    return answer.ok ? ok(answer) : fail(await failureOf(answer));
  } catch (error) {
    if (request.signal.aborted) return fail(CANCELLED);
    return fail(patience.aborted ? TIMED_OUT : notReached(String(error)));
  }
}

/** An answer that says no, as the failure that its body holds; `unavailable` where it isn't ours. */
export async function failureOf(answer: Response): Promise<Failure> {
  const body = failureBodySchema.safeParse(await answer.json().catch(() => null));
  if (!body.success) return notReached(`status ${answer.status}`);
  const { code, message, nextStep, retryable, requestId } = body.data;
  const seconds = Number(answer.headers.get("retry-after"));
  return {
    kind: code as FailureKind,
    message,
    nextStep,
    retryable,
    detail: `Request ${requestId}`,
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

/** The server didn't answer, or something else did. */
export const notReached = (detail: string): Failure => ({
  kind: "unavailable",
  message: "The server can’t be reached.",
  nextStep: "Your work is safe in this browser. Check the connection and try again.",
  detail,
  retryable: true,
});

const TIMED_OUT: Failure = {
  kind: "timed-out",
  message: "The server takes too long to answer.",
  nextStep: "Your work is safe in this browser. Try again in a moment.",
  retryable: true,
};

/** The person, or the screen they left, stopped it. */
export const CANCELLED: Failure = {
  kind: "cancelled",
  message: "Stopped.",
  nextStep: "Begin again whenever you like.",
  retryable: true,
};
