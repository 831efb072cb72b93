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

test("a signature holds for its path, method and minute", async () => {
  const headers = await signatureHeaders("key", "GET", "/api/x", 1_000_000);
  expect(await isSigned(asking(headers), "key", 1_030_000)).toBe(true);
  expect(await isSigned(asking(headers), "key", 1_061_000)).toBe(false);
  expect(await isSigned(asking(headers, "/api/y"), "key", 1_000_000)).toBe(false);
  expect(await isSigned(asking(headers), "other", 1_000_000)).toBe(false);
  expect(await isSigned(asking({}), "key", 1_000_000)).toBe(false);
  expect(await isSigned(asking(headers), undefined, 1_000_000)).toBe(false);
});
