import { expect, test } from "vitest";
import { deletionWords } from "./deletion-words.ts";

test("who has an account is told how long contents stay on the server; others have none there", () => {
  expect(deletionWords(true)).toContain("for 30 days");
  expect(deletionWords(false)).toBeNull();
});
