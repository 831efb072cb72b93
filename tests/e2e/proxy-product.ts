import { once } from "node:events";
import { createServer, request as ask, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request for the API: it passes, is answered with 503, or never answered. */
export type ApiState = "passes" | "fails" | "hangs";

export interface ProxiedProduct {
  readonly url: string;
  /** Requests for the API since the last change of state. */
  asked(): number;
  setApi(state: ApiState): void;
  stop(): Promise<void>;
}

/** The product through a server in between that hands on all files, and the API as long as it is told to. */
export async function proxyProduct(target: { readonly port: number }): Promise<ProxiedProduct> {
  let state: ApiState = "passes";
  let asked = 0;
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const isApi = request.url?.startsWith("/api/") === true;
    if (isApi) asked += 1;
    if (isApi && state === "fails") {
      response.writeHead(503, { "content-type": "text/plain" }).end("upstream is away");
      return;
    }
    if (isApi && state === "hangs") {
      hanging.add(response);
      return;
    }
    const { method, url, headers } = request;
    const passed = ask({ host: "127.0.0.1", port: target.port, method, path: url, headers });
    passed.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    setApi: (next) => {
      state = next;
      asked = 0;
      for (const response of hanging) response.destroy();
      hanging.clear();
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
