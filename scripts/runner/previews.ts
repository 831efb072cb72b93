/**
 * What people see of a project's server: a proxy to the ports that a workspace's own processes listen
 * on, and to no other. A preview has an address for our worker
 * (`http://127.0.0.1:PORT/preview/ID/4000`, with the token in a header), and one for browsers
 * (`http://4000-KEY.localhost:PORT`, the key being in the name).
 */
import { randomBytes } from "node:crypto";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { ServerResponse } from "node:http";
import { answerDeclined, Declined } from "./answers.ts";
import type { Caller, Door, Upgrade } from "./door.ts";
import type { ListeningPort } from "./workspace.ts";

/** What a preview shows, whoever keeps it. */
export interface PreviewTarget {
  /** Ports that may be shown, just now. */
  listening(): readonly ListeningPort[];
  /** Somebody looked. */
  touch(): void;
  /** Added to each answer, as a frame in an isolated page asks for. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PreviewKeeper {
  /** By the workspace's id and its token. `null` where there is none or the token is wrong. */
  byToken(id: string, token: string): PreviewTarget | null;
  /** By a key that holds for one port. `null` when it doesn't, or no longer. */
  byKey(key: string, port: number): PreviewTarget | null;
}

/** 96 bits: 24 characters, so that port, hyphen and key make one label of a host name. */
export const newPreviewKey = (): string => randomBytes(12).toString("hex");

export const TOKEN_HEADER = "x-daytona-preview-token";
const PATH = /^\/preview\/([a-z0-9-]+)\/(\d{1,5})(\/.*)?$/;
const LABEL = /^(\d{1,5})-([a-z0-9-]+)$/;

interface Found {
  readonly target: PreviewTarget;
  readonly port: number;
  /** Path and query as the project's server is to see them. */
  readonly path: string;
}

/** A page on this machine's own hosts: the app, its previews, the preview itself. */
const isLocalPage = (origin: string): boolean => {
  const name = URL.parse(origin)?.hostname ?? "";
  return name === "localhost" || name === "127.0.0.1" || name.endsWith(".localhost");
};

/** The door to the previews. */
export function previewDoor(keepers: readonly PreviewKeeper[]): Door {
  const find = ({ request, url, label }: Caller): Found | null => {
    const given = request.headers[TOKEN_HEADER];
    const token = typeof given === "string" ? given : "";
    const byPath = PATH.exec(url.pathname);
    const byHost = LABEL.exec(label ?? "");
    if (byHost) {
      const [, port, name] = byHost as unknown as [string, string, string];
      const path = url.pathname + url.search;
      return firstOf(
        keepers,
        Number(port),
        path,
        (keeper) =>
          keeper.byKey(name, Number(port)) ?? (token ? keeper.byToken(name, token) : null),
      );
    }
    if (!byPath) return null;
    const [, id, port, rest = "/"] = byPath as unknown as [string, string, string, string?];
    return firstOf(keepers, Number(port), rest + url.search, (keeper) => keeper.byToken(id, token));
  };
  return {
    fits: ({ url, label }) => (label === null ? PATH.test(url.pathname) : LABEL.test(label)),
    admits: (caller) =>
      (caller.origin === null || isLocalPage(caller.origin)) && find(caller) !== null,
    handle: async (caller, response) => {
      const { target, port, path } = find(caller)!;
      target.touch();
      const to = target.listening().find((each) => each.port === port);
      if (to) await forward(caller.request, response, to, path, target.headers ?? {});
      else answerDeclined(response, "DAYTONA_PROXY", nothingListens(port));
    },
    upgrade: async (caller, upgrade) => {
      const { target, port, path } = find(caller)!;
      target.touch();
      const to = target.listening().find((each) => each.port === port);
      if (!to) throw nothingListens(port);
      tunnel(caller.request, upgrade, to, path);
    },
  };
}

function firstOf(
  keepers: readonly PreviewKeeper[],
  port: number,
  path: string,
  look: (keeper: PreviewKeeper) => PreviewTarget | null,
): Found | null {
  for (const keeper of keepers) {
    const target = look(keeper);
    if (target) return { target, port, path };
  }
  return null;
}

const nothingListens = (port: number) =>
  new Declined(
    502,
    `Nothing of this workspace listens on port ${port}. Start its server, then reload.`,
    "NO_SERVER",
  );

/** Headers that belong to one connection, and ours that the project has no business with. */
const NOT_HANDED_ON: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "host",
  TOKEN_HEADER,
]);

/** The project's server sees itself as the host: dev servers refuse names they don't know. */
function headersFor(
  headers: IncomingHttpHeaders,
  to: ListeningPort,
): Record<string, string | string[]> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || NOT_HANDED_ON.has(name) ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(kept),
    host: `localhost:${to.port}`,
    "x-forwarded-host": headers.host ?? "",
    "x-forwarded-proto": "http",
  };
}

function forward(
  request: IncomingMessage,
  response: ServerResponse,
  to: ListeningPort,
  path: string,
  added: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((settle) => {
    const onward = ask(
      {
        host: to.address,
        port: to.port,
        path,
        method: request.method,
        headers: headersFor(request.headers, to),
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...added });
        answer.pipe(response);
        answer.on("close", settle);
        answer.on("error", () => response.destroy());
      },
    );
    onward.on("error", () => {
      if (response.headersSent) response.destroy();
      else answerDeclined(response, "DAYTONA_PROXY", nothingListens(to.port));
      settle();
    });
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
}

/** Hands a WebSocket's handshake on, then both directions as they come. */
function tunnel(
  request: IncomingMessage,
  { socket, head }: Upgrade,
  to: ListeningPort,
  path: string,
): void {
  const onward = connect(to.port, to.address);
  const close = () => {
    onward.destroy();
    socket.destroy();
  };
  onward.on("error", close).on("close", close);
  socket.on("error", close).on("close", close);
  onward.on("connect", () => {
    const headers = {
      ...headersFor(request.headers, to),
      connection: "Upgrade",
      upgrade: "websocket",
    };
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((each) => `${name}: ${each}`),
    );
    onward.write(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket);
    socket.pipe(onward);
  });
}
