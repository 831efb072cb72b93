import { expect, test } from "vitest";
import { carriesToken } from "./operator.ts";
import { isSigned, signatureHeaders } from "./signed-request.ts";

const asking = (headers: Record<string, string>, path = "/api/x") =>
  new Request(`https://cv2web.example${path}`, { headers });

test("only the operator’s own token opens the operator’s doors", async () => {
  const bearer = (token: string) => asking({ authorization: `Bearer ${token}` });
  expect(await carriesToken(bearer("secret"), "secret")).toBe(true);
  expect(await carriesToken(bearer("secre"), "secret")).toBe(false);
  expect(await carriesToken(asking({}), "secret")).toBe(false);
  expect(await carriesToken(bearer(""), undefined)).toBe(false);
  expect(await carriesToken(asking({}), "")).toBe(false);
});

test("a signature holds for its method, path, query, body and five minutes", async () => {
  const call = { method: "POST", path: "/api/x?a=1", body: '{"a":1}' };
  const headers = await signatureHeaders("key", call, 1_000_000);
  const sent = (over: Partial<typeof call> = {}, given = headers) => {
    const { method, path, body } = { ...call, ...over };
    return new Request(`https://cv2web.example${path}`, {
      method,
      headers: given,
      ...(method === "GET" ? {} : { body }),
    });
  };
  expect(await isSigned(sent(), "key", 1_299_000)).toBe(true);
  expect(await isSigned(sent(), "key", 1_301_000)).toBe(false);
  expect(await isSigned(sent(), "key", 699_000)).toBe(false);
  expect(await isSigned(sent({ path: "/api/y?a=1" }), "key", 1_000_000)).toBe(false);
  expect(await isSigned(sent({ path: "/api/x?a=2" }), "key", 1_000_000)).toBe(false);
  expect(await isSigned(sent({ body: '{"a":2}' }), "key", 1_000_000)).toBe(false);
  expect(await isSigned(sent({ method: "GET" }), "key", 1_000_000)).toBe(false);
  expect(await isSigned(sent(), "other", 1_000_000)).toBe(false);
  expect(await isSigned(sent({}, {}), "key", 1_000_000)).toBe(false);
  expect(await isSigned(sent(), undefined, 1_000_000)).toBe(false);
});

test("a signed request can still be read", async () => {
  const headers = await signatureHeaders("key", { method: "POST", path: "/x", body: "hello" }, 5);
  const request = new Request("https://cv2web.example/x", {
    method: "POST",
    headers,
    body: "hello",
  });
  expect(await isSigned(request, "key", 5)).toBe(true);
  expect(await request.text()).toBe("hello");
});
