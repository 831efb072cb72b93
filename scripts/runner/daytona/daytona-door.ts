/** The doors to Daytona's API and to the toolboxes. No web page has any business here. */
import type { ServerResponse } from "node:http";
import { answerDeclined, Declined, isSame } from "../answers.ts";
import type { Caller, Door } from "../door.ts";
import { answerBy, on, routeFor, type Handler, type Opener, type Route } from "../router.ts";
import { sandboxRoutes, type Addresses } from "./sandbox-routes.ts";
import type { Sandboxes } from "./sandboxes.ts";
import { toolboxRoutes, toolboxSockets } from "./toolbox.ts";

const API = "/api";
const TOOLBOX = /^\/toolbox\/([a-z0-9-]+)\//;

const bearerOf = ({ request }: Caller): string =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";

/** Requests that a browser makes for a page carry one of these; the SDK's never do. */
const isFromPage = ({ request, origin }: Caller): boolean =>
  origin !== null || request.headers["sec-fetch-site"] !== undefined;

/** Opens both doors; `token` is this start's own. */
export function daytonaDoors(sandboxes: Sandboxes, token: string, addresses: Addresses): Door[] {
  const api = sandboxRoutes(sandboxes, addresses);
  const withSandbox = <T>({ method, steps, handler }: Route<T>): Route<T> =>
    on(`${method} /toolbox/:sandbox/${steps.join("/")}`, handler);
  const toolbox: Route<Handler>[] = toolboxRoutes(sandboxes).map(withSandbox);
  const sockets: Route<Opener>[] = toolboxSockets(sandboxes).map(withSandbox);

  /** Where headers can't be sent (a WebSocket in workerd) the sandbox's preview token opens its toolbox. */
  const hasSandboxKey = ({ request, url }: Caller): boolean => {
    const id = TOOLBOX.exec(url.pathname)?.[1] ?? "";
    const key = url.searchParams.get("DAYTONA_SANDBOX_AUTH_KEY") ?? "";
    return request.headers.upgrade !== undefined && sandboxes.holdsToken(id, key);
  };

  return [
    {
      fits: ({ url, label }) => label === null && url.pathname.startsWith(`${API}/`),
      admits: (caller) => !isFromPage(caller) && isSame(bearerOf(caller), token),
      handle: (caller, response) =>
        answerBy(api, caller, caller.url.pathname.slice(API.length), response),
    },
    {
      fits: ({ url, label }) => label === null && TOOLBOX.test(url.pathname),
      admits: (caller) =>
        !isFromPage(caller) && (isSame(bearerOf(caller), token) || hasSandboxKey(caller)),
      handle: (caller, response) =>
        asDaemon(response, answerBy(toolbox, caller, caller.url.pathname, response)),
      upgrade: async (caller, upgrade) => {
        const { handler, params } = routeFor(sockets, "GET", caller.url.pathname);
        await handler({ ...caller, params }, upgrade);
      },
    },
  ];
}

/** What the toolbox declines is said in its own name, by which the SDK knows the kind of error. */
async function asDaemon(response: ServerResponse, answering: Promise<void>): Promise<void> {
  try {
    await answering;
  } catch (error) {
    if (!(error instanceof Declined) || response.headersSent) throw error;
    answerDeclined(response, "DAYTONA_DAEMON", error);
  }
}
