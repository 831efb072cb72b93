import type { z } from "zod";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { ELSEWHERE_LIMITS } from "../../shared/limits.ts";
import { HOST_NAMES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import { createOutbound, type Outbound } from "../outbound/outbound.ts";

export interface WireRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes as JSON. */
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

export interface WireAnswer {
  readonly status: number;
  /** Parsed JSON; `null` where there is none. */
  readonly body: unknown;
}

/** A host’s API with a person’s token. */
export interface Wire {
  /** Gives every answer but a refused token, an overloaded and a broken host; those are failures. */
  ask(
    method: "GET" | "POST" | "PUT" | "PATCH",
    path: string,
    request?: WireRequest,
  ): Promise<Result<WireAnswer>>;
}

/** One client a host for the isolate’s life: it remembers how the host does. */
const clients = new Map<OtherHostId, Outbound>();

function clientOf(host: OtherHostId): Outbound {
  const known = clients.get(host);
  if (known) return known;
  const made = createOutbound({
    who: HOST_NAMES[host],
    timeoutMs: ELSEWHERE_LIMITS.callMs,
    tries: 3,
    backoffMs: 300,
    breakAfter: 10,
    halfOpenAfterMs: 20_000,
    atOnce: 50,
  });
  clients.set(host, made);
  return made;
}

/**
 * Opens a host’s API. The token goes into one header of requests to `origin` and nowhere else; no redirect
 * is followed, so that it goes to nobody else.
 */
export function openWire(given: {
  readonly host: OtherHostId;
  /** `https://api.github.com`, or a stand-in. */
  readonly origin: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly send: (request: Request) => Promise<Response>;
}): Wire {
  const { host, origin, token, headers, send } = given;
  return {
    async ask(method, path, request = {}) {
      const url = new URL(origin.replace(/\/$/, "") + path);
      for (const [name, value] of Object.entries(request.query ?? {})) {
        url.searchParams.set(name, value);
      }
      const body =
        request.bytes ?? (request.json === undefined ? null : JSON.stringify(request.json));
      const answered = await clientOf(host).call(async (signal) => {
        const answer = await send(
          new Request(url, {
            method,
            redirect: "manual",
            signal,
            headers: {
              accept: "application/json",
              "user-agent": "CV2WEB",
              ...headers,
              authorization: `Bearer ${token}`,
              ...(request.json === undefined ? {} : { "content-type": "application/json" }),
              ...request.headers,
            },
            ...(body === null ? {} : { body: body as BodyInit }),
          }),
        );
        const text = await answer.text();
        if (answer.status >= 500 || isOverloaded(answer))
          throw new Error(`status ${answer.status}`);
        return { status: answer.status, body: parse(text) };
      });
      if (!answered.ok) return answered;
      return answered.value.status === 401 ? fail(tokenRefused(host)) : answered;
    },
  };
}

/** GitHub says “too many” with a 403 and a time to come back (its secondary rate limit). */
const isOverloaded = ({ status, headers }: Response) =>
  status === 429 || (status === 403 && headers.has("retry-after"));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An answer of one of these statuses, by its schema; else the host’s refusal. */
export function expectAnswer<T>(
  host: OtherHostId,
  answered: Result<WireAnswer>,
  schema: z.ZodType<T>,
  statuses: readonly number[] = [200, 201],
): Result<T> {
  if (!answered.ok) return answered;
  const { status, body } = answered.value;
  if (!statuses.includes(status)) return fail(refused(host, status));
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : fail(notUnderstood(host));
}

/** What each token must be allowed to do, in its host’s own words. */
const MAY: Readonly<Record<OtherHostId, string>> = {
  github:
    "A fine-grained token needs Contents, Workflows, Pages and Administration: read and write; a classic one repo and workflow.",
  netlify: "Make a personal access token under User settings → Applications.",
  vercel: "Make a token under Account settings → Tokens, with the scope of your own account.",
};

const tokenRefused = (host: OtherHostId): Failure => ({
  kind: "forbidden",
  message: `${HOST_NAMES[host]} doesn’t take this token.`,
  nextStep: `It may have expired. ${MAY[host]}`,
  retryable: false,
});

export const refused = (host: OtherHostId, status: number): Failure => {
  const name = HOST_NAMES[host];
  if (status === 403 || status === 404) {
    return {
      kind: "forbidden",
      message: `${name} doesn’t let this token do that.`,
      nextStep: MAY[host],
      detail: `status ${status}`,
      retryable: false,
    };
  }
  return {
    kind: "invalid",
    message: `${name} refused it.`,
    nextStep: `Look at ${name} whether the place is still there, then send it again; nothing here is lost.`,
    detail: `status ${status}`,
    retryable: false,
  };
};

const notUnderstood = (host: OtherHostId): Failure => ({
  kind: "unavailable",
  message: `${HOST_NAMES[host]} answered something unexpected.`,
  nextStep: "Try again in a while; nothing here is lost.",
  retryable: true,
});

export const nameTaken = (host: OtherHostId, name: string): Failure => ({
  kind: "conflict",
  message: `“${name}” isn’t free at ${HOST_NAMES[host]}.`,
  nextStep: "Choose another name.",
  retryable: false,
});

/** Contents that the host names otherwise than we do arrived damaged. */
export const arrivedDamaged = (host: OtherHostId): Failure => ({
  kind: "corrupt",
  message: `A file arrived damaged at ${HOST_NAMES[host]}.`,
  nextStep: "Send it again; what is shown there hasn’t changed.",
  retryable: true,
});
