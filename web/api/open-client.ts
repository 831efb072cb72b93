import type { z } from "zod";
import type { CallOf, Endpoint, OutputOf } from "../../shared/api/endpoint.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { notReached, sendRequest, type Send } from "./send-request.ts";

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds until the call is given up; 15 s when absent. */
  readonly timeoutMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiClient {
  /** Calls an endpoint of the table and gives what it answers, checked against its schema. */
  call<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options?: CallOptions,
  ): Promise<Result<OutputOf<E>>>;
  /** Calls an endpoint whose answer is read by the caller, a form for example. */
  ask<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options?: CallOptions,
  ): Promise<Result<Response>>;
  /** Calls an endpoint that answers a file. */
  download<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options?: CallOptions,
  ): Promise<Result<Blob>>;
  /** Makes the request of an endpoint without sending it: for event streams. */
  requestOf<E extends Endpoint>(endpoint: E, input: CallOf<E>, options?: CallOptions): Request;
  /** Calls a route that isn't in the table (better-auth's own), and checks its answer. */
  callAt<T extends z.ZodType>(
    at: { readonly method: "GET" | "POST"; readonly path: `/${string}`; readonly body?: unknown },
    output: T,
    options?: CallOptions,
  ): Promise<Result<z.output<T>>>;
  readonly send: Send;
}

const PATIENCE_MS = 15_000;

/**
 * The API as the app calls it. `origin` is the app's own; each call goes out under a new id of
 * `newRequestId`, which the server writes into its logs.
 */
export function openClient(given: {
  readonly send: Send;
  readonly origin: string;
  readonly newRequestId: () => string;
}): ApiClient {
  const { send, origin, newRequestId } = given;
  const ask = (request: Request, options: CallOptions) =>
    sendRequest(send, request, options.timeoutMs ?? PATIENCE_MS);
  const make = (method: string, url: URL, body: unknown, options: CallOptions): Request => {
    const isRaw = body instanceof FormData || body instanceof Uint8Array;
    const payload = isRaw ? (body as BodyInit) : JSON.stringify(body);
    return new Request(url, {
      method,
      headers: {
        ...(body === undefined || isRaw ? {} : { "content-type": "application/json" }),
        ...options.headers,
        "x-request-id": newRequestId(),
      },
      ...(body === undefined ? {} : { body: payload }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  };
  const requestOf = <E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    options: CallOptions = {},
  ): Request => {
    const { params, query, body } = input as LooseInput;
    return make(
      endpoint.method,
      urlOf(origin, endpoint.path, params, query),
      bodyOf(endpoint, body),
      options,
    );
  };
  return {
    send,
    requestOf,
    ask: (endpoint, input, options = {}) => ask(requestOf(endpoint, input, options), options),
    call: async (endpoint, input, options = {}) => {
      const answer = await ask(requestOf(endpoint, input, options), options);
      return answer.ok ? readJson(answer.value, endpoint.output) : answer;
    },
    download: async (endpoint, input, options = {}) => {
      const answer = await ask(requestOf(endpoint, input, options), options);
      if (!answer.ok) return answer;
      try {
        return ok(await answer.value.blob());
      } catch (error) {
        return fail(notReached(String(error)));
      }
    },
    callAt: async ({ method, path, body }, output, options = {}) => {
      const answer = await ask(make(method, new URL(path, origin), body, options), options);
      return answer.ok ? readJson(answer.value, output) : answer;
    },
  } as ApiClient;
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function urlOf(
  origin: string,
  path: string,
  params: LooseInput["params"],
  query: LooseInput["query"],
): URL {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name] ?? "")),
  );
  const url = new URL(filled, origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function bodyOf(endpoint: Endpoint, body: unknown): unknown {
  if (endpoint.bodyType !== "multipart" || body instanceof FormData) return body;
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    form.append(name, value instanceof Blob ? value : String(value));
  }
  return form;
}

async function readJson<T extends z.ZodType>(
  answer: Response,
  output: T,
): Promise<Result<z.output<T>>> {
  const text = await answer.text().catch(() => null);
  let body: unknown;
  try {
    body = text ? JSON.parse(text) : undefined;
  } catch {
    return fail(notReached("the answer isn’t JSON"));
  }
  const parsed = output.safeParse(body);
  return parsed.success ? ok(parsed.data) : fail(notReached(parsed.error.message));
}
