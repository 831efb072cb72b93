import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerOutside } from "./outside.ts";

/** The services that stand in (`answerOutside`), for a worker in a process of its own. */
export async function serveOutside(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "GET" } = incoming;
    const { host: _, connection: __, ...headers } = incoming.headers;
    const answer = await answerOutside(
      new Request(decodeURIComponent(incoming.url!.slice(1)), {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
        ...(method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) }),
      }),
    );
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
