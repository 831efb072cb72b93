import { expect, test } from "vitest";
import { isBreached } from "./breached-password.ts";

// SHA-1 of "password": 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8
const SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";
const URL = "https://range.example/range";
const answering = (body: string) => async () => new Response(body);

test("a breached password is known, by five letters of its hash", async () => {
  let asked = "";
  const known = await isBreached("password", URL, async (request) => {
    asked = request.url;
    return new Response(`0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n${SUFFIX}:3861493`);
  });
  expect(known).toBe(true);
  expect(asked).toBe(`${URL}/5BAA6`);
});

test("padding is no breach", async () => {
  expect(await isBreached("password", URL, answering(`${SUFFIX}:0`))).toBe(false);
});

test("without the service, or when it fails, nobody is stopped", async () => {
  expect(await isBreached("password", undefined, answering(`${SUFFIX}:5`))).toBe(false);
  expect(await isBreached("password", URL, () => Promise.reject(new Error("away")))).toBe(false);
  expect(await isBreached("password", URL, async () => new Response("", { status: 503 }))).toBe(
    false,
  );
});
