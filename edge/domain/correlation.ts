/**
 * One id for what belongs together, from the browser through the worker to the database and to others
 * (R5.7): `x-request-id` as text, and the same as a trace of https://www.w3.org/TR/trace-context/.
 */
export interface Correlation {
  /** In every log line, in the comment of every query, in the answer and in calls to others. */
  readonly requestId: string;
  /** 32 hex digits: the given trace's, else the request id's own where it is a UUID. */
  readonly traceId: string;
  /** 16 hex digits: our own part of the trace. */
  readonly spanId: string;
  /** Whoever called us within a trace; `null` where it begins here. */
  readonly parentId: string | null;
}

/** What a caller or proxy may set; nothing that could end a comment or a header. */
const REQUEST_ID = /^[\w-]{8,64}$/;
const TRACEPARENT =
  /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/;

const hexOf = (id: string) => id.replaceAll("-", "").toLowerCase();

/**
 * The correlation of a call by the headers it came with. What isn't sound counts as not given.
 * @param newId makes a UUID
 */
export function correlationOf(
  given: { readonly requestId?: string | null; readonly traceparent?: string | null },
  newId: () => string,
): Correlation {
  const [, traceId, parentId] = TRACEPARENT.exec(given.traceparent ?? "") ?? [];
  const named = REQUEST_ID.test(given.requestId ?? "") ? given.requestId! : null;
  const requestId = named ?? traceId ?? newId();
  const isTraceable = /^(?!0{32})[0-9a-f]{32}$/.test(hexOf(requestId));
  return {
    requestId,
    traceId: traceId ?? (isTraceable ? hexOf(requestId) : hexOf(newId())),
    spanId: hexOf(newId()).slice(16),
    parentId: parentId ?? null,
  };
}

/** What a call to others carries, so that their logs and ours meet. */
export const correlationHeaders = ({
  requestId,
  traceId,
  spanId,
}: Correlation): Readonly<Record<"x-request-id" | "traceparent", string>> => ({
  "x-request-id": requestId,
  traceparent: `00-${traceId}-${spanId}-01`,
});

/** The fields of a log line; the trace's id is told where it can't be read off the request's. */
export const correlationFields = ({
  requestId,
  traceId,
}: Correlation): Readonly<Record<string, string>> =>
  hexOf(requestId) === traceId ? { requestId } : { requestId, traceId };
