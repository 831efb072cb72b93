/** Reading requests and writing answers, as Daytona's API words them. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Failure, FailureKind } from "../../shared/failure.ts";

/** Who says it, as the SDK tells its errors apart. */
export type Source = "DAYTONA_API" | "DAYTONA_DAEMON" | "DAYTONA_PROXY";

/** An answer other than success; thrown on the way, written at the border. */
export class Declined extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    message: string,
    code = "BAD_REQUEST",
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

const STATUSES: Readonly<Partial<Record<FailureKind, readonly [number, string]>>> = {
  invalid: [400, "INVALID_FILE_PATH"],
  forbidden: [403, "FILE_ACCESS_DENIED"],
  "not-found": [404, "FILE_NOT_FOUND"],
  conflict: [409, "CONFLICT"],
  "too-large": [413, "TOO_LARGE"],
  "quota-exceeded": [429, "QUOTA_EXCEEDED"],
};

/** A failure as an answer. */
export function declinedFor(failure: Failure): Declined {
  const [status, code] = STATUSES[failure.kind] ?? [500, "INTERNAL"];
  return new Declined(status, `${failure.message} ${failure.nextStep}`, code);
}

/** The value of a result. @throws Declined for a failure */
export function valueOf<T>(
  result:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure },
): T {
  if (!result.ok) throw declinedFor(result.failure);
  return result.value;
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

export function answerDeclined(response: ServerResponse, source: Source, declined: Declined): void {
  const { status, message, code, headers } = declined;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  answerJson(response, status, { statusCode: status, message, code, source });
}

/** Turns a WebSocket's handshake down with a plain HTTP answer. */
export function declineUpgrade(socket: Duplex, status: number, message: string): void {
  const body = JSON.stringify({ statusCode: status, message });
  socket.end(
    `HTTP/1.1 ${status} Declined\r\ncontent-type: application/json\r\nconnection: close\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Reads a request's body. @throws Declined with 413 above the limit, before the rest is read */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new Declined(413, `The body is larger than ${limit} bytes. Send less at once.`, "TOO_LARGE", {
      connection: "close",
    });
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes of a request that carries no file. */
const JSON_LIMIT = 1_000_000;

/** Reads JSON; nothing at all counts as `{}`. @throws Declined */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request, JSON_LIMIT)).toString("utf8");
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Said below, as for JSON that isn't an object.
  }
  throw new Declined(400, "The body isn’t a JSON object. Send one.");
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares secrets in a time that tells nothing of where they differ. */
export const isSame = (given: string, secret: string): boolean =>
  timingSafeEqual(digest(given), digest(secret));
