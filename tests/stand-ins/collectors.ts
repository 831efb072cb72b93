/**
 * What takes reports, at `{service}.{box}.collector.example`, at wire level; what isn't in the service's own format is
 * refused as the service does.
 * - `sentry.` `POST /api/{project}/envelope/` (https://develop.sentry.dev/sdk/data-model/envelopes/)
 * - `otel.` `POST /v1/traces`, OTLP/HTTP in JSON (https://opentelemetry.io/docs/specs/otlp/#otlphttp)
 * - `mail.` `POST /emails`, Resend's
 * `GET https://kept.{box}.collector.example/` gives what came, and forgets it.
 */
import { z } from "zod";

export interface Collected {
  readonly by: "sentry" | "otel" | "mail";
  readonly headers: Readonly<Record<string, string>>;
  /** Sentry: the event; OTLP: the spans; mail: the letter. */
  readonly content: unknown;
}

/** By box: each test file has one of its own. */
const kept = new Map<string, Collected[]>();

const eventSchema = z.looseObject({
  event_id: z.string().regex(/^[0-9a-f]{32}$/),
  timestamp: z.number(),
  exception: z.object({ values: z.array(z.looseObject({ type: z.string() })).min(1) }),
});

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-fA-F]{${digits}}$`));
const spanSchema = z.looseObject({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: hex(16).optional(),
  name: z.string().min(1),
  // Enums are numbers in OTLP's JSON, 64-bit numbers are texts.
  kind: z.int(),
  startTimeUnixNano: z.string().regex(/^\d+$/),
  endTimeUnixNano: z.string().regex(/^\d+$/),
});
const tracesSchema = z.object({
  resourceSpans: z.array(
    z.looseObject({ scopeSpans: z.array(z.looseObject({ spans: z.array(spanSchema) })) }),
  ),
});

export async function answerCollector(request: Request): Promise<Response> {
  const { hostname, pathname, searchParams } = new URL(request.url);
  const [service = "", box = ""] = hostname.split(".");
  const came = kept.get(box) ?? [];
  kept.set(box, service === "kept" ? [] : came);
  if (service === "kept") return Response.json(came);
  const text = await request.text();
  const headers = Object.fromEntries(request.headers);
  const keep = (by: Collected["by"], content: unknown) => void came.push({ by, headers, content });
  if (service === "sentry" && /^\/api\/\d+\/envelope\/$/.test(pathname)) {
    const key = searchParams.get("sentry_key") ?? headers["x-sentry-auth"];
    if (!key) return Response.json({ detail: "missing authorization" }, { status: 403 });
    const event = eventOf(text);
    if (!event.success) return Response.json({ detail: "invalid envelope" }, { status: 400 });
    keep("sentry", event.data);
    return Response.json({ id: event.data.event_id });
  }
  if (service === "otel" && pathname === "/v1/traces") {
    if (headers["content-type"] !== "application/json") return new Response(null, { status: 415 });
    const traces = tracesSchema.safeParse(asJson(text));
    if (!traces.success) return Response.json({ code: 3 }, { status: 400 });
    const spans = traces.data.resourceSpans.flatMap((one) =>
      one.scopeSpans.flatMap((scope) => scope.spans),
    );
    keep("otel", spans);
    return Response.json({ partialSuccess: {} });
  }
  if (service === "mail" && pathname === "/emails") {
    keep("mail", asJson(text));
    return Response.json({ id: crypto.randomUUID() });
  }
  return new Response(null, { status: 404 });
}

/** The event of an envelope: a header, then for each item its header and its payload, a line each. */
function eventOf(envelope: string) {
  const [head = "", ...lines] = envelope.split("\n");
  const headers = z.looseObject({ event_id: z.string() }).safeParse(asJson(head));
  const at = lines.findIndex(
    (line) => z.looseObject({ type: z.literal("event") }).safeParse(asJson(line)).success,
  );
  return eventSchema.safeParse(headers.success && at >= 0 ? asJson(lines[at + 1] ?? "") : null);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
