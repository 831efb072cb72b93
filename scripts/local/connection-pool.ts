/**
 * What Hyperdrive does in production, on one machine: a worker has to connect to Postgres anew for each
 * request, which costs Postgres a process each time. Here a few connections are kept open, and a client
 * has one for as long as a transaction of its takes.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import {
  AWAY,
  FIRST,
  int32,
  message,
  messageReader,
  signIn,
  WRONG_PASSWORD,
} from "./postgres-wire.ts";

export interface ConnectionPool {
  /** For postgres.js: the pool’s own address, same user, password and database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Connections to Postgres at most: enough to keep a few cores busy. */
const MOST = 20;

/** One connection to Postgres, and who has it just now. */
interface Server {
  readonly socket: Socket;
  client: Client | null;
}

interface Client {
  readonly socket: Socket;
  server: Server | null;
  /** What waits for a server. */
  unsent: Buffer[];
  /** Ends of messages (`Query`, `Sync`) that the server hasn’t answered. */
  pending: number;
  /** Something was sent after the last of them. */
  isOpen: boolean;
}

/** Starts it on a free port of the loopback; it connects to Postgres when somebody needs it. */
export async function startConnectionPool(databaseUrl: string): Promise<ConnectionPool> {
  const url = new URL(databaseUrl);
  const login = {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
  const servers = openServers(login, url);
  const listener = createServer((socket) => void welcome(socket, login.password, servers));
  const clients = new Set<Socket>();
  listener.on("connection", (socket: Socket) => {
    clients.add(socket);
    socket.on("close", () => clients.delete(socket));
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const own = new URL(databaseUrl);
  own.hostname = "127.0.0.1";
  own.port = String((listener.address() as AddressInfo).port);
  // A named statement would belong to a connection that somebody else has a moment later.
  own.searchParams.set("prepare", "false");
  return {
    url: own.href,
    stop: async () => {
      const closed = once(listener, "close");
      listener.close();
      for (const socket of clients) socket.destroy();
      servers.stop();
      await closed;
    },
  };
}

type Servers = ReturnType<typeof openServers>;

/** The connections to Postgres. */
function openServers(login: Parameters<typeof signIn>[1], { hostname, port }: URL) {
  const idle: Server[] = [];
  const waiting: Client[] = [];
  let count = 0;
  let greeting: Buffer | null = null;
  let isStopped = false;
  const all = new Set<Socket>();

  async function open(): Promise<void> {
    count += 1;
    const socket = connect(Number(port || 5_432), hostname);
    socket.setNoDelay(true);
    all.add(socket);
    socket.on("error", () => undefined);
    const server: Server = { socket, client: null };
    socket.on("close", () => {
      count -= 1;
      all.delete(socket);
      const at = idle.indexOf(server);
      if (at >= 0) idle.splice(at, 1);
      server.client?.socket.destroy();
      if (waiting.length > 0 && !isStopped) void open();
    });
    try {
      greeting = await signIn(socket, login);
    } catch {
      socket.destroy();
      // It is away for all who wait: they are told, and come again when they like.
      for (const client of waiting.splice(0)) client.socket.end(AWAY);
      return;
    }
    const read = messageReader();
    socket.on("data", (chunk: Buffer) => {
      const { client } = server;
      const ends = read(chunk).filter(({ type }) => type === "Z");
      if (!client) return;
      if (!client.socket.write(chunk)) {
        socket.pause();
        client.socket.once("drain", () => socket.resume());
      }
      client.pending -= ends.length;
      const isBetween = ends.at(-1)?.body.toString() === "I";
      if (isBetween && client.pending === 0 && !client.isOpen) release(server);
    });
    release(server);
  }

  function release(server: Server): void {
    if (server.client) server.client.server = null;
    server.client = null;
    server.socket.resume();
    const next = waiting.shift();
    if (next) give(server, next);
    else idle.push(server);
  }

  function give(server: Server, client: Client): void {
    server.client = client;
    client.server = server;
    server.socket.write(Buffer.concat(client.unsent));
    client.unsent = [];
  }

  return {
    /** Gives the client a connection, now or when one is free. */
    lend(client: Client): void {
      const server = idle.pop();
      if (server) return give(server, client);
      waiting.push(client);
      if (count < MOST && !isStopped) void open();
    },
    /** The client has gone: what it had under way goes with it. */
    leave(client: Client): void {
      const at = waiting.indexOf(client);
      if (at >= 0) waiting.splice(at, 1);
      if (!client.server) return;
      client.server.client = null;
      client.server.socket.destroy();
    },
    /** What Postgres says of itself to whom it lets in; `null` while it isn’t known. */
    greeting: () => greeting,
    stop: () => {
      isStopped = true;
      for (const socket of all) socket.destroy();
    },
  };
}

/** Lets a client in by its password, then hands on what it says. */
async function welcome(socket: Socket, password: string, servers: Servers): Promise<void> {
  socket.setNoDelay(true);
  const client: Client = { socket, server: null, unsent: [], pending: 0, isOpen: false };
  socket.on("error", () => undefined);
  socket.on("close", () => servers.leave(client));
  const read = messageReader();
  let place: "first" | "password" | "in" = "first";
  let early: Buffer = Buffer.alloc(0);

  const begin = (chunk: Buffer): Buffer => {
    early = Buffer.concat([early, chunk]);
    // The first message has no type; it may come twice (after the answer to “may we use TLS?”).
    while (early.length >= 8 && early.length >= early.readInt32BE(0) && place === "first") {
      const [length, code] = [early.readInt32BE(0), early.readInt32BE(4)];
      early = early.subarray(length);
      if (code === FIRST.ssl) socket.write("N");
      else if (code === FIRST.version3) {
        place = "password";
        socket.write(message("R", int32(3)));
      } else socket.destroy();
    }
    const rest = early;
    if (place !== "first") early = Buffer.alloc(0);
    return place === "first" ? Buffer.alloc(0) : rest;
  };

  socket.on("data", (chunk: Buffer) => {
    const rest = place === "first" ? begin(chunk) : chunk;
    if (rest.length === 0) return;
    for (const { type, body, raw } of read(rest)) {
      if (type === "X") socket.end();
      else if (place === "password") {
        if (type !== "p" || !isSame(body.toString("utf8").replace(/\0$/, ""), password)) {
          socket.end(WRONG_PASSWORD);
          return;
        }
        place = "in";
        const key = message("K", int32(0), int32(0));
        const greeting = servers.greeting() ?? message("S", "client_encoding\0UTF8\0");
        socket.write(Buffer.concat([message("R", int32(0)), greeting, key, message("Z", "I")]));
      } else handOn(client, type, raw, servers);
    }
  });
}

function handOn(client: Client, type: string, raw: Buffer, servers: Servers): void {
  const isEnd = type === "Q" || type === "S";
  client.isOpen = !isEnd;
  if (isEnd) client.pending += 1;
  if (client.server) {
    client.server.socket.write(raw);
    return;
  }
  client.unsent.push(raw);
  if (client.unsent.length === 1) servers.lend(client);
}

/** Compared in the same time, whatever is the same. */
const isSame = (given: string, wanted: string): boolean => {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
};
