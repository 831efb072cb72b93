import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { BODY_LIMITS } from "../../shared/limits.ts";
import { ORIGIN } from "./browser.ts";

const ID = "0b9b1270-1f7e-4a5b-9c1d-2e3f4a5b6c7d";
const send = (headers: Readonly<Record<string, string>>, body: string) =>
  exports.default.fetch(`${ORIGIN}/api/cv/analyze`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": ID, ...headers },
    body,
  });

test.each([
  ["from another site", 403, { cookie: "cv2web.session_token=x", origin: "https://evil.example" }],
  ["of somebody unknown", 401, { origin: ORIGIN }],
] as const)("a refusal %s is one of the API’s answers", async (_name, status, headers) => {
  const answer = await send(headers, "{}");
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ requestId: ID, message: expect.any(String) });
  expect(Object.fromEntries(answer.headers)).toMatchObject(WITH);
});

test("so is that of a body that is too large, said before it is read", async () => {
  const answer = await exports.default.fetch(`${ORIGIN}/api/funnel`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-request-id": ID, origin: ORIGIN },
    body: " ".repeat(BODY_LIMITS.json + 1),
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: "too-large", requestId: ID });
  expect(Object.fromEntries(answer.headers)).toMatchObject(WITH);
});

const WITH = {
  "x-request-id": ID,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};
