import { expect, test } from "vitest";
import { shownTime } from "./shown-time.ts";

test.each([
  [0, "0 ms"],
  [0.4, "<1 ms"],
  [181.6, "182 ms"],
  [999.7, "1.0 s"],
  [1240, "1.2 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min 0 s"],
  [125_000, "2 min 5 s"],
])("%d ms reads as %s", (ms, words) => expect(shownTime(ms)).toBe(words));
