/**
 * `@webcontainer/api`'s other end on one machine (R3.10): the frame at `/headless`, the WebSocket
 * behind it, and previews. Everything lies on hosts below `.localhost` that only this machine has.
 */
import { Buffer } from "node:buffer";
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { Workspaces } from "../workspace.ts";
import { bundlePage } from "./bundle-page.ts";
import { proxyRequest, proxyUpgrade, type PreviewTarget } from "./preview-proxy.ts";
import { Session } from "./session.ts";

/** The frame's own host: another origin than the app's, and other cookies. */
export const FRAME_HOST = "headless.localhost";
const PREVIEW_LABEL = /^(wc-[0-9a-f]{16})-(\d{4,5})\.localhost$/;
const SUBPROTOCOL = "cv2web.";
/** One message: a project's files go up in one piece. */
const MESSAGE_BYTES = 120 * 2 ** 20;

export interface HeadlessOptions {
  readonly workspaces: Workspaces;
  /** The app's own origins: who may embed the frame, and is told by it. */
  readonly appOrigins: readonly string[];
}

/** For the runner's server, which asks `owns` first. */
export interface Headless {
  /** Whether a request with this Host header is for us. */
  owns(host: string | undefined): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all sessions; their workspaces go. */
  close(): Promise<void>;
}

export async function createHeadless(options: HeadlessOptions): Promise<Headless> {
  const { workspaces, appOrigins } = options;
  const token = randomBytes(32).toString("base64url");
  const script = await bundlePage();
  const sessions = new Map<string, Session>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });

  const targetOf = (host: string): PreviewTarget | null => {
    const [, id, digits] = PREVIEW_LABEL.exec(nameOf(host)) ?? [];
    const session = sessions.get(id ?? "");
    const workspace = session?.workspace;
    const port = Number(digits);
    if (!session || !workspace) return null;
    const at = workspace.listening().find((one) => one.port === port);
    if (at) return { session, port, address: at.address };
    // A server that starts again listens before anybody has looked; its own ports are worth a try.
    return workspace.ownPorts.includes(port) ? { session, port, address: "127.0.0.1" } : null;
  };

  function serve(socket: WebSocket, ownPort: string) {
    const id = `wc-${randomBytes(8).toString("hex")}`;
    const session = new Session({
      workspaces,
      id,
      previewUrl: (port) => `http://${id}-${port}.localhost${ownPort}/`,
      send: (message) => {
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
      },
    });
    sessions.set(id, session);
    socket.on("message", (data: Buffer) => void session.hear(data.toString("utf8")));
    socket.on("close", () => {
      sessions.delete(id);
      void session.close();
    });
  }

  return {
    owns: (host) => {
      const name = nameOf(host ?? "");
      return name === FRAME_HOST || PREVIEW_LABEL.test(name);
    },
    handle: (request, response) => {
      const host = request.headers.host ?? "";
      if (nameOf(host) === FRAME_HOST) {
        answerFrame({ request, response, token, script, appOrigins });
        return;
      }
      const target = targetOf(host);
      if (target === null) plain(response, 404, "Nothing runs here.");
      else proxyRequest(target, request, response, appOrigins);
    },
    upgrade: (request, socket, head) => {
      const host = request.headers.host ?? "";
      if (nameOf(host) !== FRAME_HOST) {
        const target = targetOf(host);
        if (target === null) socket.destroy();
        else proxyUpgrade(target, request, socket, head);
        return;
      }
      if (!mayConnect(request, token)) {
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
        return;
      }
      sockets.handleUpgrade(request, socket, head, (open) => serve(open, portOf(host)));
    },
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      await Promise.all([...sessions.values()].map((session) => session.close()));
      sessions.clear();
      sockets.close();
    },
  };
}

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, "");
const portOf = (host: string): string => /:\d+$/.exec(host)?.[0] ?? "";

/** Only the frame's own script: its origin, and the token that only it can read. */
function mayConnect({ url, headers }: IncomingMessage, token: string): boolean {
  if (url !== "/headless/socket" || headers.origin !== `http://${headers.host}`) return false;
  const offered = headers["sec-websocket-protocol"] ?? "";
  const given = Buffer.from(
    offered.startsWith(SUBPROTOCOL) ? offered.slice(SUBPROTOCOL.length) : "",
  );
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

interface FrameAsked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly token: string;
  readonly script: string;
  readonly appOrigins: readonly string[];
}

function answerFrame({ request, response, token, script, appOrigins }: FrameAsked): void {
  const { pathname } = new URL(request.url ?? "/", "http://headless");
  const { headers } = request;
  if (request.method !== "GET") return plain(response, 405, "GET only.");
  if (pathname === "/headless") {
    // Browsers say what a document is for; a page that is opened, or fetched, gets nothing.
    if (headers["sec-fetch-dest"] !== "iframe") return plain(response, 403, "Only as a frame.");
    const origins = JSON.stringify(appOrigins).replaceAll('"', "&quot;");
    response.writeHead(200, {
      ...common("text/html; charset=utf-8"),
      "content-security-policy": framePolicy(String(headers.host), appOrigins),
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(
      `<!doctype html><meta charset="utf-8"><meta name="app-origins" content="${origins}"><script type="module" src="/headless/frame.js"></script>`,
    );
    return;
  }
  if (pathname === "/headless/frame.js") {
    response.writeHead(200, common("text/javascript; charset=utf-8")).end(script);
    return;
  }
  if (pathname === "/headless/token") {
    // Asked anew at each boot, since a runner that started again has another one. A header of our own
    // can't be sent from another origin without a preflight, which nobody here answers.
    const isOurs = headers["sec-fetch-site"] === "same-origin" && headers["x-headless"] === "1";
    if (!isOurs) return plain(response, 403, "Only for the frame.");
    response.writeHead(200, common("text/plain")).end(token);
    return;
  }
  plain(response, 404, "Not found.");
}

const common = (type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "no-store",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});

const framePolicy = (host: string, appOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    `frame-ancestors ${appOrigins.join(" ")}`,
  ].join("; ");

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, common("text/plain; charset=utf-8")).end(text);
}
