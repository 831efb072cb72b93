import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface CuttingProxy {
  readonly port: number;
  /** Connections that were cut. */
  cuts(): number;
  /** While it is away every connection is cut at once, those that are open and new ones. */
  setAway(away: boolean): void;
  stop(): Promise<void>;
}

/**
 * A TCP connection through a machine in between that breaks it.
 * @param targetPort where it leads, asked for each connection
 * @param cutAfter for each connection: the bytes from the server after which it breaks, or `null`
 */
export async function startCuttingProxy(
  targetPort: () => number,
  cutAfter: () => number | null,
): Promise<CuttingProxy> {
  let cuts = 0;
  let isAway = false;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    if (isAway) {
      client.destroy();
      return;
    }
    const target = connect(targetPort(), "127.0.0.1");
    const both = [client, target];
    for (const socket of both) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        for (const one of both) {
          one.destroy();
          open.delete(one);
        }
      });
    }
    client.pipe(target);
    let left = cutAfter() ?? Infinity;
    target.on("data", (chunk: Buffer) => {
      const part = chunk.subarray(0, Math.min(chunk.length, left));
      left -= part.length;
      if (left > 0) {
        client.write(part);
        return;
      }
      cuts += 1;
      client.write(part, () => client.resetAndDestroy());
    });
    target.on("end", () => client.end());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    setAway: (away) => {
      isAway = away;
      if (away) for (const socket of open) socket.destroy();
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
