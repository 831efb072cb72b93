import { expect, test } from "vitest";
import { apiKeyIn, apiKeyOf, scopesIn, scopesText } from "./api-key.ts";

test("a key has all of its random bytes, and shows four letters of them", () => {
  const { key, start } = apiKeyOf(new Uint8Array(32).fill(255));
  expect(key).toBe(`cv2web_${"_".repeat(42)}8`);
  expect(start).toBe("cv2web_____");
  expect(apiKeyOf(new Uint8Array(32)).key).not.toBe(key);
});

test("a key comes as x-api-key or as a bearer; another bearer isn’t one", () => {
  expect(apiKeyIn(new Headers({ "x-api-key": "cv2web_a" }))).toBe("cv2web_a");
  expect(apiKeyIn(new Headers({ authorization: "bearer cv2web_a" }))).toBe("cv2web_a");
  expect(apiKeyIn(new Headers({ authorization: "Bearer operator" }))).toBeNull();
  expect(apiKeyIn(new Headers())).toBeNull();
  // Whatever stands there was meant as a key: it is refused, not overlooked.
  expect(apiKeyIn(new Headers({ "x-api-key": "" }))).toBe("");
});

test("only scopes that mean something open anything", () => {
  expect(scopesText(["write", "read"])).toBe("read write");
  expect(scopesIn("write admin")).toEqual(["write"]);
  expect(scopesIn("")).toEqual([]);
});
