import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { message, messageReader } from "../../scripts/local/postgres-wire.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { sql } from "drizzle-orm";

let close: () => void = () => undefined;
afterEach(() => close());

/** A server that lets everybody in, and answers nothing of what it is asked. */
async function silentServer(onAsked: (type: string) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    const read = messageReader();
    let isIn = false;
    socket.on("data", (chunk: Buffer) => {
      if (isIn) for (const { type } of read(chunk)) onAsked(type);
      else socket.write(Buffer.concat([message("R", Buffer.alloc(4)), message("Z", "I")]));
      isIn = true;
    });
    socket.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return `postgres://me:none@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

test.each(["", "?prepare=false"])(
  "a query with values is sent whole, before the server has said anything %s",
  async (how) => {
    const asked: string[] = [];
    const isWhole = Promise.withResolvers<void>();
    const url = await silentServer((type) => {
      asked.push(type);
      if (type === "S") isWhole.resolve();
    });
    const open: OpenDatabase = openDatabase(url + how, { connections: 1, requestId: "r-1" });
    const answer = open.database.execute(sql`select ${1} + ${new Uint8Array([1])}`);
    answer.catch(() => undefined);
    await isWhole.promise;
    // Parse, Describe, Bind, Execute, Sync (https://www.postgresql.org/docs/current/protocol-message-formats.html).
    expect(asked).toEqual(["P", "D", "B", "E", "S"]);
  },
);
