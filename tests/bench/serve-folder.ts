import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".png": "image/png",
};
const COMPRESSED = /^(text|application\/json|image\/svg)/;

/** Serves a folder as an ordinary static host does: Brotli, long caching of hashed files. */
export async function serveFolder(folder: string) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const body = await readFile(join(folder, name)).catch(() => null);
    if (body === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const headers = {
      "content-type": type,
      "cache-control": name.endsWith(".html") ? "no-cache" : "public, max-age=31536000, immutable",
    };
    if (COMPRESSED.test(type) && /\bbr\b/.test(String(request.headers["accept-encoding"]))) {
      response.writeHead(200, { ...headers, "content-encoding": "br" });
      response.end(brotliCompressSync(body));
    } else response.writeHead(200, headers).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, stop: () => server.close() };
}
