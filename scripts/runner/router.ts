/** Which handler answers which method and path. */
import type { ServerResponse } from "node:http";
import { answerJson, Declined } from "./answers.ts";
import type { Caller, Upgrade } from "./door.ts";

export interface Asked extends Caller {
  /** Values of the path's `:names`, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** Gives what is answered as JSON; `undefined`: it has written the answer itself. */
export type Handler = (asked: Asked, response: ServerResponse) => Promise<unknown>;
export type Opener = (asked: Asked, upgrade: Upgrade) => Promise<void>;

export interface Route<T> {
  readonly method: string;
  readonly steps: readonly string[];
  readonly handler: T;
}

/** `on("GET /sandbox/:id", …)` */
export function on<T>(methodAndPath: string, handler: T): Route<T> {
  const [method = "", path = ""] = methodAndPath.split(" ");
  return { method, steps: stepsOf(path), handler };
}

const stepsOf = (path: string): string[] => path.split("/").filter((step) => step !== "");

/** The values of a route's names where the path fits it. */
function fit(pattern: readonly string[], steps: readonly string[]): Record<string, string> | null {
  if (pattern.length !== steps.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const step = steps[index]!;
    if (part.startsWith(":")) params[part.slice(1)] = step;
    else if (part !== step) return null;
  }
  return params;
}

/** The first route that fits, with the path's values. @throws Declined with 400 or 404 */
export function routeFor<T>(
  routes: readonly Route<T>[],
  method: string,
  path: string,
): { readonly handler: T; readonly params: Readonly<Record<string, string>> } {
  let steps: string[];
  try {
    steps = stepsOf(path).map(decodeURIComponent);
  } catch {
    throw new Declined(400, "The address can’t be read.");
  }
  for (const route of routes) {
    const params = route.method === method ? fit(route.steps, steps) : null;
    if (params) return { handler: route.handler, params };
  }
  throw new Declined(404, `The local runner has no ${method} ${path}.`, "NOT_FOUND");
}

/** Answers a request by its route; what comes back is sent as JSON. */
export async function answerBy(
  routes: readonly Route<Handler>[],
  caller: Caller,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const { handler, params } = routeFor(routes, caller.request.method ?? "GET", path);
  const body = await handler({ ...caller, params }, response);
  if (body !== undefined) answerJson(response, 200, body);
}
