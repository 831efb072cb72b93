import type { Context, Hono } from "hono";
import type { Access, Endpoint, InputOf, OutputOf } from "../shared/api/endpoint.ts";
import { fail, ok, type Failure, type Result } from "../shared/failure.ts";
import { BODY_LIMITS } from "../shared/limits.ts";
import { addressOf } from "./address.ts";
import type { Caller } from "./caller.ts";
import { noteAct } from "./db/rows/audit-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import { apiKeyIn } from "./domain/api-key.ts";
import type { Env } from "./env.ts";
import { readBody } from "./read-body.ts";
import {
  KEY_NOT_TAKEN,
  KEY_UNKNOWN,
  keyTooNarrow,
  NOT_FOUND,
  SIGN_IN_FIRST,
  tooMany,
} from "./refusals.ts";
import { rateHeaders, respond } from "./respond.ts";

export interface Variables {
  requestId: string;
  dependencies: Dependencies;
  /** The path of the endpoint that answers, as its table has it; not set for files. */
  route?: string;
}
export type EdgeHono = Hono<{ Bindings: Env; Variables: Variables }>;
export type EdgeContext = Context<{ Bindings: Env; Variables: Variables }>;

/** What a handler gets; everything of the request in it has been checked. */
export interface Call<E> {
  readonly input: InputOf<E>;
  /** There is one wherever the endpoint's rule asks for one. */
  readonly caller: E extends { access: "anyone" | "operator" | "internal" }
    ? Caller | null
    : Caller;
  readonly dependencies: Dependencies;
  readonly requestId: string;
  readonly context: EdgeContext;
}

export type Handler<E> = (call: Call<E>) => Promise<Result<OutputOf<E>> | Response>;

/**
 * Adds one endpoint to the worker: who may call it, how often, how much it may send and what shape it
 * must have are looked at in this order, before its handler runs.
 */
export function route<E extends Endpoint>(app: EdgeHono, endpoint: E, handler: Handler<E>): void {
  const path = routePathOf(endpoint);
  app.on(endpoint.method, path, async (context) => {
    const requestId = context.get("requestId");
    context.set("route", endpoint.path);
    const answer = await answerCall(context, endpoint, handler);
    if (answer instanceof Response) return answer;
    return answer.ok
      ? context.json(answer.value as object, 200, { "cache-control": "no-store" })
      : respondCounted(context, requestId, answer.failure);
  });
}

/** An endpoint's path as hono has it: `/api/jobs/:jobId`. */
export const routePathOf = ({ path, pathIsOpen }: Endpoint): string =>
  path.replace(/\{(\w+)\}$/, pathIsOpen ? ":$1{.+}" : ":$1").replaceAll(/\{(\w+)\}(?=\/)/g, ":$1");

/** Answers a failure and counts it by kind (R5.7). */
export function respondCounted(context: EdgeContext, requestId: string, failure: Failure) {
  context.get("dependencies").metrics.count("failures_total", { kind: failure.kind });
  return respond(context, requestId, failure);
}

