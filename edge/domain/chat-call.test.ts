import { expect, test } from "vitest";
import { mostTokensOf, modelsOf, waitBefore } from "./chat-call.ts";

test("the operator’s models come before ours, with their fallbacks", () => {
  expect(modelsOf({ AI_MODEL_SMALL: " a , b," }, "small")).toEqual(["a", "b"]);
  expect(modelsOf({ AI_MODEL_SMALL: "a" }, "large").length).toBeGreaterThan(1);
  expect(modelsOf({ AI_MODEL_LARGE: "  " }, "large")).toEqual(modelsOf({}, "large"));
});

test("a busy provider is waited for as it asks, and never for too long", () => {
  const call = { tries: 1, waited: 0, chance: 0 };
  expect(waitBefore({ ...call, asked: 3_000 })).toBe(3_000);
  expect(waitBefore({ ...call, asked: 0 })).toBe(250);
  expect(waitBefore({ ...call, asked: 60_000 })).toBeNull();
  let waited = 0;
  for (let tries = 1; tries < 100; tries += 1) {
    const ms = waitBefore({ tries, waited, asked: null, chance: 1 });
    if (ms === null) break;
    waited += ms;
  }
  expect(waited).toBeGreaterThan(5_000);
  expect(waited).toBeLessThanOrEqual(20_000);
});

test("letters of any language are held as tokens enough", () => {
  expect(mostTokensOf("word".repeat(100))).toBe(200);
  expect(mostTokensOf("漢字")).toBe(3);
});
