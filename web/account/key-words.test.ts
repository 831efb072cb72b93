import { expect, test } from "vitest";
import type { ApiKeyEntry } from "../../shared/api/keys.ts";
import { expiryWords, useWords } from "./key-words.ts";

const DAY = 24 * 3_600_000;
const both: ApiKeyEntry["scopes"] = ["read", "write"];
const fresh: ApiKeyEntry = {
  id: "k",
  name: "CI",
  start: "cv2web_abcd",
  scopes: both,
  createdAt: 0,
  expiresAt: null,
  usedAt: null,
  requests: 0,
  month: { calls: 0, tokens: 0, costDollars: 0 },
};

test("a key says until when it holds", () => {
  expect(expiryWords(fresh, 0)).toBe("Holds until you revoke it");
  expect(expiryWords({ scopes: both, expiresAt: 2.5 * DAY }, 0)).toBe("Expires in 3 days");
  expect(expiryWords({ scopes: ["read"], expiresAt: DAY }, 0)).toBe("Only reads; expires in a day");
  expect(expiryWords({ scopes: both, expiresAt: DAY }, DAY)).toBe("Expired");
});

test("a key says what it was used for", () => {
  expect(useWords(fresh)).toBe("Never used.");
  const used = { ...fresh, usedAt: Date.UTC(2026, 10, 21, 12), requests: 1 };
  expect(useWords(used)).toMatch(/^1 request, the last on .*2026\.$/);
  const month = { calls: 2, tokens: 1_200, costDollars: 0.034 };
  expect(useWords({ ...used, requests: 7, month })).toMatch(
    /^7 requests, .* The model this month: 1.?200 tokens, \$0\.03\.$/,
  );
});
