import { expect, test } from "vitest";
import { componentWords, dollarWords, savingWords, spentWords } from "./ai-use-words.ts";

const spent = {
  calls: 2,
  input: 1_000,
  cacheWrite: 400,
  cacheRead: 10_000,
  output: 1_000,
  costDollars: 0.04,
  uncachedDollars: 0.1,
};

test("tokens and what they cost", () => {
  expect(spentWords(spent, "en-US")).toBe("12,400 tokens, $0.04");
  expect(dollarWords(0.004, "en-US")).toBe("under 1 ¢");
  expect(dollarWords(0, "en-US")).toBe("$0.00");
});

test("what the cache saved is said where it saved anything", () => {
  expect(savingWords(spent, "en-US")).toBe(
    "The same tokens without the provider’s cache would have cost $0.10, so it saved 60 %.",
  );
  expect(savingWords({ ...spent, uncachedDollars: 0.04 }, "en-US")).toBeNull();
});

test("what a message was for, also for what has no words yet", () => {
  expect(componentWords("chat")).toBe("A message in the chat");
  expect(componentWords("hero")).toBe("Hero");
});