async function answerCall<E extends Endpoint>(
  context: EdgeContext,
  endpoint: E,
  handler: Handler<E>,
): Promise<Result<unknown> | Response> {
  const dependencies = context.get("dependencies");
  const sender = await senderOf(endpoint, context.req.raw, dependencies);
  const caller = sender.ok ? sender.value : null;
  const params = context.req.param() as Record<string, string>;

  const address = addressOf(context.req.raw);
  const payer = caller ? { ...caller, address } : { address };
  const rate = await dependencies.takeRate(payer, endpoint.cost ?? 1);
  for (const [name, value] of Object.entries(rateHeaders(rate))) context.header(name, value);
  if (!rate.allowed) return fail(tooMany(rate.resetMs));
  if (!sender.ok) return sender;

  const refusal = await refuse(endpoint.access, caller, params, context.req.raw, dependencies);
  if (refusal) return fail(refusal);

  const input = await readInput(context, endpoint, params);
  if (!input.ok) return input;
  const answer = await handler({
    input: input.value as InputOf<E>,
    caller: caller as Call<E>["caller"],
    dependencies,
    requestId: context.get("requestId"),
    context,
  });
  if (endpoint.access === "operator" && endpoint.method !== "GET") {
    const { afterAnswer, database } = dependencies;
    const outcome = answer instanceof Response || answer.ok ? "done" : answer.failure.kind;
    const act = `operator ${endpoint.method} ${endpoint.path}`;
    const requestId = context.get("requestId");
    // What it was done to: ids and addresses of sites, nothing of anybody's content.
    const detail = { ...params, outcome };
    // Without a database what the operator did is still done, and answered.
    const note = async () =>
      noteAct(database(), { personId: caller?.personId ?? null, act, requestId, detail });
    afterAnswer(note());
  }
  // A response of the handler's own doesn't take what the context was told.
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(rateHeaders(rate))) answer.headers.set(name, value);
  }
  return answer;
}

/**
 * Who sends a request: whose session it carries, or whose API key. Where a key is sent to what asks who
 * somebody is, it alone says so, and only where the endpoint takes keys.
 */
async function senderOf(
  { access, byKey }: Endpoint,
  request: Request,
  dependencies: Dependencies,
): Promise<Result<Caller | null>> {
  const asksWho = access !== "anyone" && access !== "operator" && access !== "internal";
  const key = asksWho ? apiKeyIn(request.headers) : null;
  if (key === null) return ok(await dependencies.callerOf(request));
  if (byKey === undefined) return fail(KEY_NOT_TAKEN);
  const holder = await dependencies.callerByKey(key);
  if (!holder) return fail(KEY_UNKNOWN);
  return holder.scopes.includes(byKey) ? ok(holder) : fail(keyTooNarrow(byKey));
}

/** Why somebody may not call an endpoint; `null` where they may. */
async function refuse(
  access: Access,
  caller: Caller | null,
  params: Record<string, string>,
  request: Request,
  dependencies: Dependencies,
): Promise<Failure | null> {
  if (access === "anyone") return null;
  if (access === "operator") return (await dependencies.isOperator(request)) ? null : NOT_FOUND;
  if (access === "internal") return (await dependencies.isInternal(request)) ? null : NOT_FOUND;
  if (!caller) return SIGN_IN_FIRST;
  if (access === "person") return null;
  if (access === "member") return caller.tier === "anonymous" ? SIGN_IN_FIRST : null;
  const owns = await dependencies.owns(caller, access.owner, params[access.param] ?? "");
  return owns ? null : NOT_FOUND;
}

async function readInput(
  context: EdgeContext,
  endpoint: Endpoint,
  params: Record<string, string>,
): Promise<Result<Record<string, unknown>>> {
  const input: Record<string, unknown> = {};
  const body = endpoint.body
    ? await readBody(
        context.req.raw,
        endpoint.bodyType ?? "json",
        endpoint.bodyLimit ?? BODY_LIMITS.json,
      )
    : ok(undefined);
  if (!body.ok) return body;
  const parts = { params, query: context.req.query(), body: body.value };
  for (const name of ["params", "query", "body"] as const) {
    const schema = endpoint[name];
    if (!schema) continue;
    const parsed = schema.safeParse(parts[name]);
    if (!parsed.success) return fail(invalid(name, parsed.error.issues[0]));
    input[name] = parsed.data;
  }
  return ok(input);
}

const invalid = (
  part: string,
  issue: { path: PropertyKey[]; message: string } | undefined,
): Failure => ({
  kind: "invalid",
  message: `The request can’t be used: ${[part, ...(issue?.path ?? [])].map(String).join(".")}: ${issue?.message ?? "wrong shape"}.`,
  nextStep: "Compare it with /api/openapi.json and send it again.",
  retryable: false,
});
