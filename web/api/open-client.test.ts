import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "../../shared/api/endpoint.ts";
import { openClient } from "./open-client.ts";
import type { Send } from "./send-request.ts";

const rename = endpoint({
  method: "POST",
  path: "/api/things/{thingId}",
  access: "person",
  summary: "Renames",
  tag: "Test",
  params: z.object({ thingId: z.string() }),
  query: z.object({ after: z.coerce.number().optional() }),
  body: z.object({ name: z.string() }),
  output: z.object({ name: z.string() }),
});
const clientOf = (send: Send) => {
  let count = 0;
  return openClient({ send, origin: "https://app.example", newRequestId: () => `act-${++count}` });
};
const input = { params: { thingId: "a/b" }, query: { after: 3 }, body: { name: "New" } };

test("a call fills path, query, body and id, and gives the checked answer", async () => {
  const asked: Request[] = [];
  const client = clientOf(async (request) => {
    asked.push(request);
    return Response.json({ name: "New", more: 1 });
  });
  expect(await client.call(rename, input)).toEqual({ ok: true, value: { name: "New" } });
  await client.call(rename, input);
  expect(asked[0]!.url).toBe("https://app.example/api/things/a%2Fb?after=3");
  expect(await asked[0]!.json()).toEqual({ name: "New" });
  expect(asked.map((request) => request.headers.get("x-request-id"))).toEqual(["act-1", "act-2"]);
});

test("a refusal keeps its words, its request’s id and when to come back", async () => {
  const client = clientOf(async () =>
    Response.json(
      {
        code: "rate-limited",
        message: "Too many.",
        nextStep: "Wait.",
        retryable: true,
        requestId: "r",
      },
      { status: 429, headers: { "retry-after": "7" } },
    ),
  );
  const answer = await client.call(rename, input);
  expect(answer).toMatchObject({
    ok: false,
    failure: {
      kind: "rate-limited",
      message: "Too many.",
      retryAfterMs: 7000,
      detail: "Request r",
    },
  });
});

test("no connection, a stranger’s page and an answer of another shape are unavailable", async () => {
  const ways: Send[] = [
    () => Promise.reject(new TypeError("fetch failed")),
    async () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    async () => new Response("<h1>Log in to the wifi</h1>"),
    async () => Response.json({ nom: 1 }),
  ];
  for (const send of ways) {
    const answer = await clientOf(send).call(rename, input);
    expect(answer).toMatchObject({ ok: false, failure: { kind: "unavailable", retryable: true } });
  }
});

test("too long an answer is timed out; a stop is cancelled", async () => {
  const never: Send = (request) =>
    new Promise((_, reject) =>
      request.signal.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  const late = await clientOf(never).call(rename, input, { timeoutMs: 5 });
  expect(late).toMatchObject({ ok: false, failure: { kind: "timed-out" } });
  const stop = new AbortController();
  const stopped = clientOf(never).call(rename, input, { signal: stop.signal });
  stop.abort();
  expect(await stopped).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
});

test("a form’s file is sent as a form", async () => {
  const upload = endpoint({
    method: "POST",
    path: "/api/upload",
    access: "person",
    summary: "Takes",
    tag: "Test",
    body: z.object({ file: z.file(), withModel: z.string() }),
    bodyType: "multipart",
    output: z.object({}),
  });
  let kind = "";
  const client = clientOf(async (request) => {
    kind = request.headers.get("content-type") ?? "";
    const form = await request.formData();
    return Response.json({}, { status: form.get("withModel") === "true" ? 200 : 400 });
  });
  const file = new File(["x"], "cv.txt");
  expect((await client.call(upload, { body: { file, withModel: "true" } })).ok).toBe(true);
  expect(kind).toMatch(/^multipart\/form-data; boundary=/);
});
