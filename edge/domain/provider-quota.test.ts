import { expect, test } from "vitest";
import { quotaLeftOf } from "./provider-quota.ts";

const TODAY = {
  'outbound_total{outcome="ok",to="gemini"}': 70,
  'outbound_total{outcome="unavailable",to="gemini"}': 15,
  'outbound_total{outcome="ok",to="daytona"}': 9,
  'http_requests_total{route="/"}': 1000,
};

test("what is left of a provider’s calls is the budget less every call made, never below nothing", () => {
  expect(quotaLeftOf(TODAY, { gemini: 100 }).gemini).toBeCloseTo(0.15);
  expect(quotaLeftOf(TODAY, { gemini: 50, daytona: 10 })).toEqual({
    gemini: 0,
    daytona: expect.closeTo(0.1),
  });
  expect(quotaLeftOf({}, { gemini: 100 })).toEqual({ gemini: 1 });
});

test("without a budget nothing is said", () => {
  expect(quotaLeftOf(TODAY, { gemini: undefined, daytona: Number.NaN, other: 0 })).toEqual({});
});
