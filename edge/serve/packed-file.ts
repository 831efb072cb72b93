/** Text, which becomes a third; a large program in WebAssembly would hold up the one thread. */
const SHRINKS = /^(?:text\/|application\/(?:javascript|json|manifest\+json)|image\/svg\+xml)/;

/**
 * The answer of a file, compressed where nothing in front of the worker does so (Cloudflare does, by
 * better means). The runtime itself compresses what says that it is.
 */
export function packedFile(request: Request, file: Response): Response {
  const isText = SHRINKS.test(file.headers.get("content-type") ?? "");
  if (!isText || file.headers.has("content-encoding")) return file;
  const packed = new Response(file.body, file);
  packed.headers.append("vary", "accept-encoding");
  const isTaken = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (isTaken && file.body !== null) packed.headers.set("content-encoding", "gzip");
  return packed;
}
