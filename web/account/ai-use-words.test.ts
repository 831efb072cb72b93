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
  wholeFilesDollars: 0.16,
  unpricedCalls: 0,
};

test("tokens and what they cost", () => {
  expect(spentWords(spent, "en-US")).toBe("12,400 tokens, $0.04");
  expect(dollarWords(0.004, "en-US")).toBe("under 1 ¢");
  expect(dollarWords(0, "en-US")).toBe("$0.00");
});

test("a model without a known price is told in tokens only", () => {
  const unpriced = { ...spent, costDollars: 0, unpricedCalls: 2 };
  expect(spentWords(unpriced, "en-US")).toBe("12,400 tokens");
  expect(spentWords({ ...spent, unpricedCalls: 1 }, "en-US")).toBe(
    "12,400 tokens, $0.04 for those with a known price",
  );
});

test("both prices of the same messages are said where they differ", () => {
  expect(savingWords(spent, "en-US")).toBe("$0.04 instead of $0.16: 75 % less");
  expect(savingWords({ ...spent, wholeFilesDollars: 0.04 }, "en-US")).toBeNull();
});

test("what a message was for, also for what has no words yet", () => {
  expect(componentWords("chat")).toBe("A message in the chat");
  expect(componentWords("hero")).toBe("Hero");
});
