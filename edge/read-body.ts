import type { BodyType } from "../shared/api/endpoint.ts";
import { fail, ok, type Failure, type Result } from "../shared/failure.ts";

/**
 * A request's body, never more than `limit` bytes of it: as JSON, as bytes, or as form data with files.
 * Fails with `too-large`, or `invalid` where it isn't what it should be.
 */
export async function readBody(
  request: Request,
  wanted: BodyType,
  limit: number,
): Promise<Result<unknown>> {
  const isForm = (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");
  const either = isForm ? "multipart" : "json";
  const type = wanted === "json-or-multipart" ? either : wanted;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return fail(tooLarge(limit));
  const bytes = await readAtMost(request.body, limit);
  if (bytes === null) return fail(tooLarge(limit));
  if (type === "bytes") return ok(bytes);
  try {
    if (type === "json") return ok(JSON.parse(new TextDecoder().decode(bytes)));
    const whole = new Response(bytes, {
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
    return ok(Object.fromEntries(await whole.formData()));
  } catch {
    return fail(type === "json" ? NOT_JSON : NOT_A_FORM);
  }
}

/** The stream's bytes; `null` as soon as there are more than `limit`. */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const tooLarge = (limit: number): Failure => ({
  kind: "too-large",
  message: `The request is larger than ${
    limit < 1_000_000 ? `${Math.round(limit / 1_000)} kB` : `${Math.round(limit / 1_000_000)} MB`
  }.`,
  nextStep: "Send less at once.",
  retryable: false,
});
const NOT_JSON: Failure = {
  kind: "invalid",
  message: "The body isn’t JSON.",
  nextStep: "Send valid JSON with content-type application/json.",
  retryable: false,
};
const NOT_A_FORM: Failure = {
  kind: "invalid",
  message: "The body isn’t form data.",
  nextStep: "Send it as multipart/form-data.",
  retryable: false,
};
