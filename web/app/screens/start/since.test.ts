import { expect, test } from "vitest";
import { since } from "./since.ts";

const now = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

test.each([
  [0, "just now"],
  [-5 * MINUTE, "just now"],
  [5 * MINUTE, "5 minutes ago"],
  [60 * MINUTE, "1 hour ago"],
  [24 * 60 * MINUTE, "yesterday"],
  [3 * 24 * 60 * MINUTE, "3 days ago"],
  [80 * 24 * 60 * MINUTE, "2 Sept 2026"],
])("%d ms ago reads as %s", (passed, words) => expect(since(now - passed, now)).toBe(words));
