/**
 * Previews on hosts of their own: `{workspace}-{port}.localhost` stands for a port of a workspace. The
 * headers let an isolated page embed it; the scripts are what the SDK's options ask for.
 */
import { Buffer } from "node:buffer";
import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { previewMessageSchema } from "./messages.ts";
import type { PreviewScript, Session } from "./session.ts";

/** Where a page of a preview reports what went wrong in it. */
const REPORT_PATH = "/__headless/preview-message";
const REPORT_BYTES = 100_000;

export interface PreviewTarget {
  readonly session: Session;
  readonly port: number;
  readonly address: string;
}

/** A page that asks while its server starts again asks once more after a second. */
const NOT_YET =
  '<!doctype html><meta http-equiv="refresh" content="1"><p>Nothing answers on this port.</p>';

/** Passes a request on to the workspace. */
export function proxyRequest(
  target: PreviewTarget,
  request: IncomingMessage,
  response: ServerResponse,
  appOrigins: readonly string[],
): void {
  if (request.method === "POST" && request.url === REPORT_PATH) {
    void takeReport(target, request).then((isTaken) =>
      response.writeHead(isTaken ? 204 : 400).end(),
    );
    return;
  }
  const { port, address, session } = target;
  // `identity`: pages are looked into, to put scripts in.
  const headers = { ...request.headers, host: `localhost:${port}`, "accept-encoding": "identity" };
  const { method, url } = request;
  const onward = ask({ host: address, port, method, path: url, headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    const given = { ...answer.headers, ...frameHeaders(answer.headers, appOrigins) };
    const scripts = scriptsFor(session);
    const isPage = String(answer.headers["content-type"] ?? "").startsWith("text/html");
    if (!isPage || scripts === "") {
      response.writeHead(status, given);
      answer.pipe(response);
      return;
    }
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => {
      const page = intoHead(Buffer.concat(parts).toString("utf8"), scripts);
      const { "content-length": _length, "transfer-encoding": _coding, ...rest } = given;
      response.writeHead(status, rest).end(page);
    });
  });
  onward.on("error", () => {
    if (!response.headersSent) {
      response.writeHead(502, { "content-type": "text/html", ...frameHeaders({}, appOrigins) });
    }
    response.end(NOT_YET);
  });
  request.pipe(onward);
}

/** Passes a WebSocket on (hot updates). */
export function proxyUpgrade(
  { port, address }: PreviewTarget,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const onward = connect(port, address, () => {
    const headers = Object.entries({ ...request.headers, host: `localhost:${port}` });
    const lines = headers.map(([name, value]) => `${name}: ${String(value)}`);
    onward.write(`GET ${request.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    if (head.length > 0) onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  for (const side of [onward, socket]) {
    side.on("error", () => {
      onward.destroy();
      socket.destroy();
    });
  }
}

/** What an isolated page asks of what it embeds, and that only the app embeds it. */
function frameHeaders(
  given: IncomingMessage["headers"],
  appOrigins: readonly string[],
): Record<string, string> {
  const own = given["content-security-policy"];
  const ancestors = `frame-ancestors ${appOrigins.join(" ")}`;
  return {
    "cross-origin-resource-policy": "cross-origin",
    // Pictures from elsewhere stay visible, without cookies; `require-corp` would hide them.
    "cross-origin-embedder-policy": "credentialless",
    "content-security-policy": own === undefined ? ancestors : `${String(own)}; ${ancestors}`,
  };
}

async function takeReport({ session, port }: PreviewTarget, request: IncomingMessage) {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > REPORT_BYTES) return false;
  }
  try {
    const message = previewMessageSchema.parse(JSON.parse(text));
    session.tellPreviewMessage({ ...message, port, previewId: session.id });
    return true;
  } catch {
    return false;
  }
}

function scriptsFor({ previewScript, forwardPreviewErrors }: Session): string {
  return [
    forwardPreviewErrors === false ? "" : `<script>${forwarding(forwardPreviewErrors)}</script>`,
    previewScript === null ? "" : scriptTag(previewScript),
  ].join("");
}

function scriptTag({ source, type, defer, async }: PreviewScript): string {
  const attributes = [type && `type="${type}"`, defer && "defer", async && "async"].filter(Boolean);
  const inside = source.replaceAll("</script", "<\\/script");
  return `<script${attributes.map((one) => ` ${one}`).join("")}>${inside}</script>`;
}

/** Reports what a page throws, and with `true` what it prints as an error. */
const forwarding = (what: true | "exceptions-only"): string => `{
const send = (message) => navigator.sendBeacon(${JSON.stringify(REPORT_PATH)}, JSON.stringify({
  ...message, pathname: location.pathname, search: location.search, hash: location.hash }));
addEventListener("error", ({ message, error }) => send({
  type: "PREVIEW_UNCAUGHT_EXCEPTION", message, stack: error?.stack }));
addEventListener("unhandledrejection", ({ reason }) => send({
  type: "PREVIEW_UNHANDLED_REJECTION", message: String(reason?.message ?? reason), stack: reason?.stack }));
${
  what === true
    ? `const original = console.error.bind(console);
console.error = (...args) => { original(...args); send({
  type: "PREVIEW_CONSOLE_ERROR", args: args.map(String), stack: new Error().stack }); };`
    : ""
}
}`;

const intoHead = (page: string, scripts: string): string =>
  /<head\b[^>]*>/i.test(page)
    ? page.replace(/<head\b[^>]*>/i, (head) => head + scripts)
    : scripts + page;
