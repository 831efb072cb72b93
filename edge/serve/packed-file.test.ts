import { expect, test } from "vitest";
import { packedFile } from "./packed-file.ts";

const asking = (encodings: string) =>
  new Request("https://app.example/a", { headers: { "accept-encoding": encodings } });
const file = (type: string, headers: Record<string, string> = {}) =>
  new Response("content", { headers: { "content-type": type, ...headers } });
const encodingOf = (request: Request, answer: Response) =>
  packedFile(request, answer).headers.get("content-encoding");

test.each(["text/html; charset=utf-8", "application/javascript", "image/svg+xml"])(
  "%s is packed for who takes it",
  (type) => {
    expect(encodingOf(asking("gzip, deflate, br"), file(type))).toBe("gzip");
    expect(encodingOf(asking("br"), file(type))).toBeNull();
    const plain = packedFile(asking("identity"), file(type));
    expect(plain.headers.get("vary")).toBe("accept-encoding");
  },
);

test.each(["application/wasm", "font/woff2", "image/png"])("%s goes as it is", (type) => {
  const answer = packedFile(asking("gzip"), file(type));
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("vary")).toBeNull();
});

test("neither what is packed already nor an answer without a body is packed", () => {
  const packed = file("text/css", { "content-encoding": "br" });
  expect(encodingOf(asking("gzip, br"), packed)).toBe("br");
  const unchanged = new Response(null, { status: 304, headers: { "content-type": "text/css" } });
  expect(encodingOf(asking("gzip"), unchanged)).toBeNull();
});
