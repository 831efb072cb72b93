/**
 * Have I Been Pwned's range API on one machine (`GET /range/{first five letters of a SHA-1}`): answers the
 * other 35 letters and counts, padded with lines of count 0 when asked to, as the real one does.
 */
import { createHash, randomBytes } from "node:crypto";

const BREACHED = ["correct horse battery staple", "password1234567"];

const sha1 = (text: string) => createHash("sha1").update(text).digest("hex").toUpperCase();

/** Answers one request. The host `failing.…` is out of order. */
export async function answerRange(request: Request): Promise<Response> {
  const prefix = /^\/range\/([0-9A-F]{5})$/i.exec(new URL(request.url).pathname)?.[1];
  if (!prefix) return new Response("The hash prefix was not in a valid format", { status: 400 });
  const mode = new URL(request.url).host.split(".")[0];
  if (mode === "failing") return new Response("Service unavailable", { status: 503 });
  const found = BREACHED.map(sha1).filter((hash) => hash.startsWith(prefix.toUpperCase()));
  const padding = request.headers.get("add-padding") === "true" ? 20 : 0;
  const lines = [
    ...found.map((hash) => `${hash.slice(5)}:3861`),
    ...Array.from(
      { length: padding },
      () => `${randomBytes(18).toString("hex").toUpperCase().slice(0, 35)}:0`,
    ),
  ];
  return new Response(lines.join("\r\n"), { headers: { "content-type": "text/plain" } });
}
