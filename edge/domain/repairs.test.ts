import { expect, test } from "vitest";
import { AI_LIMITS } from "../../shared/limits.ts";
import { mayRepair, messagesNow, withRepair, withTurn } from "./repairs.ts";

test("a repair is free only for a message that was charged, and so often", () => {
  expect(mayRepair([], "message-1")).toBe(false);
  let messages = withTurn([], "message-1", 0);
  expect(mayRepair(messages, "message-2")).toBe(false);
  expect(mayRepair(messages, undefined)).toBe(false);
  for (let n = 0; n < AI_LIMITS.repairCalls; n += 1) {
    expect(mayRepair(messages, "message-1")).toBe(true);
    messages = withRepair(messages, "message-1");
  }
  expect(mayRepair(messages, "message-1")).toBe(false);
  // Another turn of the same message buys no more of them.
  expect(mayRepair(withTurn(messages, "message-1", 1), "message-1")).toBe(false);
});

test("a message of long ago is no longer worked on", () => {
  const messages = withTurn([], "message-1", 0);
  expect(messagesNow(messages, 60_000)).toHaveLength(1);
  expect(messagesNow(messages, 86_400_000)).toHaveLength(0);
});
