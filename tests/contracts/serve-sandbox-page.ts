import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { nodeFrameSources } from "../../edge/domain/offered-sandboxes.ts";
import { siteOf } from "../../edge/domain/host.ts";
import { servePreview } from "../../edge/serve/preview-site.ts";
import { appPolicy } from "../../edge/serve/security-headers.ts";
import { fromRoot } from "../../scripts/paths.ts";
import { mediaType } from "../../web/sandbox/instant/compile/file-kinds.ts";

export interface SandboxPage {
  readonly port: number;
  /** Requests of the app's API, which nobody but the app may make. */
  readonly apiCalls: string[];
  close(): Promise<void>;
}

/**
 * Serves a page that shows one sandbox as the product does: the app's own policy on `localhost`, the
 * edge's own code on `{id}.localhost`.
 * @param withPreviewHosts false: nothing answers on `{id}.localhost`, as in browsers without it
 * @param isIsolated with the headers that WebContainer needs (R3.9)
 */
export async function serveSandboxPage({
  withPreviewHosts = true,
  isIsolated = false,
} = {}): Promise<SandboxPage> {
  const outDir = await mkdtemp(join(tmpdir(), "cv2web-sandbox-page-"));
  await build({
    configFile: false,
    root: fromRoot("tests/contracts/sandbox-page"),
    publicDir: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true },
  });
  const apiCalls: string[] = [];

  const fileOf = async (pathname: string) => {
    const folder = pathname.startsWith("/kit/") ? fromRoot("web/public") : outDir;
    const path = pathname === "/" ? "/index.html" : pathname;
    const content = await readFile(join(folder, path)).catch(() => null);
    return content === null
      ? new Response("Not found", { status: 404 })
      : new Response(content, { headers: { "content-type": mediaType(path) } });
  };
  const answer = async (request: Request, host: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const site = siteOf(host, "{id}.localhost");
    if (site.kind === "preview") {
      if (!withPreviewHosts) return new Response("", { status: 502 });
      return servePreview(request, {
        previewHost: "{id}.localhost",
        nodeFrames: [],
        appOrigin: "",
        asset: (asked) => fileOf(new URL(asked.url).pathname),
        isDevelopment: false,
        packsFiles: false,
      });
    }
    if (pathname.startsWith("/api/")) {
      apiCalls.push(pathname);
      return Response.json({ secret: "of the app" });
    }
    const response = await fileOf(pathname);
    const policy = appPolicy("{id}.localhost", nodeFrameSources({}));
    response.headers.set("content-security-policy", policy);
    if (isIsolated) {
      response.headers.set("cross-origin-opener-policy", "same-origin");
      response.headers.set("cross-origin-embedder-policy", "credentialless");
    }
    response.headers.set("set-cookie", "session=of-the-app; Path=/");
    return response;
  };
  const server = createServer((incoming, outgoing) => {
    void answer(toRequest(incoming), incoming.headers.host ?? "").then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    apiCalls,
    close: async () => {
      await close(server);
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

const toRequest = (incoming: IncomingMessage) =>
  new Request(`http://${incoming.headers.host}${incoming.url}`);

const close = (server: Server) =>
  new Promise<void>((closed) => {
    server.closeAllConnections();
    server.close(() => closed());
  });
