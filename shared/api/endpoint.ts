/**
 * One endpoint of the API, said once: the worker registers it, the OpenAPI document describes it, the
 * typed client calls it, and a test walks who may use it.
 */
import type { z } from "zod";
import type { KeyScope } from "./key-scope.ts";

/** What a path parameter can name that belongs to somebody. */
export type Owned =
  | "portfolio"
  | "job"
  | "sandbox"
  | "session"
  | "upload"
  | "api-key"
  | "publication"
  | "draft-link"
  | "letter";

/**
 * Who may call an endpoint (R5.1).
 * - `anyone`: no session needed; a session is read when there is one.
 * - `person`: any session, an anonymous one too.
 * - `member`: a registered person.
 * - `owner`: the person to whom what `param` names belongs; to all others it does not exist (404).
 * - `operator`: the operator's token.
 * - `internal`: our own parts, by a signed request.
 */
export type Access =
  | "anyone"
  | "person"
  | "member"
  | { readonly owner: Owned; readonly param: string }
  | "operator"
  | "internal";

/** `json-or-multipart`: whichever of both its content type says. */
export type BodyType = "json" | "bytes" | "multipart" | "json-or-multipart";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** `/api/portfolios/{portfolioId}`; parameters in braces, as OpenAPI has them. */
  readonly path: `/${string}`;
  readonly access: Access;
  /** An API key with this scope calls it as its owner; where it isn’t said no key is taken. */
  readonly byKey?: KeyScope;
  /** One line for the OpenAPI document. */
  readonly summary: string;
  readonly tag: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Its last parameter takes all that is left of the address, slashes too. */
  readonly pathIsOpen?: boolean;
  /** What the body is when it isn't JSON: bytes are handed to the handler unread. */
  readonly bodyType?: BodyType;
  /** Bytes; `BODY_LIMITS.json` when absent. */
  readonly bodyLimit?: number;
  readonly output: Output;
  /** `sse`: the answer is an event stream and `output` describes one event. `bytes`: a file. */
  readonly answers?: "json" | "sse" | "bytes";
  /** Tokens of the rate limit that one call takes; 1 when absent, 0 for free. */
  readonly cost?: number;
}

/** Names an endpoint; keeps the types of its schemas. */
export const endpoint = <
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Output extends z.ZodType = z.ZodUndefined,
>(
  definition: Endpoint<Params, Query, Body, Output>,
): Endpoint<Params, Query, Body, Output> => definition;

type Part<
  Name extends string,
  Schema,
  Way extends "input" | "output",
> = Schema extends z.ZodUndefined
  ? { readonly [K in Name]?: undefined }
  : Schema extends z.ZodType
    ? { readonly [K in Name]: Way extends "input" ? z.input<Schema> : z.output<Schema> }
    : never;

/** What a caller gives. */
export type CallOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Part<"params", P, "input"> & Part<"query", Q, "input"> & Part<"body", B, "input">
    : never;

/** What a handler gets, checked. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Part<"params", P, "output"> & Part<"query", Q, "output"> & Part<"body", B, "output">
    : never;

/** What a caller gets back. */
export type OutputOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer O> ? z.output<O> : never;
