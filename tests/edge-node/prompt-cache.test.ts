import { expect, test } from "vitest";
import { PromptCache } from "../stand-ins/prompt-cache.ts";

const MARK = { cache_control: { type: "ephemeral" } };
const LONG = "x".repeat(7_000);
const call = (system: string, ...said: object[]) => ({
  model: "claude-sonnet-5-5",
  system: [{ type: "text", text: system, ...MARK }],
  messages: [{ role: "user", content: said }],
});
const text = (words: string, mark: object = {}) => ({ type: "text", text: words, ...mark });

test("the provider's cache as the benches reckon it: least size, prefix, five minutes, look-back", () => {
  const cache = new PromptCache();
  const first = cache.ask(call(LONG, text("a".repeat(3_500), MARK)), 0);
  expect(first.cache_read_input_tokens).toBe(0);
  expect(first.cache_creation_input_tokens).toBeGreaterThan(3_000);
  expect(first.input_tokens).toBe(0);
  // The same beginning, and something more: it is read, and only what is new is paid.
  const again = cache.ask(call(LONG, text("a".repeat(3_500)), text("b".repeat(350), MARK)), 1_000);
  expect(again.cache_read_input_tokens).toBe(first.cache_creation_input_tokens);
  expect(again.cache_creation_input_tokens).toBeGreaterThan(100);
  // Another word at the beginning, and nothing of it is there.
  expect(cache.ask(call(`y${LONG}`, text("a")), 2_000).cache_read_input_tokens).toBe(0);
  // Each use keeps it for five minutes; then it is gone.
  expect(cache.ask(call(LONG, text("c")), 299_000).cache_read_input_tokens).toBeGreaterThan(2_000);
  expect(cache.ask(call(LONG, text("c")), 598_000).cache_read_input_tokens).toBeGreaterThan(2_000);
  expect(cache.ask(call(LONG, text("c")), 899_000).cache_read_input_tokens).toBe(0);
});

test("what is short isn't kept, nor what no mark covers, nor for another model", () => {
  const cache = new PromptCache();
  for (const now of [0, 1]) {
    const short = cache.ask(call("short", text("a")), now);
    expect(short.cache_creation_input_tokens + short.cache_read_input_tokens).toBe(0);
    const small = cache.ask({ ...call(LONG, text("a")), model: "claude-haiku-5-5" }, now);
    expect(small.cache_creation_input_tokens + small.cache_read_input_tokens).toBe(0);
  }
  const unmarked = { ...call(LONG, text("a")), system: [text(LONG)] };
  cache.ask(unmarked, 2);
  expect(cache.ask(unmarked, 3).input_tokens).toBeGreaterThan(2_000);
});
