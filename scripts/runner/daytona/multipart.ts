/** Files in multipart bodies, both ways. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Declined, readBody } from "../answers.ts";

/** Reads a form with files. @throws Declined */
export async function readForm(request: IncomingMessage, limit: number): Promise<FormData> {
  const body = await readBody(request, limit);
  const type = request.headers["content-type"] ?? "";
  try {
    return await new Response(new Uint8Array(body), {
      headers: { "content-type": type },
    }).formData();
  } catch {
    throw new Declined(400, "The body isn’t a multipart form.");
  }
}

export interface Part {
  /** `file`, or `error` with JSON in it. */
  readonly field: "file" | "error";
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const quoted = (name: string) =>
  `"${name.replaceAll(/["\r\n]/g, (sign) => encodeURIComponent(sign))}"`;

/** A name beyond ASCII is written in both ways that readers know (RFC 7578 and RFC 5987). */
const filenameOf = (name: string): string => {
  const isPlain = /^[\u0020-\u007e]*$/.test(name);
  return `filename=${quoted(name)}${isPlain ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`}`;
};

/** A multipart body of these parts. */
export function writeParts(parts: readonly Part[]): { type: string; body: Buffer } {
  const boundary = randomBytes(16).toString("hex");
  const pieces = parts.flatMap(({ field, filename, type, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; ${filenameOf(filename)}\r\n` +
        `content-type: ${type}\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    ),
    bytes,
    Buffer.from("\r\n"),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
