import { expect, it } from "vitest";
import { when } from "./when.ts";

const now = new Date(2026, 10, 21, 14, 30).getTime();
const minutes = (count: number) => now - count * 60_000;

it.each([
  [now, "just now"],
  [minutes(1), "1 min ago"],
  [minutes(12), "12 min ago"],
  [minutes(125), "12:25"],
  [minutes(60 * 24), "20 Nov, 14:30"],
  [new Date(2025, 0, 3).getTime(), "3 Jan 2025"],
])("says when %i was", (at, words) => expect(when(at, now)).toBe(words));
