import { AsyncLocalStorage } from "node:async_hooks";
import type { Context } from "@opentelemetry/api";
import type { Correlation } from "../domain/correlation.ts";
import { errorLine } from "./error-note.ts";

/** Runs work as a named span below the one that surrounds it. */
export type Trace = <T>(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  work: () => Promise<T>,
) => Promise<T>;

const surrounding = new AsyncLocalStorage<Context>();

/**
 * Spans of one request, sent as OTLP/HTTP JSON to `${endpoint}/v1/traces` when the outermost has ended
 * (https://opentelemetry.io/docs/specs/otlp/#otlphttp). Without an endpoint work simply runs: nothing is
 * loaded and nothing is sent. Attributes carry routes, counts and ids, never what a person wrote.
 */
export function createTrace(
  endpoint: string | undefined,
  correlation: Correlation,
  afterAnswer: (work: Promise<unknown>) => void,
  send: (request: Request) => Promise<unknown> = (request) => fetch(request),
): Trace {
  if (!endpoint) return (_name, _attributes, work) => work();

  let loading: ReturnType<typeof loadTracer> | null = null;
  return async (name, attributes, work) => {
    const { api, root, tracer, takeEnded } = await (loading ??= loadTracer(correlation));
    const parent = surrounding.getStore();
    const context = parent ?? root;
    const span = tracer.startSpan(name, { attributes }, context);
    try {
      return await surrounding.run(api.trace.setSpan(context, span), work);
    } catch (error) {
      span.setStatus({ code: api.SpanStatusCode.ERROR, message: errorLine(error) });
      throw error;
    } finally {
      span.end();
      if (!parent) afterAnswer(send(exportRequest(endpoint, takeEnded())).catch(() => undefined));
    }
  };
}

const exportRequest = (endpoint: string, body: Uint8Array | undefined) =>
  new Request(`${endpoint.replace(/\/$/, "")}/v1/traces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new TextDecoder().decode(body),
  });

/** The first span of a request is the one that calls to others name; each further one has an id of its own. */
function spanIds(first: string): () => string {
  let next: string | null = first;
  return () => {
    const id = next ?? crypto.randomUUID().replaceAll("-", "").slice(16);
    next = null;
    return id;
  };
}

async function loadTracer({ requestId, traceId, spanId, parentId }: Correlation) {
  const [api, { BasicTracerProvider }, { JsonTraceSerializer }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/otlp-transformer"),
      import("@opentelemetry/resources"),
    ]);
  type Ended = Parameters<typeof JsonTraceSerializer.serializeRequest>[0];
  let ended: Ended = [];
  const provider = new BasicTracerProvider({
    idGenerator: { generateTraceId: () => traceId, generateSpanId: spanIds(spanId) },
    resource: resourceFromAttributes({ "service.name": "cv2web" }),
    spanProcessors: [
      {
        onStart: (span) => void span.setAttribute("request.id", requestId),
        onEnd: (span) => void ended.push(span),
        forceFlush: async () => undefined,
        shutdown: async () => undefined,
      },
    ],
  });
  const { ROOT_CONTEXT } = api;
  const caller = { traceId, spanId: parentId ?? "", traceFlags: api.TraceFlags.SAMPLED };
  return {
    api,
    root:
      parentId === null
        ? ROOT_CONTEXT
        : api.trace.setSpanContext(ROOT_CONTEXT, { ...caller, isRemote: true }),
    tracer: provider.getTracer("cv2web"),
    takeEnded: () => {
      const spans = ended;
      ended = [];
      return JsonTraceSerializer.serializeRequest(spans);
    },
  };
}
