import { expect, test } from "vitest";
import { addressOf, NO_ADDRESS } from "./address.ts";

const from = (headers: Record<string, string>) =>
  addressOf(new Request("https://cv2web.example/", { headers }));

test("a request’s address is Cloudflare’s word, never the client’s own", () => {
  expect(from({ "cf-connecting-ip": "203.0.113.7" })).toBe("203.0.113.7");
  expect(from({ "cf-connecting-ip": "2001:db8::1" })).toBe("2001:db8::1");
  expect(from({ "x-forwarded-for": "203.0.113.7", "x-real-ip": "203.0.113.7" })).toBe(NO_ADDRESS);
});

test.each(["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"])(
  "this machine, %s, is nobody’s address: it isn’t locked for all who share it",
  (address) => expect(from({ "cf-connecting-ip": address })).toBe(NO_ADDRESS),
);
