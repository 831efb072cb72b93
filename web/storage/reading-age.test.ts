import { expect, test } from "vitest";
import { isGoodReading, KEPT_MS } from "./reading-age.ts";

const kept = { version: 2, at: 1_000 };

test("a reading is good for 30 days", () => {
  expect(KEPT_MS).toBe(2_592_000_000);
  expect(isGoodReading(kept, { version: 2, at: 1_000 })).toBe(true);
  expect(isGoodReading(kept, { version: 2, at: 1_000 + KEPT_MS - 1 })).toBe(true);
  expect(isGoodReading(kept, { version: 2, at: 1_000 + KEPT_MS })).toBe(false);
});

test("another extractor reads anew, newer or older", () => {
  expect(isGoodReading(kept, { version: 3, at: 1_001 })).toBe(false);
  expect(isGoodReading(kept, { version: 1, at: 1_001 })).toBe(false);
});

test("a reading from the future is not trusted", () => {
  expect(isGoodReading(kept, { version: 2, at: 999 })).toBe(false);
});
