import { expect, test } from "vitest";
import { syncWords } from "./sync-words.ts";

test("the save note says where else the work is, and nothing without an account", () => {
  expect(syncWords(null)).toBe("");
  expect(syncWords({ kind: "in-account", at: 1 })).toBe("in your account too");
  expect(syncWords({ kind: "stuck", failures: new Map() })).toBe("not yet in your account");
});
