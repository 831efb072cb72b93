import { expect, test } from "vitest";
import { answerDeriveKey, deriveKey, deriveKeyAt } from "./derive-key.ts";
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

test("what is hashed beside the serving thread is known here, and the other way round", async () => {
  let asked = 0;
  const beside = deriveKeyAt({
    fetch: (url, request) => {
      asked += 1;
      return answerDeriveKey(new Request(url, request));
    },
  });
  const [here, there] = [passwordsWith("pepper"), passwordsWith("pepper", beside)];
  const password = "correct horse battery";
  expect(await here.verify({ hash: await there.hash(password), password })).toBe(true);
  expect(await there.verify({ hash: await here.hash(password), password })).toBe(true);
  expect(asked).toBe(2);
});

test.each([
  ["is away", () => Promise.reject(new Error("connection refused"))],
  ["fails", () => Promise.resolve(new Response("", { status: 500 }))],
  ["answers something else", () => Promise.resolve(new Response("short"))],
])("nobody is kept out where the place beside %s", async (_what, fetch) => {
  const given = [new Uint8Array(32).fill(7), new Uint8Array(16).fill(9)] as const;
  expect(await deriveKeyAt({ fetch })(...given)).toEqual(await deriveKey(...given));
});
