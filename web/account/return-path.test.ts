import { expect, test } from "vitest";
import { returnPath, signInPath } from "./return-path.ts";

const back = (next: string) =>
  returnPath(`?next=${encodeURIComponent(next)}`, "https://app.example");

test("a person comes back to where they were", () => {
  expect(back("/studio/abc?panel=design#top")).toBe("/studio/abc?panel=design#top");
  expect(returnPath(signInPath("/studio/a b").split("/sign-in")[1]!, "https://app.example")).toBe(
    "/studio/a%20b",
  );
  expect(returnPath("", "https://app.example")).toBe("/");
});

test.each([
  "https://evil.example/",
  "//evil.example/",
  String.raw`/\evil.example`,
  "javascript:alert(1)",
  "/sign-in?next=/",
  "/api/auth/sign-out",
  "/\t/evil.example",
])("%s leads to the first screen", (next) => expect(back(next)).toBe("/"));
