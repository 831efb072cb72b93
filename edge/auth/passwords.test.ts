import { expect, test } from "vitest";
import { passwordsWith } from "./passwords.ts";

test("a password is known again, in whatever way its letters are composed; another isn’t", async () => {
  const { hash, verify } = passwordsWith("pepper");
  const kept = await hash("caf\u00e9 au lait, twice");
  expect(await verify({ hash: kept, password: "cafe\u0301 au lait, twice" })).toBe(true);
  expect(await verify({ hash: kept, password: "cafe au lait, twice" })).toBe(false);
  expect(await hash("caf\u00e9 au lait, twice")).not.toBe(kept);
});

test("another pepper, or a damaged hash, knows nobody", async () => {
  const kept = await passwordsWith("one").hash("correct horse battery");
  const other = passwordsWith("two");
  expect(await other.verify({ hash: kept, password: "correct horse battery" })).toBe(false);
  expect(await other.verify({ hash: "", password: "correct horse battery" })).toBe(false);
  expect(await other.verify({ hash: "s1$a$b", password: "correct horse battery" })).toBe(false);
});
