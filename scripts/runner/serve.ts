/**
 * The runner's one port, on loopback alone. A web page anywhere can make a browser send requests to it,
 * also under a name that suddenly resolves to 127.0.0.1: so the Host must be ours, and each door looks
 * at the Origin and asks for a token.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { answerDeclined, Declined, declineUpgrade } from "./answers.ts";
import type { Caller, Door } from "./door.ts";

export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Where a host name leads to on this port; `undefined` for a name that isn't ours. */
function labelOf(host: string | undefined, port: number): string | null | undefined {
  const [, name, given] = /^([a-z0-9.-]+|\[::1\]):(\d+)$/i.exec(host ?? "") ?? [];
  if (name === undefined || Number(given) !== port) return undefined;
  if (["127.0.0.1", "[::1]", "localhost"].includes(name.toLowerCase())) return null;
  return /^([a-z0-9-]+)\.localhost$/i.exec(name)?.[1]?.toLowerCase();
}

function callerOf(request: IncomingMessage, port: number): Caller {
  const label = labelOf(request.headers.host, port);
  if (label === undefined) {
    throw new Declined(421, "This host isn’t served here. Use the address the runner gave.");
  }
  const url = URL.parse(request.url ?? "/", `http://127.0.0.1:${port}`);
  if (!url) throw new Declined(400, "The address can’t be read.");
  return { request, url, label, origin: request.headers.origin ?? null };
}

/** Finds the door and asks whether it lets the caller in. @throws Declined */
function doorFor(doors: readonly Door[], caller: Caller): Door {
  const door = doors.find(({ fits }) => fits(caller));
  if (!door) throw new Declined(404, "Nothing is served at this address.", "NOT_FOUND");
  if (!door.admits(caller)) {
    throw new Declined(
      401,
      "The token is missing or wrong, or the page may not ask.",
      "UNAUTHORIZED",
    );
  }
  return door;
}

/** Serves the doors; `port` 0 takes a free one. @throws when the port is taken */
export async function serveDoors(doors: readonly Door[], askedPort: number): Promise<Served> {
  const server = createServer();
  let port = askedPort;
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof Declined) answerDeclined(response, "DAYTONA_API", error);
      else {
        console.error(error);
        answerDeclined(
          response,
          "DAYTONA_API",
          new Declined(500, "The runner failed.", "INTERNAL"),
        );
      }
    });
  });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const caller = callerOf(request, port);
    await doorFor(doors, caller).handle(caller, response);
  };
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => undefined);
    const open = async () => {
      const caller = callerOf(request, port);
      const door = doorFor(doors, caller);
      if (!door.upgrade) throw new Declined(404, "There is no WebSocket at this address.");
      await door.upgrade(caller, { socket, head });
    };
    open().catch((error: unknown) => {
      const [status, message] =
        error instanceof Declined ? [error.status, error.message] : [500, "The runner failed."];
      if (!(error instanceof Declined)) console.error(error);
      declineUpgrade(socket, status, message);
    });
  });
  // Installing packages and downloads take their time; a request's own headers don't.
  server.requestTimeout = 0;
  server.listen(askedPort, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
