import { describe, expect, test } from "vitest";
import { pagesWorkflow, parseBranch, parseRepository, parseSiteName } from "./elsewhere.ts";

describe("a repository’s name", () => {
  test.each([
    ["walks", null, "walks"],
    [" ada/walks ", "ada", "walks"],
    ["https://github.com/ada/walks.git", "ada", "walks"],
    ["github.com/ada/ada.github.io/", "ada", "ada.github.io"],
  ])("%s", (raw, owner, name) => {
    expect(parseRepository(raw)).toEqual({ ok: true, value: { owner, name } });
  });
  test.each(["", "..", "../walks", "a/b/c", "wälks", "-ada/walks", "walks?x=1"])(
    "not “%s”",
    (raw) => expect(parseRepository(raw).ok).toBe(false),
  );
});

test("a branch’s name is what Git takes, and nothing that would lead elsewhere", () => {
  for (const fine of ["main", "feature/site", "v1.2"]) expect(parseBranch(fine).ok).toBe(true);
  for (const bad of ["", "a..b", "/main", "main/", "a b", "x.lock", "a/.b", "-x", "main?x"]) {
    expect(parseBranch(bad).ok, bad).toBe(false);
  }
});

test("a site’s name is what both hosts take", () => {
  expect(parseSiteName(" Walks-by-Ada ")).toEqual({ ok: true, value: "walks-by-ada" });
  for (const bad of ["ab", "-walks", "walks-", "a---b", "walks.by.ada", "w".repeat(60)]) {
    expect(parseSiteName(bad).ok, bad).toBe(false);
  }
});

test("the workflow builds the branch that is sent to, whatever its name", () => {
  expect(pagesWorkflow("site/ada")).toContain('branches: ["site/ada"]');
  expect(pagesWorkflow("main")).toContain("${{ steps.deployment.outputs.page_url }}");
});
