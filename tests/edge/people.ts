/** People for the worker's tests, and a way to call the API as one of them. */
import { env } from "cloudflare:workers";
import type { Endpoint } from "../../shared/api/endpoint.ts";
import type { Tier } from "../../shared/limits.ts";
import { createApp } from "../../edge/app.ts";
import type { Caller } from "../../edge/caller.ts";
import { composeRequest } from "../../edge/compose.ts";
import { openDatabase, type OpenDatabase } from "../../edge/db/open-database.ts";
import { correlationOf, type Correlation } from "../../edge/domain/correlation.ts";
import { people } from "../../edge/db/schema.ts";
import type { Env } from "../../edge/env.ts";

export const testEnv = env as unknown as Env;

/** What a request by this id belongs to. */
export const correlationFor = (requestId: string): Correlation =>
  correlationOf({ requestId }, () => crypto.randomUUID());

/** A database client of the test's own; end it. */
export const openTestDatabase = (): OpenDatabase => openDatabase(testEnv.DATABASE_URL!);

/** Adds a person and gives who they are as a caller. */
export async function addPerson(tier: Tier = "registered"): Promise<Caller> {
  const personId = crypto.randomUUID();
  const open = openTestDatabase();
  await open.database.insert(people).values({
    id: personId,
    name: "e1.test",
    email: `e1.${personId}`,
    isAnonymous: tier === "anonymous",
  });
  await open.end();
  return { personId, sessionId: "test", tier };
}

/** The real worker, but that the caller is who a header says. */
export function appAs(caller: Caller | null) {
  const app = createApp((requestEnv, afterAnswer, requestId) => ({
    ...composeRequest(requestEnv, afterAnswer, requestId),
    callerOf: async () => caller,
    takeRate: async () => ({ allowed: true, limit: 1, remaining: 1, resetMs: 0 }),
    log: () => undefined,
  }));
  return async (request: Request): Promise<Response> => {
    const pending: Promise<unknown>[] = [];
    const context = {
      waitUntil: (work: Promise<unknown>) => void pending.push(work),
      passThroughOnException: () => undefined,
      props: {},
    };
    const answer = await app.fetch(request, testEnv, context as unknown as ExecutionContext);
    await Promise.all(pending);
    return answer;
  };
}

export interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
}

/** The request that a browser would send to an endpoint. */
export function requestOf(endpoint: Endpoint, { params, query, body }: CallInput = {}): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? "");
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const isForm = body instanceof FormData;
  return new Request(`http://localhost:8787${path}${search.size > 0 ? `?${search}` : ""}`, {
    method: endpoint.method,
    headers: {
      origin: "http://localhost:8787",
      "sec-fetch-site": "same-origin",
      ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
}

/** The real worker, configured otherwise. What it leaves for later goes on by itself. */
export function appWith(configured: Partial<Env>) {
  const app = createApp(composeRequest);
  const context = {
    waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined),
    passThroughOnException: () => undefined,
    props: {},
  };
  return async (request: Request): Promise<Response> =>
    app.fetch(request, { ...testEnv, ...configured }, context as unknown as ExecutionContext);
}
