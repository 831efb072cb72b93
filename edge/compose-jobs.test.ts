import { expect, test } from "vitest";
import { NO_ADDRESS } from "./address.ts";
import { quotaNameOf, rateTierOf } from "./compose-jobs.ts";

const known = (tier: "anonymous" | "registered" | "premium", address: string) => ({
  personId: "p",
  sessionId: "s",
  tier,
  address,
});

test("strangers have a stranger’s rate, known people their own, and this machine the widest", () => {
  expect(rateTierOf({ address: "203.0.113.7" })).toBe("anonymous");
  expect(rateTierOf(known("anonymous", "203.0.113.7"))).toBe("anonymous");
  expect(rateTierOf(known("registered", "203.0.113.7"))).toBe("registered");
  expect(rateTierOf(known("registered", NO_ADDRESS))).toBe("registered");
  expect(rateTierOf({ address: NO_ADDRESS })).toBe("premium");
  expect(rateTierOf(known("anonymous", NO_ADDRESS))).toBe("premium");
});

test("people without an account are counted by address, others by who they are", () => {
  expect(quotaNameOf(known("anonymous", "203.0.113.7"))).toBe("address:203.0.113.7");
  expect(quotaNameOf(known("premium", "203.0.113.7"))).toBe("person:p");
});
