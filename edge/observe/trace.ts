import { AsyncLocalStorage } from "node:async_hooks";
import type { Context } from "@opentelemetry/api";
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
export function createTrace(settings: {
  readonly endpoint: string | undefined;
  readonly requestId: string;
  readonly send: (request: Request) => Promise<unknown>;
  readonly afterAnswer: (work: Promise<unknown>) => void;
}): Trace {
  const { endpoint, requestId, send, afterAnswer } = settings;
  if (!endpoint) return (_name, _attributes, work) => work();

  let loading: ReturnType<typeof loadTracer> | null = null;
  return async (name, attributes, work) => {
    const { api, tracer, takeEnded } = await (loading ??= loadTracer(requestId));
    const parent = surrounding.getStore();
    const context = parent ?? api.ROOT_CONTEXT;
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

async function loadTracer(requestId: string) {
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
  return {
    api,
    tracer: provider.getTracer("cv2web"),
    takeEnded: () => {
      const spans = ended;
      ended = [];
      return JsonTraceSerializer.serializeRequest(spans);
    },
  };
}
